import { snapTo } from '../../coverage/anchors.ts'
import type { NetworkService } from '../../network/network-service.ts'
import type { Snap } from '../../network/road-network.ts'
import type { Kind, Speeds } from '../../network/speeds.ts'

/** Longer ways are none for a patrol. */
const mostSeconds = 7_200

/**
 * Whole seconds by road between all of some places, row by row; Infinity where there is no way. Without siren, at the slowest hour
 * of the shift: a tour that holds then holds always.
 *
 * @param hours  of the shift, local
 */
export async function timesBetween(network: NetworkService, places: readonly { longitude: number, latitude: number }[], kind: Kind, hours: readonly number[]): Promise<Float32Array> {
  const roads = network.current(), count = places.length, snaps = places.map(({ longitude, latitude }) => snapTo(roads, longitude, latitude, kind)), seconds = new Float32Array(count * count).fill(Infinity)
  const at = snaps.flatMap((snap, i) => snap ? [i] : []), kept = at.map(i => snaps[i] as Snap)
  const found = kept.length > 0 ? await network.matrix(kept, kept, { kind, siren: false, hour: slowestHour(network.speeds(), kind, hours) }, mostSeconds) : []
  at.forEach((row, i) => at.forEach((column, j) => { seconds[row * count + column] = Math.ceil(found[i * at.length + j]!) }))
  for (let i = 0; i < count; i++) seconds[i * count + i] = 0
  return seconds
}

const slowestHour = ({ hours: byKind }: Speeds, kind: Kind, hours: readonly number[]): number =>
  kind === 'foot' ? hours[0]! : hours.reduce((slowest, hour) => byKind[kind][hour]! < byKind[kind][slowest]! ? hour : slowest, hours[0]!)
