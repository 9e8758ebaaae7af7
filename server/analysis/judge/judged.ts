import { best, captured, chanceHits, orderCells, scoreOf, type Score } from './scores.ts'
import type { JudgedWindow } from './windows.ts'

/** One map to judge over the cells of a window. */
export type DrawnMap =
  /** The cells that a method ranks highest, a whole number of them. */
  | { ranks: Float64Array, hot: number }
  /** A zone: cells covered, in parts of cells; incidents inside when it was made, and later. */
  | { covered: number, found: number, hits: number }

export interface Judged {
  window: JudgedWindow
  /** Judged ones, and those of them outside every cell of the study area: no map could catch them. */
  incidents: number
  elsewhere: number
  cells: number
  entries: { ours: Score, prior: Score, chance: Score }
  /** Standard deviation of the hits of maps drawn at random. */
  chanceDeviation: number
  /** Hits of the best map of the same area. */
  best: number
  /** Hits by share of area at `curveAreas`; of a zone only at its own share. */
  curve: { ours: number[], prior: number[] }
}

/** Shares of the study area at which curves are told: finely where maps are used. */
export const curveAreas: readonly number[] = [...Array.from({ length: 20 }, (_, k) => k / 200), ...Array.from({ length: 8 }, (_, k) => 0.1 + k / 80), ...Array.from({ length: 9 }, (_, k) => (k + 2) / 10)]

/**
 * Judge one map by the incidents that came after it, beside the cells with most earlier incidents and beside chance, all
 * over the same area.
 *
 * @param cells    study area, by id
 * @param prior    incidents of the find window in each cell
 * @param later    judged incidents in each cell
 * @param incidents  all judged ones; those outside the cells are missed by every map
 */
export function judgeWindow({ window, cells, prior, later, incidents, foundAll, map }: {
  window: JudgedWindow, cells: readonly string[], prior: Float64Array, later: Float64Array, incidents: number, foundAll: number, map: DrawnMap
}): Judged {
  const n = 'ranks' in map ? map.hot : map.covered, areaShare = n / cells.length
  const byPrior = orderCells(prior, prior, cells), most = best(later, n)
  const score = (found: number, hits: number) => scoreOf({ areaShare, hits, incidents, best: most, found, foundAll })
  const chance = chanceHits(later, n), chanceFound = chanceHits(prior, n)
  const curveOf = (ranked: Uint32Array) => curveAreas.map(share => captured(ranked, later, share * cells.length))
  const drawn = () => {
    if (!('ranks' in map)) return { score: score(map.found, map.hits), curve: { ours: [map.hits], prior: [captured(byPrior, later, n)] } }
    const order = orderCells(map.ranks, prior, cells)
    return { score: score(captured(order, prior, n), captured(order, later, n)), curve: { ours: curveOf(order), prior: curveOf(byPrior) } }
  }
  const own = drawn()
  return {
    window, incidents, cells: cells.length, elsewhere: incidents - later.reduce((sum, count) => sum + count, 0),
    entries: {
      ours: own.score,
      prior: score(captured(byPrior, prior, n), captured(byPrior, later, n)),
      chance: score(chanceFound.mean, chance.mean),
    },
    chanceDeviation: chance.deviation, best: most,
    curve: own.curve,
  }
}
