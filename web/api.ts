import createClient from 'openapi-fetch'
import type { Label } from '../layers/layer.ts'
import type { Problem } from './api-shapes.ts'
import type { paths } from './api-types.d.ts'

/** An answer that is a problem document (RFC 9457), as an error. Status 0 means that no answer came. */
export class ApiProblem extends Error {
  readonly problem: Problem
  /** Seconds after which to try again, where the server says so. */
  readonly retryAfter: number | undefined
  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
    this.retryAfter = retryAfter
  }

  get status(): number { return this.problem.status }

  /** What the server said. Refusals come in both languages; what else it says is for whoever looks after it, and English in both. */
  get said(): Label { return { zh: this.problem.detail_zh ?? this.message, en: this.message } }
}

/** The typed client. The session travels in its cookie. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin })

interface Outcome<Data> { data?: Data, error?: unknown, response: Response }

/**
 * The body of an answer.
 *
 * @throws {ApiProblem} on every other answer, and when none came
 * @throws {DOMException} named AbortError when the caller cancelled
 */
export async function unwrap<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  let outcome: Outcome<Data>
  try {
    outcome = await call
  } catch (error) {
    if (isAbort(error)) throw error
    throw new ApiProblem({ type: 'about:blank', title: 'no answer', status: 0 })
  }
  if (outcome.response.ok) return outcome.data as Data
  throw new ApiProblem(problemOf(outcome), Number(outcome.response.headers.get('retry-after')) || undefined)
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

function problemOf({ error, response }: Outcome<unknown>): Problem {
  if (typeof error === 'object' && error !== null && 'title' in error) return error as Problem
  return { type: 'about:blank', title: response.statusText || `HTTP ${response.status}`, status: response.status }
}
