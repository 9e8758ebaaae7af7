import { expect, it } from 'vitest'
import { random } from '../../../tests/seeded.ts'
import { coveredShare } from './intervals.ts'

const draw = random(9)
/** Days with calls in cells 0 to 9, of which 0 to 6 are covered. */
const daysOf = (count: number) => Array.from({ length: count }, () => ({ cell: Int32Array.from({ length: 20 }, () => Math.floor(draw() * 10)), weight: new Float64Array(20).fill(1) }))

it('the interval of a share holds the true one about as often as it says', () => {
  const held = Array.from({ length: 200 }, () => coveredShare({ days: daysOf(28) }, cell => cell < 7)!.share).filter(({ low, high }) => low <= 0.7 && high >= 0.7).length / 200
  expect(held).toBeGreaterThan(0.88)
  expect(held).toBeLessThanOrEqual(1)
})

it('two plans are compared on the same days, which is sharper than holding their intervals side by side', () => {
  const days = daysOf(28), { share, difference } = coveredShare({ days }, cell => cell < 7, cell => cell < 6)!
  expect(difference!.mean).toBeCloseTo(0.1, 1)
  expect(difference!.low).toBeGreaterThan(0)
  expect(difference!.high - difference!.low).toBeLessThan(share.high - share.low + 0.02)
  expect(coveredShare({ days }, cell => cell < 7, cell => cell < 7)!.difference).toEqual({ mean: 0, low: 0, high: 0 })
})

it('where nothing happened there is no share', () => expect(coveredShare({ days: [{ cell: new Int32Array(0), weight: new Float64Array(0) }] }, () => true)).toBeNull())
