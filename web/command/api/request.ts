import { ApiProblem, unwrap } from '../../api.ts'
import type { Problem } from '../../api-shapes.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/**
 * Ask the desk's interfaces. Empty answers come as undefined.
 *
 * @throws {ApiProblem} on every answer that isn't 2xx, and when none came
 */
export async function request<Body>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Body> {
  return await unwrap(send<Body>(method, path, body, signal)) as Body
}

async function send<Body>(method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<{ data?: Body, error?: unknown, response: Response }> {
  const response = await fetch(path, {
    method, signal: signal ?? null,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const parsed = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) as unknown : undefined
  return response.ok ? { data: parsed as Body, response } : { error: parsed as Problem, response }
}

/** The refusal in an answer 409: what the server would not do, and why. Null for any other trouble. */
export const refusalOf = (error: unknown): string | null => error instanceof ApiProblem && error.status === 409 ? error.message : null

/** Query parameters of what is there. */
export function query(parameters: Record<string, string | number | null | undefined>): string {
  const entries = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return entries.length ? `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()}` : ''
}
