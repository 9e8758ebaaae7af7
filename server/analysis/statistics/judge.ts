/** How well chosen cells foretold where later incidents fell. Shares between 0 and 1. */
export interface Verdict {
  /** Share of the later incidents that fell inside. */
  hitRate: number
  /** Share of the study area that was chosen: without it the others mean nothing. */
  areaShare: number
  /** Predictive accuracy index: hit rate over area share (Chainey, Tompson & Uhlig 2008). */
  pai: number
  /** PAI over the best that any choice of as much area could have had (Hunt 2016; PEI* as Drawve & Wooditch 2019 name it). */
  pei: number
  /** Recapture rate index: later over earlier incidents inside, over the same for everywhere (Levine 2008). */
  recapture: number
  inside: number
  total: number
}

/**
 * Judge chosen cells on later incidents.
 *
 * @param chosen        cells of the zone
 * @param earlier,later counts by cell over the study area, in the order of `areas`
 * @param areas         of every cell of the study area, square metres
 * @throws {RangeError} where nothing was chosen or nothing happened later
 * Cost: O(cells log cells).
 */
export function judge(chosen: ReadonlySet<number>, earlier: ArrayLike<number>, later: ArrayLike<number>, areas: ArrayLike<number>): Verdict {
  const n = areas.length
  let area = 0, chosenArea = 0, inside = 0, total = 0, before = 0, beforeInside = 0
  for (let i = 0; i < n; i++) {
    area += areas[i]!
    total += later[i]!
    before += earlier[i]!
    if (!chosen.has(i)) continue
    chosenArea += areas[i]!
    inside += later[i]!
    beforeInside += earlier[i]!
  }
  if (chosenArea === 0) throw new RangeError('no cell of the study area was chosen')
  if (total === 0) throw new RangeError('nothing happened in the later period: there is nothing to judge by')
  const hitRate = inside / total, areaShare = chosenArea / area
  const best = bestHits(later, areas, chosenArea) / total
  return {
    hitRate, areaShare, pai: hitRate / areaShare, pei: best > 0 ? hitRate / best : 0,
    recapture: beforeInside > 0 && before > 0 ? inside / beforeInside / (total / before) : NaN, inside, total,
  }
}

/** The most later incidents that cells of so much area could have held: densest first. */
function bestHits(later: ArrayLike<number>, areas: ArrayLike<number>, limit: number): number {
  const order = Array.from(later, (_, i) => i).sort((a, b) => later[b]! / areas[b]! - later[a]! / areas[a]!)
  let left = limit * (1 + 1e-9), hits = 0
  for (const i of order) {
    if (areas[i]! > left) continue
    left -= areas[i]!
    hits += later[i]!
  }
  return hits
}

/** The baseline that most published maps fail to beat: as much area of the cells with most earlier incidents. Ties by place. */
export function priorCounts(earlier: ArrayLike<number>, areas: ArrayLike<number>, area: number): Set<number> {
  const order = Array.from(earlier, (_, i) => i).sort((a, b) => earlier[b]! / areas[b]! - earlier[a]! / areas[a]! || a - b)
  const chosen = new Set<number>()
  let left = area * (1 + 1e-9)
  for (const i of order) {
    if (areas[i]! > left) break
    left -= areas[i]!
    chosen.add(i)
  }
  return chosen
}
