import { describe, expect, it } from 'vitest'
import { knownInterval, meanInterval, studentCdf, studentQuantile } from './intervals.ts'

describe('Student\'s t', () => {
  it('has R\'s quantiles', () => {
    // qt(0.975, c(1, 2, 3, 7, 25))
    for (const [freedom, quantile] of [[1, 12.7062047361747], [2, 4.30265272974946], [3, 3.18244630528371], [7, 2.36462425159278], [25, 2.05953855275330]] as const)
      expect(studentQuantile(0.975, freedom)).toBeCloseTo(quantile, 9)
    expect(studentCdf(0, 5)).toBe(0.5)
    expect(studentCdf(-2, 4) + studentCdf(2, 4)).toBeCloseTo(1, 14)
  })
})

describe('the interval of a mean', () => {
  it('equals R\'s t.test', () => {
    // t.test(c(0.1, 0.3, 0.2, 0.4))$conf.int
    const { mean, low, high } = meanInterval([0.1, 0.3, 0.2, 0.4])
    expect(mean).toBeCloseTo(0.25, 12)
    expect(low).toBeCloseTo(0.04457397, 8)
    expect(high).toBeCloseTo(0.45542603, 8)
  })
  it('isn\'t told from one window', () => {
    expect(meanInterval([0.3])).toEqual({ mean: 0.3, low: null, high: null })
  })
  it('is narrower by the root of the windows where each deviation is known', () => {
    expect(knownInterval([1, 1, 1, 1], [2, 2, 2, 2]).high).toBeCloseTo(1 + 1.959963984540054, 12)
    expect(knownInterval([1], [2], 0).low).toBe(0)
  })
})
