import { expect, it } from 'vitest'
import { createRandom } from '../random.ts'
import { foretellingBandwidth } from './foretelling-bandwidth.ts'

/** So many points, each near one of some centres that stay where they are. */
function scattered(centres: number, spread: number, n = 4_000) {
  const random = createRandom(7), normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const middle = Array.from({ length: centres }, () => [random() * 20_000, random() * 20_000] as const)
  const x = new Float64Array(n), y = new Float64Array(n)
  for (let i = 0; i < n; i++) { const [cx, cy] = middle[Math.floor(random() * centres)]!; x[i] = cx + normal() * spread; y[i] = cy + normal() * spread }
  return { x, y }
}

it('is narrow where incidents come back to the same blocks, and wide where they are spread over quarters', () => {
  const blocks = scattered(60, 40), quarters = scattered(6, 1_500)
  const narrow = foretellingBandwidth(blocks.x, blocks.y, 'quartic', 150, 6_000)!, wide = foretellingBandwidth(quarters.x, quarters.y, 'quartic', 150, 6_000)!
  expect(narrow).toBeLessThan(300)
  expect(wide).toBeGreaterThan(1_000)
  // The same width, told as a deviation.
  expect(foretellingBandwidth(quarters.x, quarters.y, 'gaussian', 150, 6_000)! * Math.sqrt(8)).toBeGreaterThan(700)
})

it('chooses nothing from a handful, and refuses to look below a cell', () => {
  expect(foretellingBandwidth(new Float64Array(39), new Float64Array(39), 'quartic', 150, 900)).toBeNull()
  expect(() => foretellingBandwidth(new Float64Array(50), new Float64Array(50), 'quartic', 0, 900)).toThrow('bandwidth 0')
})
