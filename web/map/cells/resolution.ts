import { resolutionAt } from '../../../layers/layer.ts'

/** How far past a change of resolution the zoom must be before the cells follow, so that they don't flicker at its edge. */
const slack = 0.12

/**
 * The H3 resolution of cells at a zoom of the map. Zooms of the map lie between those of tiles, so half a step is
 * added: cells are then some 25 to 60 pixels across.
 *
 * @param current  the resolution that is shown; undefined at first
 */
export function cellResolution(zoom: number, current?: number): number {
  const exact = resolutionAt(zoom + 0.5)
  if (current === undefined || exact === current) return exact
  const nearby = [zoom - slack, zoom + slack].some(near => resolutionAt(near + 0.5) === current)
  return nearby ? current : exact
}
