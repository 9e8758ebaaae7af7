import { headOf, mayPass, passOf, type RoadNetwork, type Snap } from '../network/road-network.ts'
import { snap } from '../network/snap.ts'
import type { Kind } from '../network/speeds.ts'
import type { CityCells } from './city-cells.ts'

/** Where the anchors of cells lie on the roads of a kind of traveller, and from which states they are reached. */
export interface Anchors {
  /** By cell; null where no road is near. */
  snaps: readonly (Snap | null)[]
  /** Entries of cell i are `first[i]` to `first[i + 1]`: the cell's anchor lies `share` of its edge after `state`. */
  first: Int32Array
  state: Int32Array
  share: Float64Array
}

const nearMetres = 500

/** The largest connected part first: a stub that leads nowhere would make a street unreachable. */
export const snapTo = (network: RoadNetwork, longitude: number, latitude: number, kind: Kind): Snap | null =>
  snap(network, longitude, latitude, { kind, maxMetres: nearMetres, component: 'largest' }) ?? snap(network, longitude, latitude, { kind, maxMetres: nearMetres })

/** Cost: a snap a cell, some hundredths of a millisecond each; in slices. */
export async function findAnchors(network: RoadNetwork, { cells, longitude, latitude }: CityCells, kind: Kind, breathe: () => Promise<void> | undefined): Promise<Anchors> {
  const snaps: (Snap | null)[] = [], first = new Int32Array(cells.length + 1), states: number[] = [], shares: number[] = []
  for (let cell = 0; cell < cells.length; cell++) {
    const place = snapTo(network, longitude[cell]!, latitude[cell]!, kind)
    snaps.push(place)
    if (place) for (const direction of [0, 1] as const) {
      for (const state of tailsOf(network, place.edge, direction, kind)) {
        states.push(state)
        shares.push(direction === 0 ? place.fraction : 1 - place.fraction)
      }
    }
    first[cell + 1] = states.length
    if (cell % 64 === 0) {
      const pause = breathe()
      if (pause) await pause
    }
  }
  return { snaps, first, state: Int32Array.from(states), share: Float64Array.from(shares) }
}

/** States from which an edge may be passed in a direction: its node, and copies of it where turns are banned. */
function tailsOf(network: RoadNetwork, edge: number, direction: 0 | 1, kind: Kind): number[] {
  if (!mayPass(network, edge, direction, kind)) return []
  const { first, end, code } = network.in, tails: number[] = []
  const head = headOf(network, edge, direction, kind), pass = passOf(kind), wanted = edge * 2 + direction
  for (let arc = first[head]!; arc < first[head + 1]!; arc++) if (code[arc]! >> 2 === wanted && (code[arc]! & pass) !== 0) tails.push(end[arc]!)
  return tails
}
