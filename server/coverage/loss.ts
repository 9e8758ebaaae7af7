import type { CityCells } from './city-cells.ts'
import { isCovered, type Cover } from './cover-rules.ts'
import { searchedSeconds } from './rules/rule.ts'

/** What a rule's coverage would lose without a unit. */
export interface Loss {
  rule_id: number
  /** Cells that only this unit reaches within the rule's minutes. */
  cells: number
  /** Of the cells that are covered now, 0 to 1. */
  share: number
  /** Stations that would lose at least a tenth of what is covered of them, the most first. */
  station_names: string[]
  /** How much longer help would take, on average over the cells where it is the first now, seconds; where nobody else comes in time, up to the longest time that is looked for. */
  seconds_worse: number
  /** Indexes of the lost cells. */
  lost: number[]
}

const notable = 0.1

/**
 * What would be lost if a unit were sent away: from the two soonest of each cell, so nothing is searched anew.
 *
 * Cost: O(cells of the rule).
 */
export function lossOf(cover: Cover, { station, stationNames }: CityCells, unitId: number): Loss {
  const { rule, cells, soonest: { first, firstSeconds, secondSeconds } } = cover
  const limit = rule.minutes * 60, longest = searchedSeconds(rule)
  const coveredBy = new Map<number, number>(), lostBy = new Map<number, number>(), lost: number[] = []
  let covered = 0, worse = 0, leading = 0
  for (const cell of cells) {
    if (!isCovered(cover, cell)) continue
    covered++
    coveredBy.set(station[cell]!, (coveredBy.get(station[cell]!) ?? 0) + 1)
    if (first[cell] !== unitId) continue
    leading++
    worse += Math.min(longest, secondSeconds[cell]!) - firstSeconds[cell]!
    if (secondSeconds[cell]! <= limit) continue
    lost.push(cell)
    lostBy.set(station[cell]!, (lostBy.get(station[cell]!) ?? 0) + 1)
  }
  const names = [...lostBy].filter(([id, n]) => stationNames.has(id) && n >= notable * coveredBy.get(id)!).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => stationNames.get(id)!)
  return { rule_id: rule.id, cells: lost.length, share: covered === 0 ? 0 : lost.length / covered, station_names: names, seconds_worse: leading === 0 ? 0 : Math.round(worse / leading), lost }
}
