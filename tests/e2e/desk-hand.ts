import type { Account } from './start-app.ts'

/** Somebody signed in who acts by HTTP, without a browser. */
export interface Hand {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Sign in at a running server. @throws {Error} with what it answered to anything but success */
export async function signInByHand(url: string, { name, password }: Account): Promise<Hand> {
  const origin = new URL(url).origin
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify({ name, password }) })
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}: ${await answer.text()}`)
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const ask = async (path: string, init: RequestInit = {}) => {
    const got = await fetch(url + path, { ...init, headers: { cookie, origin, ...init.headers } })
    if (!got.ok) throw new Error(`${init.method ?? 'GET'} ${path} was answered ${got.status}: ${await got.text()}`)
    return got.status === 204 ? undefined : got.json()
  }
  return {
    get: path => ask(path),
    post: (path, body, headers = {}) => ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
  }
}
