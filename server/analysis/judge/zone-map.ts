import { cellToParent, getResolution, polygonToCells } from 'h3-js'
import { insideOf } from '../choose.ts'
import type { IncidentColumns } from '../columns.ts'

/** A zone as polygons: degrees; the first ring of each is its outline, others are holes. */
export type Polygons = readonly (readonly (readonly [longitude: number, latitude: number])[][])[]

/** Each cell is cut into 7³ parts: a zone's area is told to a third of a per cent of a cell. */
const finer = 3

/**
 * How many cells of the study area a zone covers, in parts of cells: parts count whose middle lies in the zone and whose
 * cell belongs to the study area.
 *
 * @param cells  of one resolution, by hexadecimal id
 * Cost: O(area of the zone / area of a part).
 */
export function cellsCovered(zone: Polygons, cells: ReadonlyMap<string, unknown>): number {
  const first = cells.keys().next().value
  if (first === undefined) return 0
  const resolution = getResolution(first), parts = new Set<string>()
  for (const rings of zone) for (const part of polygonToCells(rings.map(ring => ring.map(point => [...point])), resolution + finer, true)) parts.add(part)
  let inside = 0
  for (const part of parts) if (cells.has(cellToParent(part, resolution))) inside++
  return inside / 7 ** finer
}

/** How many of the rows lie in a zone. */
export function countInside(zone: Polygons, { longitude, latitude }: IncidentColumns, rows: Uint32Array): number {
  const inside = insideOf(zone.flat().map(ring => ring.map(([x, y]): [number, number] => [x, y])))
  let n = 0
  for (const i of rows) if (inside(longitude[i]! / 1e7, latitude[i]! / 1e7)) n++
  return n
}
