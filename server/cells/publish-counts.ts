import { cellToParent } from 'h3-js'

/** A cell's count in two parts: what the caller's own stations hold, and what others hold. */
export interface SplitCount { cell: string, own: number, others: number }

/** Non-zero counts of others below this are hidden. */
export const smallest = 10

/**
 * The only resolution at which others' counts are ever published (cells of about 0.7 km²). Coarser answers are sums of
 * the published cells and finer ones leave others out, so no two answers differ by a hidden count: there is no total
 * to subtract from, which is what secondary suppression would otherwise have to defend.
 */
export const publishedResolution = 8

/**
 * Limit counts to what a caller may learn: a cell where others hold 1 to 9 is hidden.
 *
 * @param counts      every non-empty cell at `publishedResolution`
 * @param resolution  of the answer, at most `publishedResolution`
 * @returns null where a cell holds hidden counts and nothing shown; a shown sum leaves hidden parts out
 */
export function publishCounts(counts: readonly SplitCount[], resolution: number): { cells: string[], counts: (number | null)[] } {
  const sums = new Map<string, number | null>()
  for (const { cell, own, others } of counts) {
    const key = resolution === publishedResolution ? cell : cellToParent(cell, resolution)
    const shown = others > 0 && others < smallest ? null : own + others
    const before = sums.get(key)
    sums.set(key, shown === null ? before ?? null : (before ?? 0) + shown)
  }
  return { cells: [...sums.keys()], counts: [...sums.values()] }
}
