import { density, rasterOver, squareAt, type Kernel } from './density.ts'

/** Of the incidents, in order of time: the later part that a bandwidth is judged on. */
const judged = 0.25
/** The densest share of the cells, which is what a map of hot spots points at. */
const densest = 0.02
/** More points say the same about a bandwidth, only later. */
const most = 40_000
/** A quartic kernel of radius r is as wide as a Gaussian of deviation r / √8 (equal variance along an axis). */
export const radiusPerDeviation = Math.sqrt(8)

export interface Foretold {
  /** Metres on a plane, in order of time, and the number of each incident's cell. */
  x: Float64Array
  y: Float64Array
  cellOfRow: Uint32Array
  /** Middles of the cells on the same plane. */
  middles: readonly (readonly [x: number, y: number])[]
  kernel: Kernel
}

/**
 * The bandwidth whose surface of the earlier three quarters of the incidents had most of the later quarter in its
 * densest 2 % of cells; of equals the wider. Likelihood asks for a surface that is nowhere surprised and gets a wide
 * one; a map of hot spots is used at its peaks, so it is chosen by them.
 *
 * @param from,to  quartic radii to choose among, metres; `from` at least a cell
 * @returns metres: radius of the quartic kernel, deviation of the Gaussian; null with fewer than 40 incidents
 * Cost: some ten surfaces over at most 40,000 points, and a sorting of the cells each.
 */
export function foretellingBandwidth({ x, y, cellOfRow, middles, kernel }: Foretold, from: number, to: number): number | null {
  if (!(from > 0)) throw new RangeError(`the narrowest bandwidth ${from} must be above 0 metres`)
  if (x.length < 40) return null
  const cut = Math.floor(x.length * (1 - judged)), every = Math.max(1, Math.ceil(cut / most))
  const earlier = (values: Float64Array) => Float64Array.from({ length: Math.ceil(cut / every) }, (_, i) => values[i * every]!)
  const [ex, ey] = [earlier(x), earlier(y)], marked = Math.max(1, Math.round(middles.length * densest))
  const later = new Uint32Array(middles.length)
  for (let i = cut; i < x.length; i++) later[cellOfRow[i]!]!++
  let best = from, highest = -1
  for (let radius = from; radius <= Math.max(from, to) * 1.001; radius *= Math.SQRT2) {
    const raster = rasterOver(middles, radius / 4, 2_000_000), surface = density(ex, ey, raster, kernel, kernel === 'gaussian' ? radius / radiusPerDeviation : radius)
    const value = Float64Array.from(middles, middle => surface[squareAt(raster, middle)]!)
    const order = Uint32Array.from(value, (_, i) => i).sort((a, b) => value[b]! - value[a]! || a - b)
    let hits = 0
    for (let i = 0; i < marked; i++) hits += later[order[i]!]!
    if (hits >= highest) { highest = hits; best = radius }
  }
  return kernel === 'gaussian' ? best / radiusPerDeviation : best
}
