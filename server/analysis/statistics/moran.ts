import type { Neighbours } from './neighbours.ts'

export interface Moran { index: number, expected: number, variance: number, z: number }

/** Rows that sum to one: `1 / neighbours` each; places without neighbours weigh nothing. */
const rowWeight = ({ offset }: Neighbours, i: number): number => offset[i + 1]! > offset[i]! ? 1 / (offset[i + 1]! - offset[i]!) : 0

/**
 * Moran's I with row-standardised weights, tested under randomisation (Cliff & Ord 1981; as R's spdep moran.test).
 *
 * @param neighbours  symmetric, nobody their own
 */
export function moran(values: ArrayLike<number>, neighbours: Neighbours): Moran {
  const n = values.length, { offset, index } = neighbours
  let mean = 0
  for (let i = 0; i < n; i++) mean += values[i]! / n
  let m2 = 0, m4 = 0, cross = 0, s0 = 0, s1 = 0, s2 = 0
  const columns = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let k = offset[i]!; k < offset[i + 1]!; k++) columns[index[k]!]! += rowWeight(neighbours, i)
  for (let i = 0; i < n; i++) {
    const z = values[i]! - mean, w = rowWeight(neighbours, i), degree = offset[i + 1]! - offset[i]!
    m2 += z * z
    m4 += z ** 4
    let local = 0
    for (let k = offset[i]!; k < offset[i + 1]!; k++) {
      const j = index[k]!
      local += values[j]! - mean
      // Symmetric neighbours: the weight back is the other's own.
      s1 += (w + rowWeight(neighbours, j)) ** 2 / 2
    }
    cross += w * z * local
    s0 += w * degree
    s2 += (w * degree + columns[i]!) ** 2
  }
  const I = n / s0 * cross / m2, expected = -1 / (n - 1), kurtosis = n * m4 / m2 ** 2
  const squared = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) - kurtosis * (n * (n - 1) * s1 - 2 * n * s2 + 6 * s0 * s0))
    / ((n - 1) * (n - 2) * (n - 3) * s0 * s0)
  const variance = squared - expected ** 2
  return { index: I, expected, variance, z: (I - expected) / Math.sqrt(variance) }
}

export type Quadrant = 'high-high' | 'low-low' | 'high-low' | 'low-high'
export interface LocalMoran { index: Float64Array, z: Float64Array, quadrant: Quadrant[] }

/**
 * Local Moran's I with row-standardised weights (Anselin 1995; variance under total randomisation as R's spdep
 * `localmoran` with conditional = FALSE).
 */
export function localMoran(values: ArrayLike<number>, neighbours: Neighbours): LocalMoran {
  const n = values.length, { offset, index } = neighbours
  let mean = 0
  for (let i = 0; i < n; i++) mean += values[i]! / n
  let m2 = 0, m4 = 0
  for (let i = 0; i < n; i++) { const z = values[i]! - mean; m2 += z * z / n; m4 += z ** 4 / n }
  const b2 = m4 / m2 ** 2
  const local = new Float64Array(n), score = new Float64Array(n), quadrant: Quadrant[] = []
  for (let i = 0; i < n; i++) {
    const w = rowWeight(neighbours, i), degree = offset[i + 1]! - offset[i]!
    let lag = 0
    for (let k = offset[i]!; k < offset[i + 1]!; k++) lag += w * (values[index[k]!]! - mean)
    const z = values[i]! - mean
    local[i] = z / m2 * lag
    const wi = w * degree, wi2 = w * w * degree, expected = -wi / (n - 1)
    const variance = wi2 * (n - b2) / (n - 1) + (wi * wi - wi2) * (2 * b2 - n) / ((n - 1) * (n - 2)) - wi * wi / (n - 1) ** 2
    score[i] = variance > 0 ? (local[i]! - expected) / Math.sqrt(variance) : NaN
    quadrant.push(`${z >= 0 ? 'high' : 'low'}-${lag >= 0 ? 'high' : 'low'}`)
  }
  return { index: local, z: score, quadrant }
}
