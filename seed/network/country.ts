import { densify, distance, Grid, lengthOf, type Point } from '../plane.ts'
import { hash, smoothNoise } from '../random.ts'
import type { Terrain } from '../geography/terrain.ts'
import type { Draft } from './draft.ts'

/** Villages further apart than this have no road of their own between them, metres. */
const furthest = 6500

/**
 * Winding roads from village to village and to the edge of town: between two places with no third one in the circle
 * over them (Gabriel & Sokal 1969), which keeps everything connected and nothing crosses.
 *
 * @param places  middles of communities; a road starts at those that are rural
 */
export function drawCountryRoads(seed: number, terrain: Terrain, places: readonly { at: Point, rural: boolean, name: string }[]): Draft[] {
  const dx = smoothNoise(seed + 61), dy = smoothNoise(seed + 62)
  const drafts: Draft[] = []
  const grid = new Grid<Point>(1000)
  for (const { at } of places) grid.add(at, at[0], at[1], at[0], at[1])
  places.forEach((a, i) => places.forEach((b, j) => {
    if (j <= i || !a.rural && !b.rural) return
    const apart = distance(a.at, b.at)
    const middle: Point = [(a.at[0] + b.at[0]) / 2, (a.at[1] + b.at[1]) / 2]
    if (apart > furthest) return
    for (const c of grid.near(middle[0], middle[1], apart / 2)) if (c !== a.at && c !== b.at && distance(c, middle) < apart / 2) return
    const straight = densify([a.at, b.at], 45)
    const points = straight.map(([x, y], k): Point => {
      // Bends grow away from both ends, so that the road does begin and end in its villages.
      const free = Math.min(1, 4 * Math.min(k, straight.length - 1 - k) / straight.length)
      return [x + free * (260 * dx(x / 1500, y / 1500) + 45 * dx(x / 320, y / 320)), y + free * (260 * dy(x / 1500, y / 1500) + 45 * dy(x / 320, y / 320))]
    })
    if (points.some(p => terrain.dryDistrict(...p) === 0)) return
    if (terrain.density(...middle) > 0.3) return
    drafts.push({ points, class: apart > 2500 ? 'secondary' : 'tertiary', street: `country:${hash(`${a.name} ${b.name}`)}`, chainage: 0, oneway: 0 })
  }))
  return drafts.filter(draft => lengthOf(draft.points) > 100)
}
