import { density, type Kernel, type Raster } from './density.ts'

/** Of the incidents, in order of time: the later part that a bandwidth is judged on. */
const judged = 0.25
/** More points say the same about a bandwidth, only later. */
const most = 40_000
/** What is thrown in evenly, so that one incident where none was before doesn't decide alone. */
const even = 0.01
/** A quartic kernel of radius r is as wide as a Gaussian of deviation r / √8 (equal variance along an axis). */
export const radiusPerDeviation = Math.sqrt(8)

/**
 * The bandwidth whose surface of the earlier three quarters of the incidents gave the later quarter the highest
 * likelihood: cross-validation (Duin 1976; Stone 1984) held out in time instead of point by point, because incidents
 * repeat at the same address, which makes point by point choose nothing but those addresses.
 *
 * @param x,y   metres on a plane, in order of time
 * @param from,to  quartic radii to choose among, metres; `from` at least a cell
 * @returns metres: radius of the quartic kernel, deviation of the Gaussian; null with fewer than 40 incidents
 * Cost: some ten surfaces over at most 40,000 points.
 */
export function foretellingBandwidth(x: Float64Array, y: Float64Array, kernel: Kernel, from: number, to: number): number | null {
  if (!(from > 0)) throw new RangeError(`the narrowest bandwidth ${from} must be above 0 metres`)
  if (x.length < 40) return null
  const every = Math.max(1, Math.ceil(x.length / most)), cut = Math.floor(x.length * (1 - judged))
  const pick = (values: Float64Array, first: number, last: number) => Float64Array.from({ length: Math.max(0, Math.ceil((last - first) / every)) }, (_, i) => values[first + i * every]!)
  const [ex, ey, lx, ly] = [pick(x, 0, cut), pick(y, 0, cut), pick(x, cut, x.length), pick(y, cut, x.length)]
  const candidates: number[] = []
  for (let radius = from; radius <= Math.max(from, to) * 1.001; radius *= Math.SQRT2) candidates.push(radius)
  let best = candidates[0]!, highest = -Infinity
  for (const radius of candidates) {
    const raster = rasterOf(x, y, radius / 4), surface = density(ex, ey, raster, kernel, kernel === 'gaussian' ? radius / radiusPerDeviation : radius)
    const share = even / (raster.columns * raster.rows * raster.cell ** 2)
    let likelihood = 0
    for (let i = 0; i < lx.length; i++) {
      const at = Math.floor((ly[i]! - raster.south) / raster.cell) * raster.columns + Math.floor((lx[i]! - raster.west) / raster.cell)
      likelihood += Math.log((1 - even) * surface[at]! / ex.length + share)
    }
    if (likelihood > highest) { highest = likelihood; best = radius }
  }
  return kernel === 'gaussian' ? best / radiusPerDeviation : best
}

function rasterOf(x: Float64Array, y: Float64Array, wanted: number): Raster {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) { west = Math.min(west, x[i]!); east = Math.max(east, x[i]!); south = Math.min(south, y[i]!); north = Math.max(north, y[i]!) }
  const cell = Math.max(wanted, Math.sqrt(Math.max(1, (east - west) * (north - south)) / 2_000_000))
  return { west: west - cell, south: south - cell, cell, columns: Math.ceil((east - west) / cell) + 3, rows: Math.ceil((north - south) / cell) + 3 }
}
