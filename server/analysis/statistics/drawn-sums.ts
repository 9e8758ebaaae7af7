import { fourier } from './fourier.ts'

/** What the sum of so many values comes to when they are drawn at random, none twice. */
export interface DrawnSums {
  /** The values on the lattice that the sums are of: divided by `width` and rounded. */
  lattice: Float64Array
  /** 1 as long as the values are small enough to be kept as they are. */
  width: number
  /** P(sum of `draws` values ≥ sum), P(sum ≤ sum). Exact down to about 1e-12, which they don't go below. */
  atLeast(draws: number, sum: number): number
  atMost(draws: number, sum: number): number
  /** The same where one value, `without`, can't be drawn. */
  atLeastWithout(draws: number, sum: number, without: number): number
  atMostWithout(draws: number, sum: number, without: number): number
}

/** Numbers held at once: 2²² complex ones are 64 MB. */
const room = 2 ** 22
const leastProbability = 1e-12

/**
 * The exact permutation distribution of a neighbourhood's sum. It depends on the neighbourhood's size only, so that
 * one table serves all places: no shuffling, and no floor to the p-value. Sums of draws without replacement are the
 * elementary symmetric polynomials in e^(iωv); Newton's identities give them from the histogram's Fourier transform.
 *
 * Where values are so large that the table would not fit, they are rounded to a coarser lattice first: the test stays
 * exact, of a slightly coarser statistic.
 *
 * @param values     whole numbers from 0
 * @param mostDraws  at most half as many as there are values
 * @throws {RangeError} for other values, or more draws
 * Cost: O(N (log N + draws)) per size of neighbourhood asked for, N the largest possible sum, at most 2²² / draws.
 */
export function drawnSums(values: ArrayLike<number>, mostDraws: number): DrawnSums {
  const n = values.length
  if (mostDraws > n / 2) throw new RangeError(`${mostDraws} draws are more than half of ${n} values`)
  let largest = 0
  for (let i = 0; i < n; i++) {
    if (!(Number.isInteger(values[i]!) && values[i]! >= 0)) throw new RangeError(`value ${values[i]} is no whole number from 0`)
    largest = Math.max(largest, values[i]!)
  }
  const longest = 2 ** Math.floor(Math.log2(room / (mostDraws + 1)))
  const width = Math.max(1, Math.ceil(mostDraws * largest / (longest - mostDraws - 2)))
  const lattice = Float64Array.from(values, value => Math.round(value / width))
  const top = Math.round(largest / width), size = 2 ** Math.ceil(Math.log2(mostDraws * top + 2))
  const spectra = symmetric(lattice, mostDraws, size)
  const tails = new Map<number, { above: Float64Array, below: Float64Array }>()
  const tailsOf = (draws: number) => {
    let known = tails.get(draws)
    if (!known) tails.set(draws, known = tailsFrom(spectra, draws, size, draws * top))
    return known
  }
  const within = (p: number) => Math.min(1, Math.max(leastProbability, p))
  const above = (draws: number, sum: number): number => sum <= 0 ? 1 : sum > draws * top ? 0 : tailsOf(draws).above[sum]!
  const below = (draws: number, sum: number): number => sum < 0 ? 0 : sum >= draws * top ? 1 : tailsOf(draws).below[sum]!
  // Of all draws, draws/n hold the one value; what is left after taking those away is the rest.
  const without = (tail: typeof above, draws: number, sum: number, value: number): number => {
    if (draws === 0) return tail(0, sum)
    const share = draws / n
    return (tail(draws, sum) - (share < 1e-15 ? 0 : share * without(tail, draws - 1, sum - value, value))) / (1 - share)
  }
  return {
    lattice, width,
    atLeast: (draws, sum) => within(above(draws, sum)), atMost: (draws, sum) => within(below(draws, sum)),
    atLeastWithout: (draws, sum, value) => within(without(above, draws, sum, value)), atMostWithout: (draws, sum, value) => within(without(below, draws, sum, value)),
  }
}

/** Both tails doubled: twice the smaller one, at most 1. */
export const bothTails = (p: number, q: number): number => Math.min(1, 2 * Math.min(p, q))

interface Spectra { real: Float64Array[], imaginary: Float64Array[] }

/** By number of draws, the characteristic function of their sum over the lower half of the frequencies. */
function symmetric(lattice: Float64Array, mostDraws: number, size: number): Spectra {
  const n = lattice.length, half = size / 2
  const re = new Float64Array(size), im = new Float64Array(size)
  for (const value of lattice) re[value]! += 1 / n
  fourier(re, im)
  const real = Array.from({ length: mostDraws + 1 }, () => new Float64Array(half + 1)), imaginary = Array.from({ length: mostDraws + 1 }, () => new Float64Array(half + 1))
  real[0]!.fill(1)
  for (let w = 1; w <= mostDraws; w++) {
    // n C(n, w - k) / (w C(n, w)): shrinks by about w / n with each k.
    let factor = n / (n - w + 1)
    for (let k = 1; k <= w && Math.abs(factor) > 1e-18; k++) {
      const fromReal = real[w - k]!, fromImaginary = imaginary[w - k]!, toReal = real[w]!, toImaginary = imaginary[w]!
      for (let j = 0, at = 0; j <= half; j++, at = (at + k) & (size - 1)) {
        toReal[j]! += factor * (fromReal[j]! * re[at]! - fromImaginary[j]! * im[at]!)
        toImaginary[j]! += factor * (fromReal[j]! * im[at]! + fromImaginary[j]! * re[at]!)
      }
      factor *= -(w - k) / (n - w + k + 1)
    }
  }
  return { real, imaginary }
}

function tailsFrom({ real, imaginary }: Spectra, draws: number, size: number, most: number): { above: Float64Array, below: Float64Array } {
  const re = new Float64Array(size), im = new Float64Array(size), half = size / 2
  re.set(real[draws]!)
  im.set(imaginary[draws]!)
  for (let j = 1; j < half; j++) { re[size - j] = re[j]!; im[size - j] = -im[j]! }
  fourier(re, im, true)
  const above = new Float64Array(most + 1), below = new Float64Array(most + 1)
  for (let sum = most, p = 0; sum >= 0; sum--) above[sum] = p += Math.max(0, re[sum]!)
  for (let sum = 0, p = 0; sum <= most; sum++) below[sum] = p += Math.max(0, re[sum]!)
  return { above, below }
}
