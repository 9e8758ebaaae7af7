import { expect, it } from 'vitest'
import { gapSteps } from './gap-steps.ts'

it('draws a gap that holds until the next proof, from the first one up to now', () => {
  expect(gapSteps([{ seconds: 2, gap: 0.4 }, { seconds: 7, gap: 0.1 }], 12)).toEqual({ points: '0,0 50,0 50,50 100,50', most: 0.4 })
})

it('lies at the foot once the optimum is proven', () => {
  expect(gapSteps([{ seconds: 2, gap: 0 }], 2).points).toBe('0,100 100,100')
})

it('has no line before anything is proven', () => {
  expect(gapSteps([], 3)).toEqual({ points: '', most: 0 })
})
