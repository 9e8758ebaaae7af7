import { setTimeout as sleep } from 'node:timers/promises'
import { simulatorName } from '../../server/config.ts'

/** An answer that isn't 2xx: what the server said. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/** The server over HTTP, signed in with a token; says whether it is there. */
export class Client {
  readonly #url: string
  readonly #token: string
  readonly #key: string
  readonly counts = { requests: 0, refused: 0, failed: 0 }
  lastRefusal = ''

  constructor(url: string, { token, key }: { token: string, key: string }) {
    this.#url = url
    this.#token = token
    this.#key = key
  }

  get<T>(path: string): Promise<T> { return this.#send<T>('GET', path, { authorization: `Bearer ${this.#token}` }) }

  /** @throws {Refused} where the server says no; whatever fetch throws where it isn't there */
  post<T>(path: string, body: unknown): Promise<T> { return this.#send<T>('POST', path, { authorization: `Bearer ${this.#token}` }, body) }

  /** Fixes are the gateway's. */
  sendFixes<T>(fixes: readonly unknown[]): Promise<T> { return this.#send<T>('POST', '/api/positions', { 'x-api-key': this.#key }, { fixes }) }

  /** Names of events as they come in, for as long as the signal lasts; connects again by itself. */
  async listen(onEvent: (name: string) => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const answer = await fetch(`${this.#url}/live`, { headers: { authorization: `Bearer ${this.#token}`, 'user-agent': simulatorName }, signal })
        if (!answer.ok || !answer.body) throw new Refused(answer.status, 'no stream')
        let rest = ''
        for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
          const lines = (rest + chunk).split('\n')
          rest = lines.pop()!
          for (const line of lines) if (line.startsWith('event: ')) onEvent(line.slice(7))
        }
      } catch { /* Away, or restarting: the next attempt tells. */ }
      await sleep(3_000, undefined, { signal }).catch(() => {})
    }
  }

  async #send<T>(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<T> {
    this.counts.requests++
    let answer: Response
    try {
      answer = await fetch(this.#url + path, {
        method, headers: { ...headers, 'user-agent': simulatorName, ...(body !== undefined && { 'content-type': 'application/json' }) }, signal: AbortSignal.timeout(15_000),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    } catch (error) {
      this.counts.failed++
      throw error
    }
    const text = await answer.text()
    if (answer.ok) return (text ? JSON.parse(text) : null) as T
    this.counts.refused++
    this.lastRefusal = `${method} ${path}: ${answer.status} ${text.slice(0, 200)}`
    throw new Refused(answer.status, text)
  }
}
