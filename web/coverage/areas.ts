import { cellsToMultiPolygon, cellToLatLng, gridDisk } from 'h3-js'
import type { CoverageNow } from './api.ts'

/** Void cells that touch each other, of one sort. */
export interface VoidArea {
  cells: string[]
  /** Epoch milliseconds since when its oldest cell is void; null where that isn't known. */
  since: number | null
  /** From the first look under the rule on: how the city stands. */
  standing: boolean
  /** Outer rings and holes, closed. */
  rings: [number, number][][]
  /** A place inside, for its words. */
  at: [number, number]
}

/** Voids as areas: what has happened apart from how the city stands. */
export function voidAreas(voids: CoverageNow['void']): VoidArea[] {
  return [true, false].flatMap(standing => {
    const open = new Map(voids.filter(each => each.standing === standing).map(({ cell, since }) => [cell, since === null ? null : Date.parse(since)]))
    const areas: VoidArea[] = []
    while (open.size > 0) areas.push(grow(open, standing))
    return areas
  })
}

function grow(open: Map<string, number | null>, standing: boolean): VoidArea {
  const cells: string[] = [], path: string[] = []
  let since: number | null = null
  const take = (cell: string) => {
    const began = open.get(cell)
    if (began === undefined) return
    open.delete(cell)
    if (began !== null) since = Math.min(since ?? Infinity, began)
    cells.push(cell)
    path.push(cell)
  }
  take(open.keys().next().value!)
  while (path.length > 0) gridDisk(path.pop()!, 1).forEach(take)
  return { cells, since, standing, rings: cellsToMultiPolygon(cells, true).flat() as [number, number][][], at: middleOf(cells) }
}

/** The cell nearest to the mean of all: inside even where the area is bent. */
function middleOf(cells: readonly string[]): [number, number] {
  const points = cells.map(cell => cellToLatLng(cell))
  const [latitude, longitude] = [0, 1].map(k => points.reduce((sum, point) => sum + point[k]!, 0) / points.length) as [number, number]
  const [lat, lng] = points.reduce((best, point) => Math.hypot(point[0] - latitude, point[1] - longitude) < Math.hypot(best[0] - latitude, best[1] - longitude) ? point : best)
  return [lng, lat]
}
