import { headingOf } from './snap.ts'
import { metresBetween } from './metric.ts'
import { passOf, unit, type RoadNetwork, type Snap } from './road-network.ts'
import { searchOf } from './search.ts'
import { pacesOf, type Profile } from './speeds.ts'
import { alongEdge, attachTails, seedHeads } from './travel-times.ts'

export type Turn = 'depart' | 'straight' | 'left' | 'right' | 'sharp_left' | 'sharp_right' | 'u_turn' | 'arrive'
/** What to do, then how far to go on. */
export interface Step { name: string | null, metres: number, seconds: number, turn: Turn }
type Position = [longitude: number, latitude: number]
export type Route = { ok: true, seconds: number, metres: number, line: Position[], steps: Step[] } | { ok: false, reason: string }

/** A piece of a route: an edge from one share of its length to another. */
export interface Leg { edge: number, from: number, to: number }

/**
 * The quickest way, as pieces of edges in order.
 *
 * @returns null where there is none
 */
export function findLegs(network: RoadNetwork, from: Snap, to: Snap, profile: Profile): { seconds: number, legs: Leg[] } | null {
  const search = searchOf(network), paces = pacesOf(network.speeds, profile), { kind } = profile
  search.begin(1)
  seedHeads(search, network, from, paces, kind)
  attachTails(search, 0, network, to, paces, kind)
  if (from.edge === to.edge) search.reachTarget(0, alongEdge(network, from, to, paces, kind))
  search.run(network.out, paces, passOf(kind), {})
  const seconds = search.secondsTo(0)
  if (seconds === Infinity) return null
  const last = search.viaOf(search.stateCount)
  if (last === -1) return { seconds, legs: [{ edge: from.edge, from: from.fraction, to: to.fraction }] }
  const { out } = network
  const arcs: number[] = []
  let state = -2 - last
  for (let arc = search.viaOf(state); arc !== -1; arc = search.viaOf(state)) {
    arcs.push(arc)
    state = tailOf(network, arc)
  }
  // The first state was reached over the rest of the first edge, the target over the beginning of the last.
  const legs: Leg[] = [{ edge: from.edge, from: from.fraction, to: endOf(network, from, state, kind, search.secondsAt(state), paces) }]
  for (const arc of arcs.reverse()) legs.push(out.code[arc]! & 4 ? { edge: out.code[arc]! >> 3, from: 1, to: 0 } : { edge: out.code[arc]! >> 3, from: 0, to: 1 })
  legs.push({ edge: to.edge, from: beginOf(network, to, -2 - last, seconds - search.secondsAt(-2 - last), kind, paces), to: to.fraction })
  return { seconds, legs: legs.filter(leg => leg.from !== leg.to) }
}

/** The state that an arc leaves: rows are in order, so by halving. */
function tailOf({ out: { first } }: RoadNetwork, arc: number): number {
  let low = 0, high = first.length - 1
  while (high - low > 1) {
    const middle = low + high >> 1
    if (first[middle]! <= arc) low = middle; else high = middle
  }
  return low
}

/** Which end of the first edge a seed state is; on a loop, the one that costs what the seed did. */
function endOf(network: RoadNetwork, { edge, fraction }: Snap, state: number, kind: Profile['kind'], seconds: number, paces: Float64Array): 0 | 1 {
  const node = network.stateNode[state]!
  const whole = network.edgeLength[edge]! * paces[network.edgePace[edge]!]!
  const along = network.edgeTo[edge] === node && (kind === 'foot' || network.edgeOneway[edge] !== -1)
  const against = network.edgeFrom[edge] === node && (kind === 'foot' || network.edgeOneway[edge] !== 1)
  if (along && against) return Math.abs((1 - fraction) * whole - seconds) <= Math.abs(fraction * whole - seconds) ? 1 : 0
  return along ? 1 : 0
}

