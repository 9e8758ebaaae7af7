import { cellToParent, polygonToCells } from 'h3-js'
import type { IncidentColumns } from '../columns.ts'
import { NothingToSay, type Input } from '../method.ts'
import type { DrawnMap } from './judged.ts'

/** A zone as polygons: degrees; the first ring of each is its outline, others are holes. */
export type Polygons = readonly (readonly (readonly [longitude: number, latitude: number])[][])[]

/** Each cell is cut into 7³ parts: a zone's area is told to a third of a per cent of a cell. */
const finer = 3

/**
 * What a zone covers of each cell, in parts of a cell: those whose middle lies in it.
 *
 * Cost: O(area of the zone / area of a part).
 */
export function coverOf(zone: Polygons, resolution: number): Map<string, number> {
  const parts = new Set<string>(), cover = new Map<string, number>()
  for (const rings of zone) for (const part of polygonToCells(rings.map(ring => ring.map(point => [...point])), resolution + finer, true)) parts.add(part)
  for (const part of parts) {
    const cell = cellToParent(part, resolution)
    cover.set(cell, (cover.get(cell) ?? 0) + 1 / 7 ** finer)
  }
  return cover
}

/** A zone as a map of one window; only what it covers of the study area counts. @throws {NothingToSay} where that is nothing */
export function zoneMap(inside: (longitude: number, latitude: number) => boolean, cover: ReadonlyMap<string, number>, input: Input, { longitude, latitude }: IncidentColumns, later: Uint32Array, index: ReadonlyMap<string, number>): DrawnMap {
  let covered = 0
  for (const [cell, part] of cover) if (index.has(cell)) covered += part
  if (covered === 0) throw new NothingToSay({ zh: '区域不在研究区之内：那里没有地址、道路，也没有过警情', en: 'The zone lies outside the study area: there is neither address nor road, nor was there an incident' })
  const count = (rows: Uint32Array) => rows.reduce((n, i) => inside(longitude[i]! / 1e7, latitude[i]! / 1e7) ? n + 1 : n, 0)
  return { covered, found: count(input.chosen.rows), hits: count(later) }
}
