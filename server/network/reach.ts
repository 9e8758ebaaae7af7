import { cellsToMultiPolygon } from 'h3-js'
import type { MultiPolygon } from 'geojson'
import { mayPass, passOf, type CellResolution, type RoadNetwork, type Snap } from './road-network.ts'
import { searchOf, type Search } from './search.ts'
import { kinds, pacesOf, type Kind, type Profile } from './speeds.ts'
import { seedHeads } from './travel-times.ts'

export interface ReachSource { snap: Snap, kind: Kind, siren: boolean }

/**
 * H3 cells that any of the sources can enter by road within a time, and when the first does.
 *
 * Cells that no road runs through are not among them.
 *
 * @param resolution  9 or 10
 * @param hour        local, 0 to 23
 * @returns seconds by cell in hexadecimal
 * @throws {RangeError} for another resolution
 * Cost: one search for each kind (and siren) among the sources, however many of them.
 */
export function reachedCells(network: RoadNetwork, sources: readonly ReachSource[], maxSeconds: number, resolution: number, hour: number): Map<string, number> {
  if (resolution !== 9 && resolution !== 10) throw new RangeError(`resolution ${resolution} is neither 9 nor 10`)
  const { ids } = network.cells[resolution]
  const soonest = new Float64Array(ids.length).fill(Infinity)
  for (const kind of kinds) for (const siren of [false, true]) {
    const alike = sources.filter(source => source.kind === kind && source.siren === siren)
    if (alike.length > 0) reach(network, alike, { kind, siren, hour }, maxSeconds, resolution, soonest)
  }
  const reached = new Map<string, number>()
  soonest.forEach((seconds, cell) => { if (seconds <= maxSeconds) reached.set(ids[cell]!.toString(16), seconds) })
  return reached
}

function reach(network: RoadNetwork, sources: readonly ReachSource[], profile: Profile, maxSeconds: number, resolution: CellResolution, soonest: Float64Array): void {
  const search = searchOf(network), paces = pacesOf(network.speeds, profile), { kind } = profile
  search.begin(0)
  for (const { snap } of sources) seedHeads(search, network, snap, paces, kind)
  search.run(network.out, paces, passOf(kind), { maxSeconds })
  const { first, cell, enter, leave } = network.cells[resolution]
  const note = (edge: number, from: number, seconds: number, direction: 0 | 1, whole: number) => {
    for (let i = first[edge]!; i < first[edge + 1]!; i++) {
      // Along the line a cell is met where it is entered, against it where it is left.
      const way = direction === 0 ? Math.max(0, enter[i]! - from) : Math.max(0, from - leave[i]!)
      const passed = direction === 0 ? leave[i]! < from : enter[i]! > from
      const at = seconds + way * whole
      if (!passed && at < soonest[cell[i]!]!) soonest[cell[i]!] = at
    }
  }
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const whole = network.edgeLength[edge]! * paces[network.edgePace[edge]!]!
    if (whole === Infinity) continue
    for (const direction of [0, 1] as const) {
      if (!mayPass(network, edge, direction, kind)) continue
      const seconds = soonestTail(network, search, edge, direction)
      if (seconds <= maxSeconds) note(edge, direction, seconds, direction, whole)
    }
  }
  for (const { snap: { edge, fraction } } of sources) {
    const whole = network.edgeLength[edge]! * paces[network.edgePace[edge]!]!
    for (const direction of [0, 1] as const) if (mayPass(network, edge, direction, kind)) note(edge, fraction, 0, direction, whole)
  }
}

/** When an edge can first be entered in a direction, from its node or a copy of it. */
function soonestTail(network: RoadNetwork, search: Search, edge: number, direction: 0 | 1): number {
  const node = direction === 0 ? network.edgeFrom[edge]! : network.edgeTo[edge]!
  if (network.stateCount === network.nodeCount) return search.secondsAt(node)
  let soonest = search.secondsAt(node)
  const { first, end, code } = network.in
  const head = network.edgeHead[edge * 2 + direction]!
  for (let arc = first[head]!; arc < first[head + 1]!; arc++) {
    if (code[arc]! >> 2 === edge * 2 + direction && (code[arc]! & 1) !== 0) soonest = Math.min(soonest, search.secondsAt(end[arc]!))
  }
  return soonest
}

export interface Isochrone { minutes: number, cells: string[], polygon: MultiPolygon }

/**
 * What can be reached from a place within each of some minutes: cells of resolution 10 and their outline (degrees).
 *
 * Cost: one search to the largest of the minutes.
 */
export function isochrone(network: RoadNetwork, source: Snap, { kind, siren, hour }: Profile, minutes: readonly number[]): Isochrone[] {
  const reached = reachedCells(network, [{ snap: source, kind, siren }], Math.max(...minutes) * 60, 10, hour)
  return minutes.map(limit => {
    const cells = [...reached].filter(([, seconds]) => seconds <= limit * 60).map(([cell]) => cell)
    return { minutes: limit, cells, polygon: { type: 'MultiPolygon', coordinates: cellsToMultiPolygon(cells, true) } }
  })
}
