import { cellToLatLng, cellsToMultiPolygon, gridDisk } from 'h3-js'
import { rankColumn } from '../result/drawn.ts'
import { insideOf, ringsOf } from './inside.ts'
import type { Area, MethodEntry } from '../types.ts'

/** Which of a method's cells are taken for hot. `top`: so many per cent of all cells, by the column that the answer's cells are ranked by. */
export type HotRule = { kind: 'confidence', least: 90 | 95 | 99 } | { kind: 'top', percent: number }

type Columns = Record<string, unknown>

/** The column that says how sure a cell is hot, where the method has one. */
export const confidenceColumn = (method: MethodEntry): string | null =>
  Object.entries(method.shows ?? {}).find(([, { kind }]) => kind === 'confidence')?.[0] ?? null

/** Rules that this method's answer can bear; none where it has no cells to choose from. */
export function rulesOf(method: MethodEntry | null, result: Columns | undefined): HotRule['kind'][] {
  if (!method || !Array.isArray(result?.cells)) return []
  const sure = confidenceColumn(method), rank = rankColumn(method, result)
  return [...sure && Array.isArray(result[sure]) ? ['confidence' as const] : [], ...rank && Array.isArray(result[rank]) ? ['top' as const] : []]
}

/**
 * The hot cells of an answer, in the answer's order.
 *
 * A cell whose rank is zero, below or unknown is never hot, even where the share asks for more cells than there are.
 *
 * @throws {RangeError} where the method has no column to choose by
 */
export function hotCells(method: MethodEntry, result: Columns, rule: HotRule): string[] {
  const cells = result.cells as string[]
  const name = rule.kind === 'confidence' ? confidenceColumn(method) : rankColumn(method, result)
  const column = name ? result[name] as (number | null)[] | undefined : undefined
  if (!column) throw new RangeError(`${method.id} has no column to choose by ${rule.kind}`)
  if (rule.kind === 'confidence') return cells.filter((_, i) => (column[i] ?? 0) >= rule.least)
  const ranked = cells.map((_, i) => i).filter(i => (column[i] ?? 0) > 0).sort((a, b) => column[b]! - column[a]! || a - b)
  const chosen = new Set(ranked.slice(0, Math.ceil(cells.length * rule.percent / 100)))
  return cells.filter((_, i) => chosen.has(i))
}

/** Cells that touch each other, as pieces, the largest first. Cost: O(cells). */
export function piecesOf(cells: readonly string[]): string[][] {
  const left = new Set(cells)
  const pieces: string[][] = []
  for (const first of cells) {
    if (!left.delete(first)) continue
    const piece = [first]
    for (let i = 0; i < piece.length; i++) for (const next of gridDisk(piece[i]!, 1)) if (left.delete(next)) piece.push(next)
    pieces.push(piece)
  }
  return pieces.sort((a, b) => b.length - a.length)
}

/** What of the hot cells becomes a zone: pieces of at least so many cells; where an area is drawn, only cells whose middle lies in it. */
export function keptCells(cells: readonly string[], leastCells: number, within: Area | null): string[] {
  const isInside = within ? insideOf(ringsOf(within)) : () => true
  const inside = cells.filter(cell => { const [latitude, longitude] = cellToLatLng(cell); return isInside(longitude, latitude) })
  return piecesOf(inside).filter(piece => piece.length >= leastCells).flat()
}

/** The outline of cells without the borders between them; longitude, latitude, rings closed. */
export function dissolve(cells: readonly string[]): Area {
  return { type: 'MultiPolygon', coordinates: cellsToMultiPolygon([...cells], true) as [number, number][][][] }
}
