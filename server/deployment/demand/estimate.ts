import { gammaQuantile } from '../../analysis/statistics/intervals.ts'

/** Demand of one place, in incidents a week. */
export interface Estimate { mean: number, low: number, high: number }
/** What is known of a place before its own incidents are counted: a Gamma distribution of its weekly rate. */
export interface Prior { shape: number, rate: number }

/**
 * The prior that the places themselves tell of, by moments: the variance of the counts beyond Poisson's is that of the rates
 * (Marshall 1991). Where they don't vary beyond Poisson's, rates are taken as alike and shrink wholly to their mean.
 *
 * @param counts  incidents by place, all over the same weeks
 * @returns null where there is no incident at all
 */
export function fitPrior(counts: Float64Array, weeks: number): Prior | null {
  if (!(weeks > 0)) throw new RangeError(`${weeks} weeks are no time to count over`)
  const n = counts.length, mean = counts.reduce((sum, count) => sum + count, 0) / n
  if (!(mean > 0)) return null
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / Math.max(1, n - 1)
  const shape = mean ** 2 / Math.max(variance - mean, mean * 1e-3)
  return { shape, rate: shape * weeks / mean }
}

/**
 * A place's weekly rate given its count: mean and 90 % interval of the Gamma posterior (Clayton & Kaldor 1987). A place with few
 * incidents borrows from the others; none is held to be without any risk.
 */
export function shrink(count: number, weeks: number, { shape, rate }: Prior, confidence = 0.9): Estimate {
  const posterior = shape + count, weight = rate + weeks, tail = (1 - confidence) / 2
  return { mean: posterior / weight, low: gammaQuantile(posterior, tail) / weight, high: gammaQuantile(posterior, 1 - tail) / weight }
}
