import type { Area } from '../types.ts'

/** Rings of an area, holes among them. */
export const ringsOf = (area: Area): number[][][] => area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()

/** Whether a point lies in an area, by the even-odd rule over all rings; degrees. */
export function insidePolygon(area: Area, longitude: number, latitude: number): boolean {
  let odd = false
  for (const ring of ringsOf(area)) for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number], [xj, yj] = ring[j] as [number, number]
    if ((yi > latitude) !== (yj > latitude) && longitude < (xj - xi) * (latitude - yi) / (yj - yi) + xi) odd = !odd
  }
  return odd
}

/** [[west, south], [east, north]] of some areas; null of none. */
export function boundsOf(areas: readonly Area[]): [[number, number], [number, number]] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of areas.flatMap(ringsOf).flat() as [number, number][]) {
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y)
  }
  return west <= east ? [[west, south], [east, north]] : null
}
