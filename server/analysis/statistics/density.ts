export type Kernel = 'gaussian' | 'quartic'

export interface Raster { west: number, south: number, cell: number, columns: number, rows: number }

/**
 * A raster around some points, with a rim of a square.
 *
 * @param points  metres on a plane
 * @param cell    as wide a square as is wished for, metres; wider where there would be more than `most` squares
 */
export function rasterOver(points: readonly (readonly [x: number, y: number])[], cell: number, most: number): Raster {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) { west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y) }
  const size = Math.max(cell, Math.sqrt(Math.max(1, (east - west) * (north - south)) / most))
  return { west: west - size, south: south - size, cell: size, columns: Math.ceil((east - west) / size) + 3, rows: Math.ceil((north - south) / size) + 3 }
}

/** The number of the square that a point lies in. */
export const squareAt = ({ west, south, cell, columns }: Raster, [x, y]: readonly [x: number, y: number]): number => Math.floor((y - south) / cell) * columns + Math.floor((x - west) / cell)

/**
 * Kernel density over a raster (Silverman 1986). Values are incidents per unit of area: a sum over the
 * plane gives the number of incidents.
 *
 * @param x,y       metres on a plane
 * @param bandwidth metres: standard deviation of the Gaussian, radius of the quartic kernel
 * @param weights   of points; each counts once without
 * @returns row by row from the south, at the middle of each raster cell
 * @throws {RangeError} for a bandwidth that isn't above 0
 * Cost: Gaussian O(rows × columns × bandwidth / cell) beside the points (binned, then two passes); quartic
 * O(points' raster cells × (bandwidth / cell)²).
 */
export function density(x: ArrayLike<number>, y: ArrayLike<number>, raster: Raster, kernel: Kernel, bandwidth: number, weights?: ArrayLike<number>): Float64Array {
  if (!(bandwidth > 0)) throw new RangeError(`bandwidth ${bandwidth} must be above 0 metres`)
  const counts = bin(x, y, raster, weights)
  return kernel === 'gaussian' ? gaussian(counts, raster, bandwidth) : quartic(counts, raster, bandwidth)
}

/** Share of a kernel that lies over the study area, at each raster cell: dividing by it corrects the edge (Jones 1993; as R's spatstat does unless told). */
export function edgeShare(inside: ArrayLike<number>, raster: Raster, kernel: Kernel, bandwidth: number): Float64Array {
  const area = raster.cell ** 2
  const mass = Float64Array.from(inside, each => each ? area : 0)
  return kernel === 'gaussian' ? gaussian(mass, raster, bandwidth) : quartic(mass, raster, bandwidth)
}

function bin(x: ArrayLike<number>, y: ArrayLike<number>, { west, south, cell, columns, rows }: Raster, weights?: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(columns * rows)
  for (let i = 0; i < x.length; i++) {
    const column = Math.floor((x[i]! - west) / cell), row = Math.floor((y[i]! - south) / cell)
    if (column >= 0 && column < columns && row >= 0 && row < rows) counts[row * columns + column]! += weights ? weights[i]! : 1
  }
  return counts
}

/** The Gaussian is a product of one along x and one along y: two passes. Cut at six deviations. */
function gaussian(counts: Float64Array, { cell, columns, rows }: Raster, deviation: number): Float64Array {
  const reach = Math.ceil(6 * deviation / cell)
  const kernel = Float64Array.from({ length: reach + 1 }, (_, k) => Math.exp(-0.5 * (k * cell / deviation) ** 2) / (Math.sqrt(2 * Math.PI) * deviation))
  const along = new Float64Array(counts.length), out = new Float64Array(counts.length)
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
    const value = counts[row * columns + column]!
    if (value === 0) continue
    for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) along[row * columns + c]! += value * kernel[Math.abs(c - column)]!
  }
  for (let row = 0; row < rows; row++) for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
    const weight = kernel[Math.abs(r - row)]!, from = row * columns, to = r * columns
    for (let c = 0; c < columns; c++) out[to + c]! += along[from + c]! * weight
  }
  return out
}

function quartic(counts: Float64Array, { cell, columns, rows }: Raster, radius: number): Float64Array {
  const reach = Math.ceil(radius / cell), out = new Float64Array(counts.length)
  // Row by row of the kernel, so that each step adds along a stretch of memory.
  const stretches = Array.from({ length: 2 * reach + 1 }, (_, k) => {
    const rise = ((k - reach) * cell) ** 2, half = Math.floor(Math.sqrt(Math.max(0, radius ** 2 - rise)) / cell)
    return Float64Array.from({ length: 2 * half + 1 }, (_, i) => 3 / (Math.PI * radius ** 2) * Math.max(0, 1 - (rise + ((i - half) * cell) ** 2) / radius ** 2) ** 2)
  })
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
    const value = counts[row * columns + column]!
    if (value === 0) continue
    for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      const weights = stretches[r - row + reach]!, half = weights.length >> 1, shift = half - column, to = r * columns
      const last = Math.min(columns - 1, column + half)
      for (let c = Math.max(0, column - half); c <= last; c++) out[to + c]! += value * weights[c + shift]!
    }
  }
  return out
}

/** Silverman's rule of thumb for two dimensions (1986, 4.3.2): a bandwidth for data that look normal; metres. */
export function ruleBandwidth(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length
  if (n < 2) throw new RangeError(`a bandwidth needs two points or more, not ${n}`)
  const spread = (values: ArrayLike<number>) => {
    let mean = 0
    for (let i = 0; i < n; i++) mean += values[i]! / n
    let sum = 0
    for (let i = 0; i < n; i++) sum += (values[i]! - mean) ** 2
    return Math.sqrt(sum / (n - 1))
  }
  return Math.sqrt((spread(x) ** 2 + spread(y) ** 2) / 2) * n ** (-1 / 6)
}
