import { expect, it } from 'vitest'
import { readQuestion, writeQuestion } from './link.ts'
import type { Question } from './types.ts'

const question: Question = {
  selection: { from: '2026-08-01', to: '2026-11-01', codes: ['0103'], area: { type: 'Polygon', coordinates: [[[118.1, 24.4], [118.2, 24.4], [118.2, 24.5], [118.1, 24.4]]] } },
  method: 'gi_star', parameters: { steps: 2, note: '电动车' }, resolution: 9,
}

it('brings a question back from its link as it was', () => {
  const text = writeQuestion(question)
  expect(text).toMatch(/^[\w-]+$/)
  expect(readQuestion(text)).toEqual(question)
})

it.each(['', '%%', 'eyJhIjoxfQ', writeQuestion({ ...question, resolution: 9.5 })])('takes %j for no question', text => {
  expect(readQuestion(text)).toBeNull()
})
