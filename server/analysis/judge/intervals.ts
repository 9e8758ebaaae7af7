/** Low and high are null where they can't be told: with one window. */
export interface Interval { mean: number, low: number | null, high: number | null }

/**
 * P(T ≤ t) of Student's distribution for whole degrees of freedom (finite series: Abramowitz & Stegun 26.7.3 and 26.7.4).
 */
export function studentCdf(t: number, freedom: number): number {
  if (!(Number.isInteger(freedom) && freedom >= 1)) throw new RangeError(`${freedom} degrees of freedom: must be a whole number from 1`)
  const angle = Math.atan(t / Math.sqrt(freedom)), cosine = Math.cos(angle), odd = freedom % 2 === 1
  let term = odd ? cosine : 1, sum = freedom === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) sum += term *= cosine ** 2 * (k - 1) / k
  return 0.5 + (odd ? (angle + Math.sin(angle) * sum) / Math.PI : Math.sin(angle) * sum / 2)
}

/** The t that a share of the distribution lies below, by halving. @param share  from 0.5 to 0.9999 */
export function studentQuantile(share: number, freedom: number): number {
  let low = 0, high = 10_000
  for (let round = 0; round < 80; round++) { const middle = (low + high) / 2; if (studentCdf(middle, freedom) < share) low = middle; else high = middle }
  return (low + high) / 2
}

/** Mean of the windows with its 95 % interval by Student's t. @param least  what no value lies below @throws {RangeError} without values */
export function meanInterval(values: readonly number[], least = -Infinity): Interval {
  const n = values.length
  if (n === 0) throw new RangeError('a mean needs a value')
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  if (n === 1) return { mean, low: null, high: null }
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))
  const reach = studentQuantile(0.975, n - 1) * deviation / Math.sqrt(n)
  return { mean, low: Math.max(least, mean - reach), high: mean + reach }
}

/** Mean of the windows and the range in which 95 of 100 such means lie, where each window's deviation is known. */
export function knownInterval(means: readonly number[], deviations: readonly number[], least = -Infinity): Interval {
  const n = means.length
  if (n === 0 || deviations.length !== n) throw new RangeError(`${n} means have ${deviations.length} deviations`)
  const mean = means.reduce((sum, value) => sum + value, 0) / n
  const reach = 1.959963984540054 * Math.sqrt(deviations.reduce((sum, value) => sum + value ** 2, 0)) / n
  return { mean, low: Math.max(least, mean - reach), high: mean + reach }
}
