import { expect, it } from 'vitest'
import type { SolveQuestion } from '../types.ts'
import { readPlanQuestion, writePlanQuestion } from './link.ts'

const question: SolveQuestion = {
  selection: { from: '2026-05-26', to: '2026-11-23', shifts: ['evening'], area: { type: 'Polygon', coordinates: [[[118.1, 24.4], [118.2, 24.4], [118.2, 24.5], [118.1, 24.4]]] } },
  model: 'backup_covering', posts: 9, force: 'patrol_car', fixed: ['facility:1', 'facility:1'], forbidden: ['junction:1181,244'], backup_worth: 0.3,
  sites: { junctions: { spacing_metres: 800 }, drawn: [{ point: [118.1, 24.5], name: '码头' }] }, weights: { by_grade: { 1: 5 }, by_code: { '0103': 2 } }, minutes: { city: 4 },
}

it('brings a planner\'s question back from its link as it was', () => {
  const text = writePlanQuestion(question)
  expect(text).toMatch(/^[\w-]+$/)
  expect(readPlanQuestion(text)).toEqual(question)
})

it.each([
  ['nothing', ''], ['no base64', '%%'], ['a list', writePlanQuestion([] as never)], ['a question without a model', writePlanQuestion({ selection: question.selection } as never)],
  ['a question without a window', writePlanQuestion({ ...question, selection: { to: '2026-11-23' } } as never)], ['a part of another kind', writePlanQuestion({ ...question, fixed: 'facility:1' } as never)],
  ['sites drawn nowhere', writePlanQuestion({ ...question, sites: { drawn: 'x' } } as never)], ['a site without a place', writePlanQuestion({ ...question, sites: { drawn: [{ point: [118.1] }] } } as never)],
  ['weights in words', writePlanQuestion({ ...question, weights: { by_grade: { 1: 'much' } } } as never)], ['minutes in words', writePlanQuestion({ ...question, minutes: { city: 'few' } } as never)],
  ['a part that no question has', writePlanQuestion({ ...question, colour: 'red' } as never)],
])('takes %s for no question', (_, text) => {
  expect(readPlanQuestion(text)).toBeNull()
})
