import type { Neighbours } from './neighbours.ts'

/**
 * Getis-Ord Gi* with binary weights (Getis & Ord 1992, Ord & Getis 1995; variance as in R's spdep `localG`, which
 * divides by n).
 *
 * @param values      one a place
 * @param neighbours  each place among its own neighbours
 * @returns z-scores; NaN where there is no variance, or where a place has all others as neighbours
 * @throws {RangeError} where lengths differ
 * Cost: O(neighbour pairs).
 */
export function giStar(values: ArrayLike<number>, { offset, index }: Neighbours): Float64Array {
  const n = values.length
  if (offset.length !== n + 1) throw new RangeError(`${n} values, but neighbours of ${offset.length - 1} places`)
  let sum = 0, squares = 0
  for (let i = 0; i < n; i++) { sum += values[i]!; squares += values[i]! * values[i]! }
  const mean = sum / n, deviation = Math.sqrt(squares / n - mean * mean)
  const z = new Float64Array(n), sums = neighbourSums(values, { offset, index })
  for (let i = 0; i < n; i++) {
    const weight = offset[i + 1]! - offset[i]!
    // Binary weights: their sum and the sum of their squares are the same.
    const spread = deviation * Math.sqrt((n * weight - weight * weight) / (n - 1))
    z[i] = spread > 0 ? (sums[i]! - mean * weight) / spread : NaN
  }
  return z
}

/** The sum of the values over each place's neighbours. */
export function neighbourSums(values: ArrayLike<number>, { offset, index }: Neighbours): Float64Array {
  const sums = new Float64Array(values.length)
  for (let i = 0; i < sums.length; i++) for (let k = offset[i]!; k < offset[i + 1]!; k++) sums[i]! += values[index[k]!]!
  return sums
}
