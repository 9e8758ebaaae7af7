import { cellToLatLng } from 'h3-js'
import type { Chosen } from './choose.ts'
import { numberAncestors } from './h3-bits.ts'
import { insideOf } from './insideness.ts'
import { NothingToSay, type Input } from './method.ts'

export interface CellCounts {
  /** Study area within the selection, and every cell that had an incident. */
  cells: string[]
  counts: Float64Array
  /** Of each chosen row: the number of its cell. */
  cellOfRow: Uint32Array
  index: ReadonlyMap<string, number>
}

/** Count the chosen incidents over the study area; quiet cells count zero, which is what makes others hot. */
export function countByCell({ columns, chosen, question, area }: Input): CellCounts {
  const inside = question.rings && insideOf(question.rings), stations = question.stations && new Set(question.stations)
  const cells = area.cells.filter((cell, i) => {
    if (stations) return stations.has(area.station[i]!)
    if (!inside) return true
    const [latitude, longitude] = cellToLatLng(cell)
    return inside(longitude, latitude)
  })
  const index = new Map(cells.map((cell, i) => [cell, i]))
  const { number, cells: seen } = numberAncestors(columns.cell, columns.cellLow, area.resolution, chosen.rows)
  const place = Uint32Array.from(seen, cell => {
    let i = index.get(cell)
    if (i === undefined) {
      index.set(cell, i = cells.length)
      cells.push(cell)
    }
    return i
  })
  const counts = new Float64Array(cells.length), cellOfRow = new Uint32Array(number.length)
  for (let k = 0; k < number.length; k++) counts[cellOfRow[k] = place[number[k]!]!]!++
  return { cells, counts, cellOfRow, index }
}

/** Count other rows over the same cells; those elsewhere are told apart. */
export function countOver({ columns, area }: Input, chosen: Chosen, index: ReadonlyMap<string, number>): { counts: Float64Array, elsewhere: number } {
  const { number, cells } = numberAncestors(columns.cell, columns.cellLow, area.resolution, chosen.rows)
  const place = Int32Array.from(cells, cell => index.get(cell) ?? -1), counts = new Float64Array(index.size)
  let elsewhere = 0
  for (const k of number) if (place[k]! >= 0) counts[place[k]!]!++; else elsewhere++
  return { counts, elsewhere }
}

/** @throws {NothingToSay} where fewer cells than a test over cells needs */
export function needCells(cells: readonly string[], least = 30): void {
  if (cells.length < least) throw new NothingToSay({
    zh: `范围内只有 ${cells.length} 个网格，检验至少需要 ${least} 个：扩大范围或选更细的网格`, en: `Only ${cells.length} cells lie in the area; the test needs ${least}: widen the area or choose finer cells`,
  })
}
