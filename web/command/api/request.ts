import type { Label } from '../../../layers/layer.ts'
import { ApiProblem } from '../../api.ts'
import { ask, send } from '../../ask.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/**
 * Ask the desk's interfaces, or tell them something.
 *
 * @throws {ApiProblem} on every answer that isn't 2xx, and when none came
 */
export const request = <Answer>(method: Method, path: string, body: unknown = {}, signal?: AbortSignal): Promise<Answer> =>
  method === 'GET' ? ask<Answer>(path, signal) : send<Answer>(method, path, body)

/** The refusal in an answer 409: what the server would not do, and why. Null for any other trouble. */
export const refusalOf = (error: unknown): Label | null => error instanceof ApiProblem && error.status === 409 ? error.said : null

/** Query parameters of what is there. */
export function query(parameters: Record<string, string | number | null | undefined>): string {
  const entries = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return entries.length ? `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()}` : ''
}
