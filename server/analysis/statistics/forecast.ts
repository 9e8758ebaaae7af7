import { countQuantile } from './intervals.ts'
import { stl } from './stl.ts'

export interface Expected { mean: number, low: number, high: number }
export interface Forecast {
  /** Values over which the trend was smoothed: of those tried, the one whose earlier forecasts were least wrong. */
  trendWindow: number
  /** For each value, what was expected of it before its cycle began; null for the first cycles. */
  expected: (Expected | null)[]
  /** The next cycle. */
  next: Expected[]
  /** Sums over whole cycles: of the last one in hindsight, and of the next. */
  lastCycle: Expected & { actual: number }
  nextCycle: Expected
  /** Mean squared error of earlier forecasts over their mean: 1 where counts vary as chance has it. */
  dispersion: number
  tested: number
  /** Share of the tested values that lay within their interval. */
  covered: number
}

export interface ForecastOptions { period: number, seasonWindow: number, trendWindows: readonly number[], confidence: number, onProgress?: (done: number, total: number) => void }

/** Cycles that a forecast needs behind it, and cycles that it is tested on at most and at least. */
const history = 6, mostTests = 26, fewestTests = 6
export const fewestCycles = history + fewestTests

/**
 * Counts of the next cycle with an interval that rests on how wrong the same forecast was before: for each of the last
 * cycles the series up to its begin is decomposed (stl.ts), the trend's last value carried on and the season's last
 * cycle added. Squared errors over means give the dispersion; intervals are negative binomial (Poisson at a dispersion
 * of 1 or less). Sums over a cycle have a dispersion of their own, because errors within one go together.
 *
 * @param counts  whole cycles at least; a last broken cycle is used but not tested on
 * @throws {RangeError} for fewer than `fewestCycles` cycles
 */
export function forecastCounts(counts: Float64Array, { period, seasonWindow, trendWindows, confidence, onProgress }: ForecastOptions): Forecast {
  const n = counts.length, cycles = Math.floor(n / period)
  if (cycles < fewestCycles) throw new RangeError(`${n} values are fewer than ${fewestCycles} cycles of ${period}`)
  const tests = Math.min(mostTests, cycles - history), origins = Array.from({ length: tests }, (_, k) => n - (tests - k) * period)
  const ahead = (values: Float64Array, trendWindow: number) => {
    const { trend, season } = stl(values, { period, seasonWindow, trendWindow }), last = trend[values.length - 1]!
    // A count can't be below nothing.
    return season.slice(-period).map(each => Math.max(0.01, last + each))
  }
  const tried = trendWindows.map((trendWindow, k) => {
    const means = origins.map((origin, o) => {
      onProgress?.(k * tests + o, trendWindows.length * tests)
      return ahead(counts.subarray(0, origin), trendWindow)
    })
    return { trendWindow, means, wrong: sum(means.flatMap((each, o) => Array.from(each, (mean, i) => (counts[origins[o]! + i]! - mean) ** 2))) }
  })
  const { trendWindow, means, wrong } = tried.reduce((best, each) => each.wrong < best.wrong ? each : best)
  const dispersion = wrong / sum(means.map(each => sum([...each])))
  const totals = origins.map((origin, o) => ({ mean: sum([...means[o]!]), actual: sum([...counts.subarray(origin, origin + period)]) }))
  const spread = sum(totals.map(({ mean, actual }) => (actual - mean) ** 2)) / sum(totals.map(({ mean }) => mean))
  const within = (mean: number, times: number): Expected => {
    // The dispersion itself is known from so many cycles only.
    const variance = mean * Math.max(1, times * (1 + 2 / tests)), tail = (1 - confidence) / 2
    return { mean, low: countQuantile(tail, mean, variance), high: countQuantile(1 - tail, mean, variance) }
  }
  const expected: (Expected | null)[] = new Array(n).fill(null)
  origins.forEach((origin, o) => means[o]!.forEach((mean, i) => { expected[origin + i] = within(mean, dispersion) }))
  const next = Array.from(ahead(counts, trendWindow), mean => within(mean, dispersion)), last = totals.at(-1)!
  const told = expected.flatMap((each, i) => each ? [counts[i]! >= each.low && counts[i]! <= each.high ? 1 : 0] : [])
  return {
    trendWindow, expected, next, lastCycle: { ...within(last.mean, spread), actual: last.actual }, nextCycle: within(sum(next.map(({ mean }) => mean)), spread),
    dispersion, tested: told.length, covered: sum(told) / told.length,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
