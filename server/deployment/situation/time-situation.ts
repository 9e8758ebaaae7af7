import { snapTo } from '../../coverage/anchors.ts'
import { metresBetween } from '../../network/metric.ts'
import type { NetworkService } from '../../network/network-service.ts'
import type { RoadNetwork, Snap } from '../../network/road-network.ts'
import { travelTimesFrom } from '../../network/travel-times.ts'
import type { Situation, Travel } from './situation.ts'

/** Longer ways count as none: nobody is sent for an hour. */
const mostSeconds = 3_600

export interface Point { longitude: number, latitude: number }

/** Where a situation's cells lie on the roads of the day. `snaps`: null where no road is near; empty where times are by straight line. */
export interface Placed { roads: RoadNetwork | null, snaps: readonly (Snap | null)[] }

/** Seconds from many points to every cell of a situation, row by row of points; Infinity where there is no way within the hour. `offRoad`: points that no road is near. */
export async function secondsFrom(network: NetworkService, points: readonly Point[], { ground, travel }: Situation): Promise<{ seconds: Float32Array, offRoad: number[], placed: Placed }> {
  const cells: Point[] = ground.longitude.map((longitude, i) => ({ longitude, latitude: ground.latitude[i]! }))
  if (travel.times === 'straight_line') return { seconds: straight(points, cells, travel.kmh!), offRoad: [], placed: { roads: null, snaps: [] } }
  const roads = network.current(), snaps = (of: readonly Point[]) => of.map(({ longitude, latitude }) => snapTo(roads, longitude, latitude, travel.kind))
  const from = snaps(points), to = snaps(cells), seconds = new Float32Array(points.length * cells.length).fill(Infinity)
  const rows = kept(from), columns = kept(to)
  if (rows.at.length > 0 && columns.at.length > 0) {
    const found = await network.matrix(rows.snaps, columns.snaps, profileOf(travel), mostSeconds)
    rows.at.forEach((row, i) => columns.at.forEach((column, j) => { seconds[row * cells.length + column] = found[i * columns.at.length + j]! }))
  }
  return { seconds, offRoad: from.flatMap((each, i) => each ? [] : [i]), placed: { roads, snaps: to } }
}

/** Seconds by road from every cell to many points without a siren, row by row of points; Infinity where there is no way within two hours. */
export async function secondsBack(network: NetworkService, points: readonly Point[], { ground, travel }: Situation): Promise<Float32Array> {
  const roads = network.current(), cells = ground.longitude.length, back = new Float32Array(points.length * cells).fill(Infinity)
  const from = kept(ground.longitude.map((longitude, i) => snapTo(roads, longitude, ground.latitude[i]!, travel.kind))), to = kept(points.map(({ longitude, latitude }) => snapTo(roads, longitude, latitude, travel.kind)))
  if (from.at.length === 0 || to.at.length === 0) return back
  const found = await network.matrix(from.snaps, to.snaps, { ...profileOf(travel), siren: false }, 2 * mostSeconds)
  to.at.forEach((row, i) => from.at.forEach((cell, j) => { back[row * cells + cell] = found[j * to.at.length + i]! }))
  return back
}

/** As secondsFrom, from one point, on this thread and over cells that were placed before: what a dragged post waits for. Cost: one search of the roads. */
export function secondsFromOne(point: Point, { ground, travel }: Situation, { roads, snaps }: Placed): Float32Array {
  if (!roads) return straight([point], ground.longitude.map((longitude, i) => ({ longitude, latitude: ground.latitude[i]! })), travel.kmh!)
  const from = snapTo(roads, point.longitude, point.latitude, travel.kind), to = kept(snaps), seconds = new Float32Array(snaps.length).fill(Infinity)
  if (from) travelTimesFrom(roads, from, to.snaps, profileOf(travel), { maxSeconds: mostSeconds }).forEach((each, i) => { seconds[to.at[i]!] = each <= mostSeconds ? each : Infinity })
  return seconds
}

const profileOf = ({ kind, siren, hour }: Travel) => ({ kind, siren, hour })

const kept = (snaps: readonly (Snap | null)[]): { at: number[], snaps: Snap[] } => {
  const at = snaps.flatMap((each, i) => each ? [i] : [])
  return { at, snaps: at.map(i => snaps[i]!) }
}

function straight(points: readonly Point[], cells: readonly Point[], kmh: number): Float32Array {
  const seconds = new Float32Array(points.length * cells.length)
  points.forEach((from, row) => cells.forEach((to, column) => {
    const each = metresBetween(from.longitude, from.latitude, to.longitude, to.latitude) * 3.6 / kmh
    seconds[row * cells.length + column] = each <= mostSeconds ? each : Infinity
  }))
  return seconds
}
