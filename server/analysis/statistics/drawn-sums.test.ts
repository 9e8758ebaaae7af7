import { describe, expect, it } from 'vitest'
import { drawnSums } from './drawn-sums.ts'

const values = [0, 0, 1, 1, 2, 3, 5, 8, 1, 0]

/** Shares of all 120 draws of three, and of all 84 without the eight. */
function enumerated(reaches: (sum: number) => boolean): { all: number, withoutEight: number } {
  const n = { all: 0, allHit: 0, without: 0, withoutHit: 0 }
  for (let i = 0; i < 10; i++) for (let j = i + 1; j < 10; j++) for (let k = j + 1; k < 10; k++) {
    const hit = reaches(values[i]! + values[j]! + values[k]!) ? 1 : 0
    n.all++; n.allHit += hit
    if (![i, j, k].includes(7)) { n.without++; n.withoutHit += hit }
  }
  return { all: n.allHit / n.all, withoutEight: n.withoutHit / n.without }
}

describe('sums of draws', () => {
  it.each([0, 1, 4, 7, 9, 12, 16])('are as likely as by counting all draws (%i)', sum => {
    const drawn = drawnSums(values, 3), up = enumerated(each => each >= sum), down = enumerated(each => each <= sum)
    const floor = (p: number) => Math.max(p, 1e-12)
    expect(drawn.atLeast(3, sum)).toBeCloseTo(floor(up.all), 12)
    expect(drawn.atMost(3, sum)).toBeCloseTo(floor(down.all), 12)
    expect(drawn.atLeastWithout(3, sum, 8)).toBeCloseTo(floor(up.withoutEight), 12)
    expect(drawn.atMostWithout(3, sum, 8)).toBeCloseTo(floor(down.withoutEight), 12)
  })
  it('of large values are those of a coarser lattice, still near', () => {
    const large = Float64Array.from({ length: 4000 }, (_, i) => i % 97 * 1000), drawn = drawnSums(large, 127)
    expect(drawn.width).toBeGreaterThan(1)
    // Half of the draws lie above their mean: 127 × 48 000.
    expect(drawn.atLeast(127, Math.round(127 * 48_000 / drawn.width))).toBeCloseTo(0.5, 1)
  })
  it('refuse what isn\'t a count', () => {
    expect(() => drawnSums([1.5, 2], 1)).toThrow(/1.5/)
    expect(() => drawnSums([1, 2, 3], 2)).toThrow(/half/)
  })
})
