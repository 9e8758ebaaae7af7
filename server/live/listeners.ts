import { rightsOfSession, type Sessions } from '../access/sessions.ts'
import type { Listener } from './listener.ts'
import { encodeEvent, type Event } from './ring.ts'

const beatEveryMs = 15_000
const recheckEveryMs = 60_000
/** Changes of access come in groups: one sign-in is two. */
const recheckAfterMs = 100

/** All open streams of this process. */
export class Listeners {
  readonly #open = new Set<Listener>()
  readonly #sessions: Sessions
  readonly #timers: NodeJS.Timeout[]
  #recheck: NodeJS.Timeout | undefined

  constructor(sessions: Sessions) {
    this.#sessions = sessions
    this.#timers = [setInterval(() => this.#beat(), beatEveryMs), setInterval(() => this.recheckSoon(), recheckEveryMs)]
  }

  get count(): number { return this.#open.size }
  /** How many are left out until they have read what they were sent. */
  get behind(): number { return [...this.#open].filter(listener => listener.behind).length }

  add(listener: Listener): void { this.#open.add(listener) }
  remove(listener: Listener): void {
    listener.leave()
    this.#open.delete(listener)
  }

  send(event: Event): void { for (const listener of this.#open) listener.send(event) }

  /** End the streams of those who signed out, lost their account, or may see something else now: they come back as who they are. */
  recheckSoon(): void {
    this.#recheck ??= setTimeout(() => {
      this.#recheck = undefined
      this.#endUnfounded().catch(() => { /* the database is away: health tells, and the next recheck ends them */ })
    }, recheckAfterMs)
  }

  /** Streams never end by themselves; a stopping server ends them. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
    clearTimeout(this.#recheck)
    for (const listener of this.#open) listener.end()
  }

  async #endUnfounded(): Promise<void> {
    if (this.#open.size === 0) return
    const checked = [...this.#open]
    const standing = await this.#sessions.standing([...new Set(checked.map(({ signedIn }) => signedIn.sessionId))])
    for (const listener of checked) if (standing.get(listener.signedIn.sessionId) !== rightsOfSession(listener.signedIn)) listener.end()
  }

  #beat(): void {
    const text = encodeEvent('beat', { at: new Date().toISOString() })
    for (const listener of this.#open) listener.beat(text)
  }
}