function beginOf(network: RoadNetwork, { edge, fraction }: Snap, state: number, seconds: number, kind: Profile['kind'], paces: Float64Array): 0 | 1 {
  const node = network.stateNode[state]!
  const whole = network.edgeLength[edge]! * paces[network.edgePace[edge]!]!
  const along = network.edgeFrom[edge] === node && (kind === 'foot' || network.edgeOneway[edge] !== -1)
  const against = network.edgeTo[edge] === node && (kind === 'foot' || network.edgeOneway[edge] !== 1)
  if (along && against) return Math.abs(fraction * whole - seconds) <= Math.abs((1 - fraction) * whole - seconds) ? 0 : 1
  return along ? 0 : 1
}

/**
 * The quickest way with its line (from road to road, degrees) and what to do on it: one step a street, told apart by name.
 */
export function route(network: RoadNetwork, from: Snap, to: Snap, profile: Profile): Route {
  const found = findLegs(network, from, to, profile)
  if (!found) return { ok: false, reason: 'there is no way by road from there to there' }
  const paces = pacesOf(network.speeds, profile)
  const line: Position[] = [[from.longitude, from.latitude]]
  const steps: Step[] = []
  let metres = 0, street: string | null | undefined, arrivedAt = 0
  for (const leg of found.legs) {
    const shape = shapeOf(network, leg)
    const length = Math.abs(leg.to - leg.from) * network.edgeLength[leg.edge]!
    const name = network.names[network.edgeName[leg.edge]!] ?? null
    const leaving = headingOf(...shape[0]!, ...shape[1]!)
    const turn = steps.length === 0 ? 'depart' : turnBetween(arrivedAt, leaving)
    if (steps.length === 0 || name !== street || turn === 'u_turn' || name === null && turn !== 'straight') steps.push({ name, metres: 0, seconds: 0, turn })
    const step = steps.at(-1)!
    step.metres += length
    step.seconds += length * paces[network.edgePace[leg.edge]!]!
    metres += length
    street = name
    arrivedAt = headingOf(...shape.at(-2)!, ...shape.at(-1)!)
    line.push(...shape.slice(1))
  }
  steps.push({ name: network.names[network.edgeName[to.edge]!] ?? null, metres: 0, seconds: 0, turn: 'arrive' })
  if (line.length === 1) line.push([to.longitude, to.latitude])
  return { ok: true, seconds: found.seconds, metres, line, steps }
}

/** What a driver calls a change of heading, degrees from north. */
export function turnBetween(before: number, after: number): Turn {
  const angle = (after - before + 540) % 360 - 180
  const size = Math.abs(angle)
  if (size < 30) return 'straight'
  if (size > 165) return 'u_turn'
  if (size > 120) return angle < 0 ? 'sharp_left' : 'sharp_right'
  return angle < 0 ? 'left' : 'right'
}

/** Points of a leg, in the order of travel; at least two. */
function shapeOf({ firstPoint, points, edgeLength }: RoadNetwork, { edge, from, to }: Leg): Position[] {
  const low = Math.min(from, to) * edgeLength[edge]!, high = Math.max(from, to) * edgeLength[edge]!
  const shape: Position[] = []
  let along = 0
  for (let p = firstPoint[edge]!; p + 1 < firstPoint[edge + 1]!; p++) {
    const a: Position = [points[p * 2]! * unit, points[p * 2 + 1]! * unit], b: Position = [points[p * 2 + 2]! * unit, points[p * 2 + 3]! * unit]
    const length = metresBetween(...a, ...b), isLast = p + 2 === firstPoint[edge + 1]!
    const at = (metres: number): Position => { const share = Math.max(0, Math.min(1, (metres - along) / length)); return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share] }
    if (shape.length === 0 && (low < along + length || isLast)) shape.push(at(low))
    if (shape.length > 0 && (high <= along + length || isLast)) { shape.push(at(high)); break }
    if (shape.length > 0) shape.push(b)
    along += length
  }
  return from <= to ? shape : shape.reverse()
}
