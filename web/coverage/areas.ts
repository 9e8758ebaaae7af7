import { middleOfCells, patchesOf, ringsOfCells } from '../map/cells/patches.ts'
import type { CoverageNow } from './api.ts'

/** Void cells that touch each other, of one sort. */
export interface VoidArea {
  cells: string[]
  /** Epoch milliseconds since when its oldest cell is void; null where that isn't known. */
  since: number | null
  /** From the first look under the rule on: how the city stands. */
  standing: boolean
  /** Outer rings and holes, closed. */
  rings: [number, number][][]
  /** A place inside, for its words. */
  at: [number, number]
}

/** Voids as areas: what has happened apart from how the city stands. */
export function voidAreas(voids: CoverageNow['void']): VoidArea[] {
  return [true, false].flatMap(standing => {
    const began = new Map(voids.filter(each => each.standing === standing).map(({ cell, since }) => [cell, since === null ? null : Date.parse(since)]))
    return patchesOf([...began.keys()]).map((cells): VoidArea => {
      const known = cells.flatMap(cell => began.get(cell) ?? [])
      return { cells, since: known.length ? known.reduce((a, b) => Math.min(a, b)) : null, standing, rings: ringsOfCells(cells), at: middleOfCells(cells) }
    })
  })
}
