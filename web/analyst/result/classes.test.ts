import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, closed, readBounds } from './classes.ts'

// Which of 0 and -0 is the greatest is nobody's question.
const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(value => value + 0), { minLength: 1, maxLength: 200 })

describe('classes of amounts', () => {
  it('puts as many values into each quantile', () => {
    expect(boundsOf([10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'quantile', 5)).toEqual([2, 4, 6, 8, 10])
  })

  it('makes equal intervals equally wide', () => {
    expect(boundsOf([0, 1, 2, 100], 'equal', 4)).toEqual([25, 50, 75, 100])
  })

  it('breaks naturally where the values leave gaps', () => {
    expect(boundsOf([1, 2, 3, 50, 51, 52, 400, 401], 'natural', 3)).toEqual([3, 52, 401])
  })

  it('rises, ends with the greatest value and never has more classes than asked for, whatever the values', () => {
    fc.assert(fc.property(values, fc.constantFrom('quantile', 'equal', 'natural'), fc.integer({ min: 2, max: 7 }), (some, rule, classes) => {
      const bounds = boundsOf(some, rule as 'equal', classes)
      expect(bounds.length).toBeLessThanOrEqual(classes)
      expect(bounds.at(-1)).toBe(some.reduce((a, b) => Math.max(a, b)))
      expect(bounds.every((bound, i) => i === 0 || bound > bounds[i - 1]!)).toBe(true)
    }))
  })

  it('has one class where all values are the same, and none without values', () => {
    for (const rule of ['quantile', 'equal', 'natural'] as const) expect([boundsOf([3, 3, 3], rule, 5), boundsOf([], rule, 5)]).toEqual([[3], []])
  })

  it('refuses more classes than eyes can tell apart', () => {
    expect(() => boundsOf([1], 'equal', 8)).toThrow('8 classes; 2 to 7')
  })
})

describe('bounds by hand', () => {
  it('reads rising numbers with commas of either width', () => {
    expect(readBounds(' 1，5, 20 ')).toEqual([1, 5, 20])
  })

  it.each(['', '5, 1', '1, x', '1 2 3 4 5 6 7'])('takes %j for none', text => {
    expect(readBounds(text)).toBeNull()
  })

  it('ends them with a class for what lies above', () => {
    expect([closed([1, 5], [0, 9]), closed([1, 5], [0, 4])]).toEqual([[1, 5, 9], [1, 5]])
  })
})
