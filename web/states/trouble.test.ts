import { expect, it } from 'vitest'
import { ApiProblem } from '../api.ts'
import { troubleOf } from './trouble.ts'

const problem = (status: number, more = {}) => new ApiProblem({ type: 'about:blank', title: 'title', status, ...more }, status === 503 ? 2 : undefined)

it('knows what a status means for a person', () => {
  expect(troubleOf(problem(503, { detail: 'gone' }))).toEqual({ kind: 'unavailable', detail: { zh: 'gone', en: 'gone' }, retrySeconds: 2, faults: [] })
  expect(troubleOf(problem(403)).kind).toBe('forbidden')
  expect(troubleOf(problem(500)).kind).toBe('failed')
})

it('tells a refusal in the language of the page', () => {
  const trouble = troubleOf(problem(409, { detail: 'P-01 is off duty', detail_zh: 'P-01 已离岗' }))
  expect([trouble.kind, trouble.detail.zh, trouble.detail.en]).toEqual(['conflict', 'P-01 已离岗', 'P-01 is off duty'])
})

it('takes no answer at all for being offline', () => {
  expect(troubleOf(problem(0)).kind).toBe('offline')
})

it('keeps what was wrong with the input', () => {
  expect(troubleOf(problem(400, { errors: [{ pointer: '/query/q', value: '', detail: 'too short' }] })).faults[0]!.pointer).toBe('/query/q')
})

it('owns up to its own faults', () => {
  expect(troubleOf(new TypeError('x is not a function'))).toEqual({ kind: 'failed', detail: { zh: 'x is not a function', en: 'x is not a function' }, retrySeconds: null, faults: [] })
})
