import { areaOf, distance, Grid, offset, smooth, toPlane, toSegment, type Point } from '../plane.ts'
import { fraction } from '../random.ts'
import type { Geography } from '../geography/geography.ts'
import { drawCountryRoads } from './country.ts'
import type { Draft, RoadClass } from './draft.ts'
import { buildGraph, openTraps, type Edge } from './graph.ts'
import { drawHighways } from './highways.ts'
import { drawLattice, type Zone } from './lattice.ts'
import { streetNames } from './names.ts'
import { nodeDrafts } from './node.ts'

export interface Road extends Edge {
  id: number
  name: string
  oneway: 0 | 1
  bridge: boolean
  tunnel: boolean
}

/** Grains of the city, in the order of the district codes 思明 海沧 湖里 集美 同安 翔安. */
const zones: readonly Zone[] = [
  { id: 1, districts: [1, 3], centre: toPlane(118.115, 24.485), angle: -0.18 },
  { id: 2, districts: [2], centre: toPlane(118.02, 24.49), angle: 0.22 },
  { id: 3, districts: [4], centre: toPlane(118.06, 24.59), angle: 0.5 },
  { id: 4, districts: [5], centre: toPlane(118.145, 24.71), angle: 0.12 },
  { id: 5, districts: [6], centre: toPlane(118.25, 24.63), angle: -0.3 },
]

const gulangyu = { at: toPlane(118.065, 24.447), radius: 1300 }

/** All roads, cut at junctions; the drivable ones are one connected network. */
export function createNetwork(seed: number, geography: Geography, scale: number): Road[] {
  const { terrain } = geography
  const wet = (p: Point) => terrain.dryDistrict(...p) === 0
  const { drafts: highways, middles } = drawHighways(wet)
  const clear = clearOf(middles)
  const shore = drawShore(geography)
  const shoreClear = clearOf(shore.map(draft => ({ points: draft.points, class: draft.class })))
  const country = drawCountryRoads(seed, terrain, geography.villages).flatMap(draft => clear(draft)).flatMap(draft => shoreClear(draft))
  const lattice = zones.flatMap(zone => drawLattice(seed, terrain, zone, scale)).flatMap(draft => clear(draft)).flatMap(draft => shoreClear(draft))
  for (const draft of lattice) if (distance(draft.points[0]!, gulangyu.at) < gulangyu.radius) draft.class = 'path'
  const drafts = [...highways.flatMap(draft => wetAndDry(draft, p => wet(p) || draft.over === 'tunnel' && terrain.hill(...p) > 0.5)), ...shore, ...country, ...lattice]
  const edges = buildGraph(drafts, nodeDrafts(drafts, meeting(drafts)))
  const names = streetNames(seed, edges, geography)
  const oneway = (edge: Edge) => edge.draft.oneway === 1
    || edge.draft.class === 'residential' && edge.length < 400 && fraction(seed, edge.from, edge.to, 5) < 0.05
  const traps = openTraps(edges, oneway)
  return edges.map((edge, i): Road => ({
    ...edge, id: i + 1, name: names.get(edge.draft.street)!, oneway: oneway(edge) && !traps.has(edge) ? 1 : 0,
    bridge: edge.draft.over === 'bridge', tunnel: edge.draft.over === 'tunnel',
  }))
}

/** Split a highway where it leaves open ground and where it comes back; only the parts over water or under a hill keep `over`. */
function wetAndDry(draft: Draft, wet: (p: Point) => boolean): Draft[] {
  const pieces: Draft[] = []
  let points = [draft.points[0]!], chainage = draft.chainage, along = draft.chainage, over = wet(points[0]!)
  for (let i = 1; i < draft.points.length; i++) {
    const here = wet(draft.points[i]!)
    points.push(draft.points[i]!)
    along += distance(draft.points[i - 1]!, draft.points[i]!)
    if (here === over && i < draft.points.length - 1) continue
    pieces.push({ ...draft, points, chainage, over: over ? draft.over : undefined })
    points = [draft.points[i]!]
    chainage = along
    over = here
  }
  return pieces
}

