import { headOf, mayPass, passOf, type RoadNetwork, type Snap } from '../network/road-network.ts'
import { pacesOf, type Profile } from '../network/speeds.ts'
import { alongEdge } from '../network/travel-times.ts'
import type { Anchors } from './anchors.ts'
import { NearestTwo } from './nearest-two.ts'

/** Who can be where: a unit, or anything else that has a number, on a road. */
export interface Source { id: number, snap: Snap }

/** By cell: the soonest source and the soonest other one; seconds Infinity and id -1 where there is none in time. */
export interface Soonest {
  firstSeconds: Float64Array
  first: Int32Array
  secondSeconds: Float64Array
  second: Int32Array
}

export const emptySoonest = (cells: number): Soonest => ({
  firstSeconds: new Float64Array(cells).fill(Infinity), first: new Int32Array(cells).fill(-1),
  secondSeconds: new Float64Array(cells).fill(Infinity), second: new Int32Array(cells).fill(-1),
})

/** Take over a source for a cell if it is among the two soonest. */
export function offer(soonest: Soonest, cell: number, seconds: number, id: number): void {
  if (!(seconds < soonest.secondSeconds[cell]!)) return
  if (soonest.first[cell] === id) {
    if (seconds < soonest.firstSeconds[cell]!) soonest.firstSeconds[cell] = seconds
  } else if (seconds < soonest.firstSeconds[cell]!) {
    soonest.secondSeconds[cell] = soonest.firstSeconds[cell]!
    soonest.second[cell] = soonest.first[cell]!
    soonest.firstSeconds[cell] = seconds
    soonest.first[cell] = id
  } else {
    soonest.secondSeconds[cell] = seconds
    soonest.second[cell] = id
  }
}

/**
 * The two sources that arrive first at each cell's anchor, by road, within a time. Exact: equal to the two least of
 * `travelTimesTo` over all sources.
 *
 * Cost: one search with two labels a state, whatever the number of sources.
 */
export async function reachCells(network: RoadNetwork, search: NearestTwo, anchors: Anchors, sources: readonly Source[], profile: Profile, maxSeconds: number, breathe: () => Promise<void> | undefined): Promise<Soonest> {
  const paces = pacesOf(network.speeds, profile), { kind } = profile, cells = anchors.snaps.length
  const soonest = emptySoonest(cells)
  if (sources.length === 0) return soonest
  const secondsOf = (edge: number) => network.edgeLength[edge]! * paces[network.edgePace[edge]!]!
  search.begin()
  const onEdge = new Map<number, Source[]>()
  for (const source of sources) {
    const { edge, fraction } = source.snap, whole = secondsOf(edge)
    for (const direction of [0, 1] as const)
      if (mayPass(network, edge, direction, kind)) search.seed(headOf(network, edge, direction, kind), (direction === 0 ? 1 - fraction : fraction) * whole, source.id)
    const there = onEdge.get(edge)
    if (there) there.push(source); else onEdge.set(edge, [source])
  }
  await search.run(network.out, paces, passOf(kind), maxSeconds, breathe)
  const take = (cell: number, seconds: number, id: number) => { if (id !== -1 && seconds <= maxSeconds) offer(soonest, cell, seconds, id) }
  for (let cell = 0; cell < cells; cell++) {
    const place = anchors.snaps[cell]
    if (!place) continue
    const whole = secondsOf(place.edge)
    for (let i = anchors.first[cell]!; i < anchors.first[cell + 1]!; i++) {
      const state = anchors.state[i]!, more = anchors.share[i]! * whole
      take(cell, search.firstSeconds[state]! + more, search.first[state]!)
      take(cell, search.secondSeconds[state]! + more, search.second[state]!)
    }
    // Those on the very edge may not pass any state on their way.
    for (const source of onEdge.get(place.edge) ?? []) take(cell, alongEdge(network, source.snap, place, paces, kind), source.id)
  }
  return soonest
}
