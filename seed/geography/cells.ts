import { streetCentres } from '../data/streets.ts'
import { between, contains, densify, distance, toPlane, type Point, type Ring } from '../plane.ts'
import { createRandom, smoothNoise, type Random } from '../random.ts'
import type { District, Street } from './outlines.ts'
import type { Terrain } from './terrain.ts'
import { frame, outside, voronoi, type VoronoiCell } from './voronoi.ts'

/** A community's share of the plane before it is cut to its district. */
export interface CommunityCell { community: number, district: number, centre: Point, ring: Ring }

export interface Partition {
  cells: CommunityCell[]
  /** Borders between them, a little longer than needed, so that they meet what they end at. */
  borders: Point[][]
}

/**
 * Divide each district among its streets, and each street among its communities: nearest centre, then bent by a
 * smooth field, because real borders are not straight.
 *
 * @param districts  in the order of the terrain's district numbers
 * @param streets    communities are numbered through all of them in this order
 */
export function partition(seed: number, terrain: Terrain, districts: readonly District[], streets: readonly Street[],
  rings: readonly (readonly Ring[])[]): Partition {
  const random = createRandom(seed, 'communities')
  const bend = bending(seed)
  const result: Partition = { cells: [], borders: [] }
  const firstCommunity = new Map<Street, number>()
  streets.reduce((count, street) => { firstCommunity.set(street, count); return count + street.communities.length }, 0)
  districts.forEach((district, d) => {
    const here = streets.filter(street => street.districtCode === district.code)
    const centres = here.map(street => {
      const centre = streetCentres[street.code]
      if (!centre) throw new Error(`no centre is known for street ${street.code} ${street.name}`)
      return toPlane(...centre)
    })
    const streetCells = voronoi(centres, frameAround(rings[d]!))
    collectBorders(streetCells, bend, result.borders)
    here.forEach((street, s) => {
      const within = streetCells[s]!
      const sites = communitySites(random, terrain, d + 1, within, street.communities.length, centres[s]!)
      const cells = voronoi(sites, within)
      collectBorders(cells, bend, result.borders)
      cells.forEach((cell, c) => result.cells.push({
        community: firstCommunity.get(street)! + c, district: d + 1, centre: bend(sites[c]!),
        ring: densify([...cell.corners, cell.corners[0]!], 100).map(bend),
      }))
    })
  })
  return result
}

/** The cell that a point of a district belongs to; where bending left it in none, the nearest. */
export function cellAt(cells: readonly CommunityCell[], district: number, point: Point): CommunityCell {
  const here = cells.filter(cell => cell.district === district)
  const found = here.find(cell => contains([cell.ring], ...point))
  return found ?? here.reduce((best, cell) => distance(cell.centre, point) < distance(best.centre, point) ? cell : best)
}

function bending(seed: number): (p: Point) => Point {
  const ax = smoothNoise(seed + 21), ay = smoothNoise(seed + 22), bx = smoothNoise(seed + 23), by = smoothNoise(seed + 24)
  return ([x, y]) => [x + 190 * ax(x / 1300, y / 1300) + 38 * bx(x / 290, y / 290), y + 190 * ay(x / 1300, y / 1300) + 38 * by(x / 290, y / 290)]
}

function frameAround(rings: readonly Ring[]): VoronoiCell {
  const xs = rings.flat().map(p => p[0]), ys = rings.flat().map(p => p[1])
  const margin = 3000
  return frame(Math.min(...xs) - margin, Math.min(...ys) - margin, Math.max(...xs) + margin, Math.max(...ys) + margin)
}

/** Sides between two cells, each once, lengthened by 12 m at both ends. */
function collectBorders(cells: readonly VoronoiCell[], bend: (p: Point) => Point, into: Point[][]): void {
  cells.forEach((cell, i) => cell.corners.forEach((a, k) => {
    const j = cell.beyond[k]!
    if (j === outside || j < i) return
    const b = cell.corners[(k + 1) % cell.corners.length]!
    const length = distance(a, b)
    if (length < 0.01) return
    into.push(densify([between(a, b, -12 / length), between(a, b, 1 + 12 / length)], 60).map(bend))
  }))
}

/** Centres of communities: closer together where more is built (Lloyd's algorithm on weighted samples). */
function communitySites(random: Random, terrain: Terrain, district: number, within: VoronoiCell, count: number, fallback: Point): Point[] {
  const samples = samplesWithin(random, terrain, district, within, count * 50)
  if (samples.length === 0) samples.push({ at: fallback, weight: 1 })
  let sites: Point[] = Array.from({ length: count }, () => {
    const { at: [x, y] } = random.pick(samples)
    return [x + random.between(-40, 40), y + random.between(-40, 40)] as const
  })
  for (let round = 0; round < 6; round++) {
    const sums = sites.map(() => [0, 0, 0])
    for (const { at, weight } of samples) {
      let nearest = 0
      for (let i = 1; i < sites.length; i++) if (distance(at, sites[i]!) < distance(at, sites[nearest]!)) nearest = i
      const sum = sums[nearest]!
      sum[0]! += at[0] * weight
      sum[1]! += at[1] * weight
      sum[2]! += weight
    }
    sites = sites.map((site, i) => sums[i]![2]! > 0 ? [sums[i]![0]! / sums[i]![2]!, sums[i]![1]! / sums[i]![2]!] as const : site)
  }
  return sites
}

function samplesWithin(random: Random, terrain: Terrain, district: number, within: VoronoiCell, wanted: number) {
  const xs = within.corners.map(p => p[0]), ys = within.corners.map(p => p[1])
  const samples: { at: Point, weight: number }[] = []
  for (let tries = 0; samples.length < wanted && tries < wanted * 40; tries++) {
    const x = random.between(Math.min(...xs), Math.max(...xs)), y = random.between(Math.min(...ys), Math.max(...ys))
    if (terrain.dryDistrict(x, y) !== district || !contains([within.corners], x, y)) continue
    const density = terrain.density(x, y)
    samples.push({ at: [x, y], weight: 0.04 + density ** 2 })
  }
  return samples
}
