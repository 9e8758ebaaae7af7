/** How well a map forecast what came later. All of one window; shares lie between 0 and 1. */
export interface Score {
  /** Of the study area, that the map marks. */
  area_share: number
  /** Share of the judged incidents that lie in it. */
  hit_rate: number
  /** Prediction accuracy index: hit rate over share of area; 1 is chance (Chainey, Tompson & Uhlig 2008). */
  pai: number
  /** PEI*: PAI over the best PAI that whole cells of the same area could have had (Hunt 2016; White, Hunt & Green 2023). */
  pei: number
  /** Recapture rate index: hit rate over the share that the same cells held while the map was made (Levine 2008); null where they held none. */
  recapture: number | null
  /** Judged incidents in it; a part of one where a part of a cell counts. */
  hits: number
}

export const measures = ['area_share', 'hit_rate', 'pai', 'pei', 'recapture', 'hits'] as const
export type Measure = (typeof measures)[number]

/**
 * Cells from the hottest on: by `ranks`, ties by earlier incidents, then by the cell's id, so that the same input gives
 * the same map everywhere.
 *
 * @param ranks  the higher the sooner; null and NaN come last
 * @param prior  earlier incidents, same order as `cells`
 * Cost: O(cells × log cells).
 */
export function orderCells(ranks: ArrayLike<number | null>, prior: ArrayLike<number>, cells: readonly string[]): Uint32Array {
  const height = Float64Array.from(ranks, rank => rank === null || Number.isNaN(rank) ? -Infinity : rank)
  if (height.length !== cells.length || prior.length !== cells.length) throw new RangeError(`${height.length} ranks and ${prior.length} counts are given for ${cells.length} cells`)
  const byId = cells.map((_, i) => i).sort((a, b) => cells[a]! < cells[b]! ? -1 : 1)
  const place = new Uint32Array(cells.length)
  byId.forEach((i, k) => { place[i] = k })
  // Infinity minus itself is no number: compared, not subtracted.
  return Uint32Array.from(byId).sort((a, b) => height[a]! > height[b]! ? -1 : height[a]! < height[b]! ? 1 : prior[b]! - prior[a]! || place[a]! - place[b]!)
}

/** As many cells as make up the share of the area, rounded, one at least. */
export const hotCells = (areaShare: number, cells: number): number => Math.min(cells, Math.max(1, Math.round(areaShare * cells)))

/**
 * Incidents in the first `n` cells of an order.
 *
 * @param n  may end within a cell, which then counts by that part: for a zone whose area is no whole number of cells
 */
export function captured(order: Uint32Array, counts: ArrayLike<number>, n: number): number {
  const whole = Math.min(order.length, Math.floor(n))
  let sum = 0
  for (let k = 0; k < whole; k++) sum += counts[order[k]!]!
  return whole < order.length ? sum + (n - whole) * counts[order[whole]!]! : sum
}

/** Incidents in the best `n` cells that hindsight could have chosen. */
export function best(counts: Float64Array, n: number): number {
  const falling = counts.slice().sort().reverse()
  return captured(Uint32Array.from(falling, (_, k) => k), falling, n)
}

export interface Caught {
  areaShare: number
  /** Judged incidents in the map's area, and everywhere. */
  hits: number
  incidents: number
  /** What `best` could have caught. */
  best: number
  /** Incidents of the find window in the map's area, and everywhere. */
  found: number
  foundAll: number
}

/** The scores of one map in one window. @throws {RangeError} where no incident is judged: there is nothing to score */
export function scoreOf({ areaShare, hits, incidents, best, found, foundAll }: Caught): Score {
  if (!(incidents > 0)) throw new RangeError(`${incidents} incidents can't judge a map`)
  const hitRate = hits / incidents
  return {
    area_share: areaShare, hit_rate: hitRate, pai: areaShare > 0 ? hitRate / areaShare : 0, pei: best > 0 ? hits / best : 0,
    recapture: found > 0 ? hitRate / (found / foundAll) : null, hits,
  }
}

/**
 * What choosing as many cells at random catches: mean and standard deviation in closed form (sampling without
 * replacement, Cochran 1977, 2.4).
 *
 * @param n  cells chosen of all
 */
export function chanceHits(counts: ArrayLike<number>, n: number): { mean: number, deviation: number } {
  const cells = counts.length
  let sum = 0, squares = 0
  for (let i = 0; i < cells; i++) { sum += counts[i]!; squares += counts[i]! ** 2 }
  const variance = cells > 1 ? Math.max(0, squares - sum * sum / cells) / (cells - 1) : 0
  return { mean: n / cells * sum, deviation: Math.sqrt(n * (1 - n / cells) * variance) }
}
