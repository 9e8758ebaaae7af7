import { expect, it } from 'vitest'
import { ApiProblem } from '../api.ts'
import { troubleOf } from './trouble.ts'

const problem = (status: number, more = {}) => new ApiProblem({ type: 'about:blank', title: 'title', status, ...more }, status === 503 ? 2 : undefined)

it('knows what a status means for a person', () => {
  expect(troubleOf(problem(503, { detail: 'gone' }))).toEqual({ kind: 'unavailable', detail: 'gone', retrySeconds: 2, faults: [] })
  expect(troubleOf(problem(403)).kind).toBe('forbidden')
  expect(troubleOf(problem(500)).kind).toBe('failed')
})

it('takes no answer at all for being offline', () => {
  expect(troubleOf(problem(0)).kind).toBe('offline')
})

it('keeps what was wrong with the input', () => {
  expect(troubleOf(problem(400, { errors: [{ pointer: '/query/q', value: '', detail: 'too short' }] })).faults[0]!.pointer).toBe('/query/q')
})

it('owns up to its own faults', () => {
  expect(troubleOf(new TypeError('x is not a function'))).toEqual({ kind: 'failed', detail: 'x is not a function', retrySeconds: null, faults: [] })
})
