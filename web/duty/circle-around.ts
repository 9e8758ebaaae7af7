import type { Place } from './api.ts'

/**
 * A closed ring of so many metres around a place, good to a part in a thousand for circles of a quarter.
 *
 * @returns longitude, latitude pairs, WGS 84
 */
export function circleAround({ longitude, latitude }: Place, metres: number, corners = 48): [number, number][] {
  const degrees = metres / 6_371_008.8 * 180 / Math.PI, narrow = Math.cos(latitude * Math.PI / 180)
  return Array.from({ length: corners + 1 }, (_, i) => {
    const angle = i % corners / corners * 2 * Math.PI
    return [longitude + degrees * Math.sin(angle) / narrow, latitude + degrees * Math.cos(angle)]
  })
}
