import { gridDisk } from 'h3-js'
import { confidenceColour, divergingColour, neutralColour } from '../../analyst/result/colours.ts'
import { hues } from '../../theme/categories.ts'
import type { Theme } from '../../theme/tokens.ts'

/** Calm ones first: what is near red, and what is too pale for lines, is kept for when nothing else is left. */
const calm = [hues[2], hues[1], hues[4], hues[3], hues[5], hues[7], hues[0], hues[6]]

/**
 * Areas coloured so that none has the colour of one that it borders on, as far as eight colours go; up to eight have each their own.
 *
 * @param cells   of all areas
 * @param areaOf  number of each cell's area, from 0
 * @returns `#rrggbb` by area
 */
export function areaColours(cells: readonly string[], areaOf: readonly number[], areas: number): string[] {
  const own = new Map(cells.map((cell, i) => [cell, areaOf[i]!])), neighbours = Array.from({ length: areas }, () => new Set<number>())
  for (const [cell, area] of own) for (const next of gridDisk(cell, 1)) {
    const other = own.get(next)
    if (other !== undefined && other !== area) neighbours[area]!.add(other)
  }
  const taken: number[] = []
  for (let area = 0; area < areas; area++) {
    const near = new Set(areas <= calm.length ? taken : [...neighbours[area]!].map(other => taken[other]))
    const free = calm.findIndex((_, i) => !near.has(i))
    taken.push(free === -1 ? area % calm.length : free)
  }
  return taken.map(i => calm[i]!)
}

/** Inside a circle; and, with the closing posts, inside as well. */
export const insideColour = (theme: Theme): string => divergingColour(-0.67, theme)
export const closedColour = (theme: Theme): string => divergingColour(-1, theme)

/** What an open cell is drawn as, by the class of its demand: of no colour where nothing happened. */
export const openColours = (theme: Theme): string[] => [neutralColour(theme), ...[90, 95, 99].map(level => confidenceColour(level, theme))]
