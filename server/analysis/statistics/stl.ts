export interface Decomposition { trend: Float64Array, season: Float64Array, remainder: Float64Array }

export interface StlOptions {
  /** Values a cycle: 7 for days of the week. */
  period: number
  /** Odd; cycles over which a season may change. */
  seasonWindow: number
  /** Odd; values over which the trend is smoothed. */
  trendWindow: number
}

/**
 * Seasonal and trend decomposition by loess (Cleveland, Cleveland, McRae & Terpenning 1990), two inner iterations,
 * none for robustness. As R's stats::stl with s.degree = 0, t.degree = l.degree = 1 and all jumps 1.
 *
 * @param values  at least two cycles
 * @throws {RangeError} for fewer, or windows that aren't odd
 * Cost: O(values × (trendWindow + seasonWindow + period)).
 */
export function stl(values: Float64Array, { period, seasonWindow, trendWindow }: StlOptions): Decomposition {
  const n = values.length
  if (!(Number.isInteger(period) && period >= 2)) throw new RangeError(`a period of ${period} has no season; it must be 2 or more`)
  if (n < 2 * period) throw new RangeError(`${n} values are fewer than two cycles of ${period}`)
  for (const window of [seasonWindow, trendWindow]) if (!(window >= 3 && window % 2 === 1)) throw new RangeError(`window ${window} must be odd and 3 or more`)
  let trend: Float64Array = new Float64Array(n), season: Float64Array = new Float64Array(n)
  for (let round = 0; round < 2; round++) {
    const cycles = smoothCycles(values.map((value, i) => value - trend[i]!), period, seasonWindow)
    const low = loess(average(average(average(cycles, period), period), 3), period % 2 ? period : period + 1, 1)
    season = low.map((value, i) => cycles[period + i]! - value)
    trend = loess(values.map((value, i) => value - season[i]!), trendWindow, 1)
  }
  return { trend, season, remainder: values.map((value, i) => value - trend[i]! - season[i]!) }
}

/** Each weekday (say) smoothed on its own, and carried on one cycle before and after. */
function smoothCycles(values: Float64Array, period: number, window: number): Float64Array {
  const out = new Float64Array(values.length + 2 * period)
  for (let phase = 0; phase < period; phase++) {
    const own = values.filter((_, i) => i % period === phase), k = own.length
    const inner = loess(own, window, 0)
    out[phase] = at(own, window, 0, 1, Math.min(window, k), 0) ?? inner[0]!
    inner.forEach((value, i) => { out[phase + (i + 1) * period] = value })
    out[phase + (k + 1) * period] = at(own, window, k + 1, Math.max(1, k - window + 1), k, 0) ?? inner[k - 1]!
  }
  return out
}

function average(values: Float64Array, length: number): Float64Array {
  const out = new Float64Array(values.length - length + 1)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!
    if (i >= length) sum -= values[i - length]!
    if (i >= length - 1) out[i - length + 1] = sum / length
  }
  return out
}

function loess(values: Float64Array, window: number, degree: 0 | 1): Float64Array {
  const n = values.length, middle = Math.floor((window + 1) / 2), out = new Float64Array(n)
  let weights: Float64Array | null = null, place = -1
  for (let i = 0; i < n; i++) {
    const shift = window >= n ? 0 : Math.min(Math.max(0, i + 1 - middle), n - window), left = 1 + shift
    // Away from the ends every value has the same weights about it.
    if (i - shift !== place) weights = weightsAt(n, window, i + 1, left, Math.min(n, window + shift), degree)
    place = i - shift
    out[i] = weights ? weigh(values, weights, left) : values[i]!
  }
  return out
}

function at(values: Float64Array, window: number, x: number, left: number, right: number, degree: 0 | 1): number | null {
  const weights = weightsAt(values.length, window, x, left, right, degree)
  return weights && weigh(values, weights, left)
}

function weigh(values: Float64Array, weights: Float64Array, left: number): number {
  let total = 0
  for (let k = 0; k < weights.length; k++) total += weights[k]! * values[left + k - 1]!
  return total
}

/** Weights of a local regression at place `x` (from 1) over values `left` to `right`, tricube; null where all are nothing. */
function weightsAt(n: number, window: number, x: number, left: number, right: number, degree: 0 | 1): Float64Array | null {
  const reach = Math.max(x - left, right - x) + (window > n ? Math.floor((window - n) / 2) : 0)
  const weights = new Float64Array(right - left + 1)
  let sum = 0
  for (let k = 0; k < weights.length; k++) {
    const apart = Math.abs(left + k - x)
    if (apart > 0.999 * reach) continue
    const share = apart / reach, rest = 1 - share * share * share
    sum += weights[k] = apart <= 0.001 * reach ? 1 : rest * rest * rest
  }
  if (sum <= 0) return null
  let centre = 0, spread = 0
  for (let k = 0; k < weights.length; k++) centre += (weights[k]! /= sum) * (left + k)
  for (let k = 0; k < weights.length; k++) spread += weights[k]! * (left + k - centre) ** 2
  if (degree === 1 && reach > 0 && Math.sqrt(spread) > 0.001 * (n - 1))
    for (let k = 0; k < weights.length; k++) weights[k]! *= (x - centre) / spread * (left + k - centre) + 1
  return weights
}
