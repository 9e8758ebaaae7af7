import { resolutionAt } from '../../../layers/layer.ts'

/** How far past a change of resolution the zoom must be before the cells follow, so that they don't flicker at its edge. */
const slack = 0.12

/**
 * The H3 resolution of cells at a zoom of the map. Zooms of the map lie between those of tiles, so half a step is
 * added: cells are then some 25 to 60 pixels across.
 *
 * @param current  the resolution that is shown; undefined at first
 * @param scale  how much larger things are drawn than on a desk: cells grow with them
 */
export function cellResolution(zoom: number, current?: number, scale = 1): number {
  const shift = 0.5 - Math.log2(scale)
  const exact = resolutionAt(zoom + shift)
  if (current === undefined || exact === current) return exact
  const nearby = [zoom - slack, zoom + slack].some(near => resolutionAt(near + shift) === current)
  return nearby ? current : exact
}

/** Average length of an edge at H3 resolution 0 in metres; each finer resolution divides it by the root of seven. */
const coarsestEdgeMetres = 1_281_256

/** About how wide a cell is, corner to corner, in metres. */
export const cellWidthMetres = (resolution: number): number => 2 * coarsestEdgeMetres / Math.sqrt(7) ** resolution
