import { unwrap } from './api.ts'

/**
 * Ask an interface whose answer's shape the caller names.
 *
 * @throws {ApiProblem} as `unwrap` does
 */
export const ask = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> => through<Answer>(path, { signal: signal ?? null })

/** Send a body. @param signal  gives it up, and with it what the server works on for it. @throws {ApiProblem} */
export const send = <Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown, signal?: AbortSignal): Promise<Answer> =>
  through<Answer>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: signal ?? null })

const through = <Answer>(path: string, init: RequestInit): Promise<Answer> => unwrap(answer<Answer>(path, init))

async function answer<Answer>(path: string, init: RequestInit): Promise<{ data?: Answer, error?: unknown, response: Response }> {
  const response = await fetch(path, init)
  const body = await jsonOf(response)
  return response.ok ? { data: body as Answer, response } : { error: body, response }
}

/** The body where it is JSON. */
export const jsonOf = async (response: Response): Promise<unknown> => response.headers.get('content-type')?.includes('json') ? await response.json() : undefined
