import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classBreaks, classOf, classRanges } from './breaks.ts'

const counts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 300 })

describe('classes of counts', () => {
  it('rise, end with the greatest and hold every count', () => {
    fc.assert(fc.property(counts, fc.integer({ min: 2, max: 7 }), (values, classes) => {
      const breaks = classBreaks(values, classes)
      expect(breaks.length).toBeLessThanOrEqual(classes)
      expect(breaks.at(-1)).toBe(Math.max(...values))
      expect([...new Set(breaks)].sort((a, b) => a - b)).toEqual(breaks)
      for (const value of values) {
        const [low, high] = classRanges(breaks)[classOf(value, breaks)]!
        expect(value).toBeGreaterThanOrEqual(low)
        expect(value).toBeLessThanOrEqual(high)
      }
    }))
  })

  it('are as many as the values part into', () => {
    expect(classBreaks([3, 3, 3], 6)).toEqual([3])
    expect(classBreaks([], 6)).toEqual([])
  })

  it('part a long tail into equal shares', () => {
    expect(classBreaks([1, 1, 2, 2, 4, 9, 27, 81, 243, 900], 5)).toEqual([1, 2, 9, 81, 900])
  })
})
