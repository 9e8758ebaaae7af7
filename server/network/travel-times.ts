import { headOf, mayPass, passOf, type Arcs, type RoadNetwork, type Snap } from './road-network.ts'
import { searchOf, type Limits } from './search.ts'
import { pacesOf, type Kind, type Profile } from './speeds.ts'

/**
 * Seconds by road from each origin to one destination: one search, backwards.
 *
 * @param options  `stopAfter: k` ends with the k nearest, `maxSeconds` at that time; the others are Infinity
 * @returns in the order of the origins; Infinity where there is no way
 */
export function travelTimesTo(network: RoadNetwork, destination: Snap, origins: readonly Snap[], profile: Profile, options: Limits = {}): Float64Array {
  return run(network, destination, origins, profile, options, true)
}

/** Seconds by road from one origin to each destination: one search, forwards. Else as travelTimesTo. */
export function travelTimesFrom(network: RoadNetwork, origin: Snap, destinations: readonly Snap[], profile: Profile, options: Limits = {}): Float64Array {
  return run(network, origin, destinations, profile, options, false)
}

function run(network: RoadNetwork, source: Snap, targets: readonly Snap[], profile: Profile, limits: Limits, backwards: boolean): Float64Array {
  const search = searchOf(network), paces = pacesOf(network.speeds, profile), { kind } = profile
  search.begin(targets.length)
  if (backwards) seedTails(search, network, source, paces, kind)
  else seedHeads(search, network, source, paces, kind)
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!
    if (backwards) attachHeads(search, i, network, target, paces, kind)
    else attachTails(search, i, network, target, paces, kind)
    if (target.edge === source.edge) search.reachTarget(i, backwards ? alongEdge(network, target, source, paces, kind) : alongEdge(network, source, target, paces, kind))
  }
  search.run(backwards ? network.in : network.out, paces, passOf(kind), limits)
  const seconds = new Float64Array(targets.length)
  for (let i = 0; i < targets.length; i++) seconds[i] = search.secondsTo(i)
  return seconds
}

/** What is told where a search begins, and behind which states its targets lie. */
type Begins = { seed(state: number, seconds: number): void }
type Attaches = { attach(target: number, state: number, seconds: number): void }

const directions = [0, 1] as const

/** Seconds over the whole edge; Infinity where it is closed. */
const edgeSeconds = ({ edgeLength, edgePace }: RoadNetwork, edge: number, paces: Float64Array): number => edgeLength[edge]! * paces[edgePace[edge]!]!

/** Seconds from one place on an edge to another on the same without leaving it; Infinity where that is against a one-way. */
export function alongEdge(network: RoadNetwork, from: Snap, to: Snap, paces: Float64Array, kind: Kind): number {
  if (from.fraction === to.fraction && edgeSeconds(network, from.edge, paces) < Infinity) return 0
  const direction = to.fraction > from.fraction ? 0 : 1
  return mayPass(network, from.edge, direction, kind) ? Math.abs(to.fraction - from.fraction) * edgeSeconds(network, from.edge, paces) : Infinity
}

/** Forward search: begin on an edge and drive to its ends. */
export function seedHeads(search: Begins, network: RoadNetwork, { edge, fraction }: Snap, paces: Float64Array, kind: Kind): void {
  const seconds = edgeSeconds(network, edge, paces)
  for (const direction of directions)
    if (mayPass(network, edge, direction, kind)) search.seed(headOf(network, edge, direction, kind), (direction === 0 ? 1 - fraction : fraction) * seconds)
}

/** Backward search: a place on an edge comes before the states at its ends. */
export function attachHeads(search: Attaches, target: number, network: RoadNetwork, { edge, fraction }: Snap, paces: Float64Array, kind: Kind): void {
  const seconds = edgeSeconds(network, edge, paces)
  for (const direction of directions)
    if (mayPass(network, edge, direction, kind)) search.attach(target, headOf(network, edge, direction, kind), (direction === 0 ? 1 - fraction : fraction) * seconds)
}

/** Backward search: end on an edge, coming from the states that it may be entered from. */
export function seedTails(search: Begins, network: RoadNetwork, { edge, fraction }: Snap, paces: Float64Array, kind: Kind): void {
  const seconds = edgeSeconds(network, edge, paces)
  for (const direction of directions) eachTail(network, edge, direction, kind, tail => search.seed(tail, (direction === 0 ? fraction : 1 - fraction) * seconds))
}

/** Forward search: a place on an edge is reached from the states that the edge may be entered from. */
export function attachTails(search: Attaches, target: number, network: RoadNetwork, { edge, fraction }: Snap, paces: Float64Array, kind: Kind): void {
  const seconds = edgeSeconds(network, edge, paces)
  for (const direction of directions) eachTail(network, edge, direction, kind, tail => search.attach(target, tail, (direction === 0 ? fraction : 1 - fraction) * seconds))
}

/** States from which an edge may be passed in a direction: its node, and copies of it where turns are banned. */
function eachTail(network: RoadNetwork, edge: number, direction: 0 | 1, kind: Kind, use: (tail: number) => void): void {
  if (!mayPass(network, edge, direction, kind)) return
  const { first, end, code }: Arcs = network.in
  const head = headOf(network, edge, direction, kind), pass = passOf(kind), wanted = edge * 2 + direction
  for (let arc = first[head]!; arc < first[head + 1]!; arc++) if (code[arc]! >> 2 === wanted && (code[arc]! & pass) !== 0) use(end[arc]!)
}
