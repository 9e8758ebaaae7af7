import type { Area } from '../types.ts'

/** Rings of an area, holes among them. */
export const ringsOf = (area: Area): [number, number][][] => area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()

/** Whether a point lies in an area: even-odd over outlines and holes alike, after their common box. */
export function insideOf(rings: readonly (readonly [number, number])[][]): (x: number, y: number) => boolean {
  const corners = rings.flat(), [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return (x, y) => {
    if (x < west || x > east || y < south || y > north) return false
    let odd = false
    for (const ring of rings) for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!, [xj, yj] = ring[j]!
      if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) odd = !odd
    }
    return odd
  }
}

/** [[west, south], [east, north]] of some areas; null of none. */
export function boundsOf(areas: readonly Area[]): [[number, number], [number, number]] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of areas.flatMap(ringsOf).flat()) {
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y)
  }
  return west <= east ? [[west, south], [east, north]] : null
}
