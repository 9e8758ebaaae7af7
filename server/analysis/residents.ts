import { sql } from 'kysely'
import { cellToParent } from 'h3-js'
import { publishedResolution, smallest } from '../cells/publish-counts.ts'
import type { Database } from '../database.ts'

/** Fewer residents than this carry no rate. */
export const fewestResidents = 30

/** Residents of a cell of `publishedResolution`, in hexadecimal. */
export interface PublishedResidents { cell: string, n: number }

/**
 * Residents by cell of resolution 8, as anybody may know them: cells with at least 30, of which no station holds 1 to 9.
 * What `/cells/population` shows, with those left out that a station could subtract its own from and find a few of its
 * neighbour's. Equal for every caller, because what is made of it is shared, frozen in zones and printed.
 */
export async function readResidents(db: Database): Promise<PublishedResidents[]> {
  const { rows } = await sql<PublishedResidents>`
    SELECT to_hex(cell) AS cell, sum(n)::integer AS n
    FROM (SELECT h3_parent(cell, ${publishedResolution}) AS cell, station_id, sum(residents) AS n FROM population GROUP BY 1, 2) parts
    GROUP BY cell HAVING sum(n) >= ${fewestResidents} AND NOT bool_or(n BETWEEN 1 AND ${smallest - 1}) ORDER BY cell`.execute(db)
  return rows
}

/**
 * Residents of cells at any resolution, from the published ones alone: coarser cells are sums of them; finer ones get
 * their share by homes, an estimate. Nothing else goes in, so nothing else can be worked out from a rate
 * (docs/data-protection.md).
 *
 * @param homes  addresses of each cell, its rooms and units among them: what a cell's people are shared out by
 * @returns by cell; 0 where they aren't known or fewer than 30
 */
export function shareResidents(published: readonly PublishedResidents[], cells: readonly string[], homes: ArrayLike<number>, resolution: number): Float64Array {
  const residents = new Float64Array(cells.length)
  if (resolution <= publishedResolution) {
    const sums = Map.groupBy(published, ({ cell }) => resolution === publishedResolution ? cell : cellToParent(cell, resolution))
    cells.forEach((cell, i) => { residents[i] = (sums.get(cell) ?? []).reduce((sum, { n }) => sum + n, 0) })
    return residents
  }
  const byParent = Map.groupBy(cells.keys(), i => cellToParent(cells[i]!, publishedResolution))
  for (const { cell, n } of published) {
    const within = byParent.get(cell) ?? [], all = within.reduce((sum, i) => sum + homes[i]!, 0)
    for (const i of within) {
      const share = all > 0 ? n * homes[i]! / all : n / within.length
      if (share >= fewestResidents) residents[i] = share
    }
  }
  return residents
}
