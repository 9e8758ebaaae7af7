import { cellsToMultiPolygon, cellToLatLng, gridDisk } from 'h3-js'

/** Cells of one resolution parted into those that hang together, in the order of their first ones. */
export function patchesOf(cells: readonly string[]): string[][] {
  const left = new Set(cells), patches: string[][] = []
  for (const cell of left) {
    left.delete(cell)
    const patch = [cell]
    for (let i = 0; i < patch.length; i++) for (const next of gridDisk(patch[i]!, 1)) if (left.delete(next)) patch.push(next)
    patches.push(patch)
  }
  return patches
}

/** Outlines and holes of cells as closed rings of [longitude, latitude]. */
export const ringsOfCells = (cells: readonly string[]): [number, number][][] => cellsToMultiPolygon([...cells], true).flat() as [number, number][][]

/** The middle of the cell that is nearest to the mean of all: among them even where they lie in a bow. [longitude, latitude] */
export function middleOfCells(cells: readonly string[]): [number, number] {
  const points = cells.map(cell => cellToLatLng(cell))
  const [latitude, longitude] = [0, 1].map(k => points.reduce((sum, point) => sum + point[k]!, 0) / points.length) as [number, number]
  const [lat, lng] = points.reduce((best, point) => Math.hypot(point[0] - latitude, point[1] - longitude) < Math.hypot(best[0] - latitude, best[1] - longitude) ? point : best)
  return [lng, lat]
}
