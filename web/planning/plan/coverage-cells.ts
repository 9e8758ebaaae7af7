import type { Cells, Stand, WhatIf } from '../types.ts'
import { classOfTime, type TimeClass } from './classes.ts'

/** The cells of a plan as they are now, a hand's moves included; same order throughout. */
export interface CoverageCells {
  cells: readonly string[]
  index: ReadonlyMap<string, number>
  weights: readonly number[]
  limits: readonly number[]
  seconds: readonly (number | null)[]
  classes: readonly TimeClass[]
  /** Who comes soonest; null for nobody. */
  posts: readonly (Stand | null)[]
}

const indexes = new WeakMap<Cells, ReadonlyMap<string, number>>()

/** @param sites  of the plan before any move, as `cells.site` numbers them */
export function coverageCells(cells: Cells, sites: readonly Stand[], whatIf: WhatIf | null): CoverageCells {
  let index = indexes.get(cells)
  if (!index) indexes.set(cells, index = new Map(cells.cell.map((cell, i) => [cell, i])))
  const seconds = [...cells.seconds], posts = cells.site.map(site => sites[site] ?? null)
  whatIf?.changed.cell.forEach((cell, i) => {
    const at = index.get(cell)!
    seconds[at] = whatIf.changed.seconds[i]!
    posts[at] = whatIf.sites[whatIf.changed.site[i]!] ?? null
  })
  return { cells: cells.cell, index, weights: cells.weight, limits: cells.limit, seconds, posts, classes: seconds.map((each, i) => classOfTime(each, cells.limit[i]!)) }
}
