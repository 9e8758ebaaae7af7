import { expect, it } from 'vitest'
import { about, Conflict, NotFound, problemOf } from './errors.ts'

it('a refusal is told in both languages', () => {
  const { problem } = problemOf(new Conflict(about('P-01', { zh: '没有任务', en: 'it has no task' })))
  expect(problem).toEqual({ type: 'urn:yizhangtu:problem:conflict', title: 'Conflict', status: 409, detail: 'P-01: it has no task', detail_zh: 'P-01：没有任务' })
})

it('what is wrong with a request, and not with the moment, is told to whoever wrote the client', () => {
  expect(problemOf(new NotFound('unit', 7)).problem).not.toHaveProperty('detail_zh')
})

it('a choice that is none of some names them once, with what was sent; secrets and whole objects aren\'t said again', () => {
  const at = { instancePath: '/model', message: 'must be equal to constant', keyword: 'const', data: 'p_guess' }
  const { problem } = problemOf(Object.assign(new Error('invalid'), { validation: [
    { instancePath: '', message: 'must have required property \'selection\'', keyword: 'required' },
    { ...at, params: { allowedValue: 'p_median' } }, { ...at, params: { allowedValue: 'p_centre' } }, { instancePath: '/model', message: 'must match a schema in anyOf', keyword: 'anyOf' },
    { instancePath: '/password', message: 'must NOT have fewer than 12 characters', keyword: 'minLength', data: 'hunter2' }, { instancePath: '/area', message: 'must be array', keyword: 'type', data: { all: 'of it' } },
  ] }))
  expect(problem.errors).toEqual([
    { pointer: '/body', value: undefined, detail: 'must have required property \'selection\'' }, { pointer: '/body/model', value: 'p_guess', detail: 'must be one of p_median, p_centre' },
    { pointer: '/body/password', value: undefined, detail: 'must NOT have fewer than 12 characters' }, { pointer: '/body/area', value: undefined, detail: 'must be array' },
  ])
})
