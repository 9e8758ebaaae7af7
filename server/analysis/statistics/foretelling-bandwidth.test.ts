import { describe, expect, it } from 'vitest'
import { createRandom } from '../random.ts'
import { foretellingBandwidth, type Foretold } from './foretelling-bandwidth.ts'

const side = 40, width = 250

/** A city of squares in which so many points lie each near one of some centres that stay where they are. */
function scattered(centres: number, spread: number, kernel: 'quartic' | 'gaussian' = 'quartic', n = 4_000): Foretold {
  const random = createRandom(7), normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const inside = (value: number) => Math.min(side * width - 1, Math.max(0, value))
  const middle = Array.from({ length: centres }, () => [random() * side * width, random() * side * width] as const)
  const x = new Float64Array(n), y = new Float64Array(n), cellOfRow = new Uint32Array(n)
  for (let i = 0; i < n; i++) {
    const [cx, cy] = middle[Math.floor(random() * centres)]!
    x[i] = inside(cx + normal() * spread)
    y[i] = inside(cy + normal() * spread)
    cellOfRow[i] = Math.floor(y[i]! / width) * side + Math.floor(x[i]! / width)
  }
  return { x, y, cellOfRow, kernel, middles: Array.from({ length: side * side }, (_, i) => [(i % side + 0.5) * width, (Math.floor(i / side) + 0.5) * width] as const) }
}

describe('the bandwidth that foretells best', () => {
  it('is narrow where incidents come back to the same blocks, and wide where they are spread over quarters', () => {
    const narrow = foretellingBandwidth(scattered(60, 40), 250, 6_000)!, wide = foretellingBandwidth(scattered(3, 1_200, 'quartic', 600), 250, 6_000)!
    expect(narrow).toBeLessThanOrEqual(360)
    expect(wide).toBeGreaterThan(700)
  })

  it('is told as a deviation for the Gaussian', () => {
    const deviation = foretellingBandwidth(scattered(60, 40, 'gaussian'), 250, 6_000)!
    expect(deviation * Math.sqrt(8)).toBeLessThanOrEqual(510)
  })

  it('is not chosen from a handful, and is refused below a cell', () => {
    expect(foretellingBandwidth(scattered(3, 40, 'quartic', 39), 250, 900)).toBeNull()
    expect(() => foretellingBandwidth(scattered(3, 40), 0, 900)).toThrow('bandwidth 0')
  })
})
