import { expect, it } from 'vitest'
import type { SolveQuestion } from '../types.ts'
import { beatsBody, demandBody, sitesBody, withModel, withPart } from './bodies.ts'

const question: SolveQuestion = {
  selection: { from: '2026-05-26', to: '2026-11-23', shifts: ['evening'] }, model: 'maximal_covering', posts: 9, force: 'motorcycle', fixed: ['facility:1'], held_out_weeks: 0, minutes: { city: 4 },
}

it('asks for demand with what decides demand only', () => {
  expect(demandBody(question)).toEqual({ selection: question.selection, held_out_weeks: 0 })
})

it('asks for sites with what decides sites and times, and not with how many units there are', () => {
  expect(sitesBody(question)).toEqual({ selection: question.selection, held_out_weeks: 0, force: 'motorcycle', minutes: { city: 4 } })
})

it('parts the demand of the chosen shifts into beats, also when it is asked shift by shift', () => {
  expect(beatsBody(question).selection.shifts).toEqual(['evening'])
  expect(beatsBody(withModel(question, 'by_shift', ['night', 'evening'])).selection.shifts).toEqual(['night', 'evening'])
})

it('leaves a part to the server when it is unsaid', () => {
  expect(withPart(question, 'held_out_weeks', undefined)).not.toHaveProperty('held_out_weeks')
  expect(withPart(question, 'posts', 3).posts).toBe(3)
})

it('asks all shifts when it is asked shift by shift, and never says the selection\'s shift beside them', () => {
  const by = withModel(question, 'by_shift', ['night', 'morning', 'evening'])
  expect(by.shifts).toEqual(['night', 'morning', 'evening'])
  expect(by.selection).not.toHaveProperty('shifts')
  expect(demandBody(by).selection.shifts).toEqual(['night', 'morning', 'evening'])
})

it('forgets shifts and moves when another model is chosen', () => {
  const back = withModel({ ...withModel(question, 'by_shift', ['night', 'morning']), moves: 2, round: true }, 'p_median', ['night', 'morning'])
  expect(back).toEqual({ ...question, selection: { from: '2026-05-26', to: '2026-11-23' }, model: 'p_median' })
})
