import { expect, it } from 'vitest'
import type { SolveQuestion } from '../types.ts'
import { faultLabel } from './fault-words.ts'

const question: SolveQuestion = { selection: { from: '2026-05-26', to: '2026-11-23' }, model: 'busy_units', posts: 9 }

it('tells in the chief\'s words what the chief can run into', () => {
  expect(faultLabel({ pointer: '/body/sites', detail: 'gives 522 candidate sites' }, question).zh).toMatch(/^候选点超过 500 处/)
})

it('tells that the share of time out can\'t be measured only where it was to be measured', () => {
  expect(faultLabel({ pointer: '/body/busy', detail: 'must be < 1' }, question).en).toMatch(/^It can't be measured/)
  expect(faultLabel({ pointer: '/body/busy', detail: 'must be < 1' }, { ...question, busy: 1.2 }).en).toBe('must be < 1')
})

it('leaves to the server what lies deeper in a part, or in none of them', () => {
  expect(faultLabel({ pointer: '/body/sites/junctions/spacing_metres', detail: 'must be >= 100' }, question).zh).toBe('must be >= 100')
  expect(faultLabel({ pointer: '/body', detail: 'must be object' }, question).zh).toBe('must be object')
})