/** The roads along the sea around the island, along the built-up shores and around the lakes. */
function drawShore({ terrain, islandRing }: Geography): Draft[] {
  const drafts: Draft[] = []
  const lines: [string, Point[]][] = shores.map(([name, outline]) => [name, smooth(outline.map(([longitude, latitude]) => toPlane(longitude, latitude)), 3)])
  const around = lakes.map(([name, lake]): [string, Point[]] => {
    const { ring } = terrain.waters.find(water => water.name === lake)!
    const closed = [...ring, ring[0]!]
    return [name, offset(closed, areaOf(ring) > 0 ? -40 : 40)]
  })
  for (const [name, points, road] of [...lines, ['环岛路', islandRing] as const, ...around.map(line => [...line, 'secondary'] as const)] as [string, Point[], RoadClass?][]) {
    let piece: Point[] = [], chainage = 0, along = 0
    const finish = () => {
      if (piece.length > 2) drafts.push({ points: piece, class: road ?? 'primary', street: `=${name}`, chainage, oneway: 0 })
      piece = []
    }
    points.forEach((p, i) => {
      if (i > 0) along += distance(points[i - 1]!, p)
      if (terrain.dryDistrict(...p) === 0) { finish(); return }
      if (piece.length === 0) chainage = along
      piece.push(p)
    })
    finish()
  }
  return drafts
}

const lakes = [['湖滨路', '筼筜湖'], ['湖边路', '湖边水库'], ['五缘湾道', '五缘湾'], ['杏林湾路', '杏林湾'], ['东坑湾路', '东坑湾']] as const

const shores: readonly [string, readonly (readonly [number, number])[]][] = [
  ['滨海东路', [[118.095, 24.569], [118.107, 24.577], [118.122, 24.6], [118.137, 24.617], [118.149, 24.636], [118.163, 24.653], [118.172, 24.667], [118.188, 24.662], [118.198, 24.637], [118.212, 24.61], [118.224, 24.585], [118.235, 24.556], [118.247, 24.548], [118.262, 24.552], [118.285, 24.572]]],
  ['滨海西大道', [[118.045, 24.452], [118.052, 24.466], [118.049, 24.483], [118.055, 24.5], [118.054, 24.52], [118.045, 24.53], [118.02, 24.5335], [117.995, 24.529], [117.98, 24.54], [117.99, 24.556], [118.015, 24.561], [118.05, 24.556], [118.072, 24.55], [118.085, 24.564]]],
]

/** Cut away the parts of a lesser road that run alongside one of these lines. */
function clearOf(lines: readonly { points: readonly Point[], class: string }[]): (draft: Draft) => Draft[] {
  const grid = new Grid<{ a: Point, b: Point }>(120)
  for (const { points } of lines) {
    points.forEach((b, i) => {
      const a = points[i - 1]
      if (a) grid.add({ a, b }, Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
    })
  }
  const alongside = (p: Point, q: Point) => {
    const middle: Point = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2], length = distance(p, q) || 1
    for (const { a, b } of grid.near(middle[0], middle[1], 70)) {
      const near = toSegment(middle, a, b).distance
      const parallel = Math.abs((q[0] - p[0]) * (b[0] - a[0]) + (q[1] - p[1]) * (b[1] - a[1])) / length / (distance(a, b) || 1)
      if (near < 30 && parallel > 0.6 || near < 70 && parallel > 0.85) return true
    }
    return false
  }
  return draft => {
    const pieces: Draft[] = []
    let points = [draft.points[0]!], chainage = draft.chainage, along = draft.chainage
    const finish = () => { if (points.length > 1) pieces.push({ ...draft, points, chainage }) }
    for (let i = 1; i < draft.points.length; i++) {
      const a = draft.points[i - 1]!, b = draft.points[i]!
      along += distance(a, b)
      if (alongside(a, b)) { finish(); points = [b]; chainage = along } else points.push(b)
    }
    finish()
    return pieces
  }
}

/** What meets what: motorways only where there is an interchange, roads over water nothing but their own ends. */
function meeting(drafts: readonly Draft[]): (a: number, b: number, at: Point) => boolean {
  const interchanges: Point[] = []
  const rank: Record<string, number> = { motorway: 0, trunk: 1, primary: 2, secondary: 3, tertiary: 4, residential: 5, service: 6, path: 7 }
  return (i, j, at) => {
    const a = drafts[i]!, b = drafts[j]!
    if (a.over || b.over) return a.street === b.street || touches(a, at) && touches(b, at)
    if (a.street === b.street) return true
    const [upper, lower] = rank[a.class]! <= rank[b.class]! ? [a, b] : [b, a]
    if (upper.class === 'trunk') return rank[lower.class]! <= 4
    if (upper.class !== 'motorway') return true
    if (rank[lower.class]! > 3) return false
    if (interchanges.some(point => distance(point, at) < 60)) return true
    if (interchanges.some(point => distance(point, at) < 2600)) return false
    interchanges.push(at)
    return true
  }
}

const touches = (draft: Draft, at: Point) => distance(draft.points[0]!, at) < 20 || distance(draft.points.at(-1)!, at) < 20

