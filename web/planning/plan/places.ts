import { metresBetween } from '../../duty/fixes.ts'

/** Degrees, WGS 84. */
export interface Place { longitude: number, latitude: number }

/** The nearest of some places; null where there is none, or none within `most` metres. */
export function nearestOf<P extends Place>(place: Place, others: Iterable<P>, most = Infinity): { place: P, metres: number } | null {
  let best: { place: P, metres: number } | null = null
  for (const other of others) {
    const metres = metresBetween(place, other)
    if (metres <= (best?.metres ?? most)) best = { place: other, metres }
  }
  return best
}

/** The id that the server gives a post at a point that is no candidate site. */
export const drawnId = ([longitude, latitude]: readonly [number, number]): string => `drawn:${longitude},${latitude}`

/** A point with a metre's precision: a hand has no more. */
export const pointOf = ({ longitude, latitude }: Place): [number, number] => [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))]
