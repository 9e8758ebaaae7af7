import { expect, it } from 'vitest'
import { gapSteps } from './gap-steps.ts'

it('draws a gap that holds until the next proof, and up to now', () => {
  expect(gapSteps([{ seconds: 0, gap: 0.4 }, { seconds: 5, gap: 0.1 }], 10)).toEqual({ points: '0,0 50,0 50,75 100,75', most: 0.4 })
})

it('has no line before anything is proven', () => {
  expect(gapSteps([], 3).points).toBe('')
})
