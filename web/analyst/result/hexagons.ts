import { cellToBoundary } from 'h3-js'
import type { Box } from '../../map/cells/box.ts'
import type { Picture } from './picture.ts'

/** Web Mercator, both ways rising: x east, y north, in turns of the earth. */
const across = (longitude: number): number => longitude / 360
const up = (latitude: number): number => Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360)) / (2 * Math.PI)

/**
 * The corners of cells as pixels of a small map that shows a box, whole, in its middle.
 *
 * @param box  west, south, east, north in degrees
 * @returns x, y, x, y … for each cell
 */
export function corners(cells: readonly string[], box: Box, width: number, height: number): Float32Array[] {
  const [west, south, east, north] = [across(box[0]), up(box[1]), across(box[2]), up(box[3])]
  const scale = Math.min(width / (east - west), height / (north - south))
  const [left, top] = [(width - (east - west) * scale) / 2, (height - (north - south) * scale) / 2]
  return cells.map(cell => Float32Array.from(cellToBoundary(cell, true).slice(0, -1).flatMap(([longitude, latitude]) =>
    [left + (across(longitude!) - west) * scale, top + (north - up(latitude!)) * scale])))
}

/** Fill cells on a canvas by their classes; those of no colour get the ground's, so that the city can be made out. */
export function drawHexagons(context: CanvasRenderingContext2D, shapes: readonly Float32Array[], { classes, classOf }: Pick<Picture, 'classes' | 'classOf'>, ground: string): void {
  const byClass = new Map<number, Path2D>()
  shapes.forEach((points, i) => {
    const path = byClass.get(classOf[i]!) ?? new Path2D()
    byClass.set(classOf[i]!, path)
    path.moveTo(points[0]!, points[1]!)
    for (let k = 2; k < points.length; k += 2) path.lineTo(points[k]!, points[k + 1]!)
    path.closePath()
  })
  for (const [at, path] of byClass) {
    const { colour, alpha } = classes[at]!
    context.fillStyle = ground
    context.globalAlpha = 1
    context.fill(path)
    if (!colour) continue
    context.fillStyle = colour
    context.globalAlpha = Math.min(1, alpha + 0.15)
    context.fill(path)
  }
  context.globalAlpha = 1
}
