import { expect, it } from 'vitest'
import { signed, standingOf } from './words.ts'

it('calls a count unusual only outside of the range', () => {
  const of = (today: number) => standingOf({ today, expected: 5, low: 3, high: 8 })
  expect([of(2), of(3), of(8), of(9)]).toEqual(['below', 'within', 'within', 'above'])
  expect(standingOf({ today: 4, expected: null, low: null, high: null })).toBe('unknown')
})
it('writes a change with its sign', () => {
  expect([signed(5), signed(-3), signed(0)]).toEqual(['+5', '−3', '±0'])
})
