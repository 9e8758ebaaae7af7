import { expect, it } from 'vitest'
import { about, Conflict, NotFound, problemOf } from './errors.ts'

it('a refusal is told in both languages', () => {
  const { problem } = problemOf(new Conflict(about('P-01', { zh: '没有任务', en: 'it has no task' })))
  expect(problem).toEqual({ type: 'urn:yizhangtu:problem:conflict', title: 'Conflict', status: 409, detail: 'P-01: it has no task', detail_zh: 'P-01：没有任务' })
})

it('what is wrong with a request, and not with the moment, is told to whoever wrote the client', () => {
  expect(problemOf(new NotFound('unit', 7)).problem).not.toHaveProperty('detail_zh')
})
