import { describe, expect, it } from 'vitest'
import { createRandom } from '../../seed/random.ts'
import { metresBetween } from './distance.ts'
import { PointGrid, type Found } from './point-grid.ts'

type Point = [longitude: number, latitude: number]

const random = createRandom(11, 'grid')
const somewhere = (): Point => random.chance(0.9)
  ? [118.1 + 0.15 * random.normal(), 24.5 + 0.12 * random.normal()]
  : [random.between(-180, 180), random.between(-90, 90)]

function byBruteForce(points: ReadonlyMap<number, Point>, [longitude, latitude]: Point, limit: number, accept: (slot: number) => boolean): Found[] {
  return [...points].filter(([slot]) => accept(slot)).map(([slot, point]) => ({ slot, metres: metresBetween(longitude, latitude, ...point) }))
    .sort((a, b) => a.metres - b.metres || a.slot - b.slot).slice(0, limit)
}

describe('the grid of points', () => {
  it('finds the same nearest as looking at all of them does, while they move, come and go', () => {
    const grid = new PointGrid(), points = new Map<number, Point>()
    for (let step = 0; step < 4_000; step++) {
      const slot = random.integer(0, 2_500)
      if (random.chance(0.1)) { grid.remove(slot); points.delete(slot) }
      else { const point = somewhere(); grid.place(slot, ...point); points.set(slot, point) }
      if (step % 8) continue
      const at = somewhere(), limit = random.integer(1, 12)
      const accept = random.chance(0.5) ? () => true : (each: number) => each % 7 === 0
      expect(grid.nearest(...at, limit, accept)).toEqual(byBruteForce(points, at, limit, accept))
    }
    expect(grid.count).toBe(points.size)
  })

  it('finds across the date line and beside the pole', () => {
    const grid = new PointGrid(), points = new Map<number, Point>([[0, [179.999, 10]], [1, [-179.998, 10]], [2, [0, 89.999]], [3, [180, 89.999]], [4, [178, 10]]])
    for (const [slot, point] of points) grid.place(slot, ...point)
    for (const at of [[-179.9995, 10], [90, 89.9999], [179.9999, 10.01]] as Point[])
      expect(grid.nearest(...at, 3, () => true)).toEqual(byBruteForce(points, at, 3, () => true))
  })

  it('has nothing to find when it is empty or nothing is wanted', () => {
    const grid = new PointGrid()
    expect(grid.nearest(118, 24, 5, () => true)).toEqual([])
    grid.place(3, 118, 24)
    expect(grid.nearest(118, 24, 0, () => true)).toEqual([])
    expect(grid.nearest(118, 24, 5, () => false)).toEqual([])
  })
})
