import { centroidOf, distance, type Point } from '../plane.ts'
import { createRandom, fraction } from '../random.ts'
import type { Geography, Jurisdiction } from '../geography/geography.ts'
import { localName } from '../geography/tree.ts'
import type { Road } from '../network/network.ts'
import type { Size } from '../sizes.ts'
import { findBlocks, type Block } from './blocks.ts'
import { countryHouses, fillBlock, type Front, type Plot } from './plots.ts'
import { corners, createRoom } from './room.ts'
import { buildingKind, useOf, type Use } from './uses.ts'

export interface Building {
  id: number
  ring: Point[]
  at: Point
  kind: 'residential' | 'commercial' | 'industrial' | 'public'
  use: Use
  storeys: number
  front?: Front
  compound?: Compound
  where: Jurisdiction
}

/** Land with one owner and one gate: an estate, a school, a factory. */
export interface Compound { id: number, use: Use, ring: Point[], at: Point, gate: Front, buildings: Building[] }

export interface Fabric { buildings: Building[], compounds: Compound[], parks: { name: string, ring: Point[], at: Point }[] }

/** Square metres beyond which the land between roads is country. */
const largestBlock = 900_000

/** Buildings on the land between the roads, densest land first, until there are as many as the size wants. */
export function createFabric(seed: number, size: Size, geography: Geography, roads: readonly Road[]): Fabric {
  const { terrain } = geography
  const random = createRandom(seed, 'buildings')
  const room = createRoom(roads, p => terrain.dryDistrict(...p) > 0 && (terrain.hill(...p) < 0.6 || terrain.density(...p) > 0.2))
  const fabric: Fabric = { buildings: [], compounds: [], parks: [] }
  const build = (plot: Plot, use: Use, compound?: Compound) => {
    const where = geography.jurisdictionAt(plot.box.at)
    if (!where) return
    const building: Building = {
      id: fabric.buildings.length + 1, ring: outlineOf(plot), at: plot.box.at, kind: buildingKind[use], use, storeys: plot.storeys,
      front: plot.front, compound, where,
    }
    compound?.buildings.push(building)
    fabric.buildings.push(building)
  }
  const country = Math.floor(size.buildings * 0.1)
  for (const { block, at } of ranked(seed, geography, findBlocks(roads, largestBlock * size.blockScale))) {
    if (fabric.buildings.length >= size.buildings - country) break
    const use = useOf(random, terrain, at, block.area)
    if (use === 'park') {
      const where = geography.jurisdictionAt(at)
      if (where) fabric.parks.push({ name: `${localName(where.community.name, where.station.name)}公园`, ring: shrink(block.ring, 0.86), at })
      continue
    }
    const plots = fillBlock(random, room, block, use, size)
    if (plots.length === 0) continue
    const walled = use !== 'village' && use !== 'oldtown'
    const compound: Compound | undefined = walled
      ? { id: fabric.compounds.length + 1, use, ring: block.ring, at: plots[0]!.box.at, gate: gateOf(block), buildings: [] } : undefined
    for (const plot of plots) build(plot.front || compound ? plot : { ...plot, front: nearestFront(block, plot.box.at) }, use, compound)
    if (compound && compound.buildings.length > 0) fabric.compounds.push(compound)
  }
  const scattered = roads.toSorted((a, b) => fraction(seed, a.id, 5) - fraction(seed, b.id, 5))
  for (const road of scattered) {
    if (fabric.buildings.length >= size.buildings) break
    const density = terrain.density(...road.points[0]!)
    if (!['tertiary', 'secondary', 'residential'].includes(road.draft.class) || road.bridge || road.tunnel || density > 0.3) continue
    for (const plot of countryHouses(random, room, road, 0.12 + density)) build(plot, 'village')
  }
  return fabric
}

/** Densest first, give or take; but the best few of every station's area before all others, so that nobody has none. */
function ranked(seed: number, { terrain, jurisdictionAt }: Geography, blocks: readonly Block[]) {
  const perStation = new Map<number, number>()
  return blocks.map((block, i) => {
    const at = centroidOf(block.ring)
    return { block, at, rank: 0.6 * terrain.density(...at) + 0.25 * fraction(seed, i, 77) }
  }).sort((a, b) => b.rank - a.rank).map(entry => {
    const station = jurisdictionAt(entry.at)?.station.id ?? 0
    const turn = perStation.get(station) ?? 0
    perStation.set(station, turn + 1)
    return turn < 6 ? { ...entry, rank: entry.rank + 6 - turn } : entry
  }).sort((a, b) => b.rank - a.rank)
}

/** The rectangle, or with a corner taken out an L. */
function outlineOf({ box, notch }: Plot): Point[] {
  const [a, b, c, d] = corners(box)
  if (notch === 0) return [a, b, c, d]
  const mix = (p: Point, q: Point, t: number): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]
  const inner = mix(mix(a, b, 1 - notch), mix(d, c, 1 - notch), 1 - notch)
  return [a, b, mix(b, c, 1 - notch), inner, mix(d, c, 1 - notch), d]
}

const shrink = (ring: readonly Point[], share: number): Point[] => {
  const [cx, cy] = centroidOf(ring)
  return ring.map(([x, y]) => [cx + (x - cx) * share, cy + (y - cy) * share] as const)
}

const rank: Record<string, number> = { primary: 0, secondary: 1, tertiary: 2, trunk: 3, residential: 4, service: 5, path: 6, motorway: 9 }

/** The gate is on the most important street around, in the middle of that side. */
function gateOf(block: Block): Front {
  const side = block.sides.reduce((best, other) => rank[other.road.draft.class]! < rank[best.road.draft.class]!
    || rank[other.road.draft.class] === rank[best.road.draft.class] && other.road.length > best.road.length ? other : best)
  return { road: side.road, chainage: (side.road.chainage[0] + side.road.chainage[1]) / 2, left: side.forward }
}

function nearestFront(block: Block, p: Point): Front {
  let best: Front | undefined, least = Infinity
  for (const { road, forward } of block.sides) {
    let along = road.chainage[0]
    road.points.forEach((q, i) => {
      if (i > 0) along += distance(road.points[i - 1]!, q)
      if (distance(p, q) < least) { least = distance(p, q); best = { road, chainage: along, left: forward } }
    })
  }
  return best!
}
