import type { Point } from '../plane.ts'

/** A convex cell: corners counter-clockwise, and beyond which site each side (from corner i to i + 1) lies. */
export interface VoronoiCell { corners: Point[], beyond: number[] }

/** Sides of the frame or of an enclosing cell have no site beyond. */
export const outside = -1

export const frame = (west: number, south: number, east: number, north: number): VoronoiCell =>
  ({ corners: [[west, south], [east, south], [east, north], [west, north]], beyond: [outside, outside, outside, outside] })

/** The part of `within` that is nearer to its site than to any other. Quadratic, for some dozens of sites. */
export function voronoi(sites: readonly Point[], within: VoronoiCell): VoronoiCell[] {
  return sites.map((site, i) => {
    let cell: VoronoiCell = { corners: within.corners, beyond: within.beyond.map(() => outside) }
    for (let j = 0; j < sites.length; j++) if (j !== i) cell = cut(cell, site, sites[j]!, j)
    return cell
  })
}

/** Keep the half of a convex cell that is nearer to a than to b. */
function cut(cell: VoronoiCell, a: Point, b: Point, index: number): VoronoiCell {
  const dx = b[0] - a[0], dy = b[1] - a[1]
  const limit = (b[0] * b[0] + b[1] * b[1] - a[0] * a[0] - a[1] * a[1]) / 2
  const over = cell.corners.map(([x, y]) => x * dx + y * dy - limit)
  if (over.every(value => value <= 0)) return cell
  const corners: Point[] = [], beyond: number[] = []
  for (let i = 0; i < cell.corners.length; i++) {
    const j = (i + 1) % cell.corners.length
    const p = cell.corners[i]!, q = cell.corners[j]!, from = over[i]!, to = over[j]!
    if (from <= 0) { corners.push(p); beyond.push(cell.beyond[i]!) }
    if (from <= 0 !== to <= 0) {
      const t = from / (from - to)
      corners.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t])
      beyond.push(from <= 0 ? index : cell.beyond[i]!)
    }
  }
  return { corners, beyond }
}
