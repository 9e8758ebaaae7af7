import { cellToLatLng } from 'h3-js'
import type { Shown } from '../../server/analysis/method.ts'
import type { Sheet } from './sheet.ts'

export interface TopCells {
  /** Shown columns, by name, with how each is written. */
  columns: { name: string, shown: Shown }[]
  rows: { rank: number, cell: string, longitude: number, latitude: number, values: (number | string | null)[] }[]
}

/**
 * The cells that a reader should look at first: highest by what the method ranks by, else by its first column of amounts.
 *
 * @param most  rows, and columns
 * @returns null for an answer without cells or without anything above zero
 */
export function topCells({ result, method }: Pick<Sheet, 'result' | 'method'>, most: { rows: number, columns: number }): TopCells | null {
  const { cells } = result
  if (!Array.isArray(cells)) return null
  const shown = Object.entries(method.shows).filter(([name]) => Array.isArray(result[name]))
  const by = method.ranks ?? shown.find(([, { kind }]) => kind === 'amount')?.[0]
  const ranks = by === undefined ? undefined : result[by] as (number | null)[] | undefined
  if (!ranks) return null
  const first = cells.map((_, i) => i).filter(i => (ranks[i] ?? 0) > 0).sort((a, b) => ranks[b]! - ranks[a]! || a - b).slice(0, most.rows)
  if (first.length === 0) return null
  // What says the same of every row says nothing; what was ranked by stays.
  const telling = shown.filter(([name]) => name === by || first.some(i => (result[name] as unknown[])[i] !== null)).slice(0, most.columns)
  return {
    columns: telling.map(([name, each]) => ({ name, shown: each })),
    rows: first.map((i, k) => {
      const [latitude, longitude] = cellToLatLng(cells[i] as string)
      return { rank: k + 1, cell: cells[i] as string, longitude, latitude, values: telling.map(([name]) => (result[name] as (number | string | null)[])[i] ?? null) }
    }),
  }
}
