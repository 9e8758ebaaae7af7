import { logFactorial } from './distributions.ts'

/** Logarithm of the gamma function for x above 0. Relative error below 1e-12. */
function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`the gamma function is asked at ${x}; it must be above 0`)
  let shift = 0
  for (; x < 11; x++) shift += Math.log(x)
  return logFactorial(x - 1) - shift
}

/** Regularised lower incomplete gamma function: P(Gamma(shape) ≤ x). A series below the shape, a continued fraction above. */
function gammaCdf(shape: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape, total = term
    for (let k = 1; term > total * 1e-16; k++) total += term *= x / (shape + k)
    return front * total
  }
  let b = x + 1 - shape, c = 1e300, d = 1 / b, f = d
  for (let k = 1; k < 100_000; k++) {
    const a = -k * (k - shape)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    f *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return 1 - front * f
}

/** The value that a Gamma variable of this shape and rate 1 stays below with probability p. */
export function gammaQuantile(shape: number, p: number): number {
  let low = 0, high = Math.max(10, shape * 2 + 20)
  for (let k = 0; k < 100 && high - low > 1e-12 * high; k++) {
    const middle = (low + high) / 2
    if (gammaCdf(shape, middle) < p) low = middle; else high = middle
  }
  return (low + high) / 2
}

/**
 * Exact interval of a Poisson mean, given one count (Garwood 1936). As R's poisson.test.
 *
 * @param count  a whole number from 0
 * @throws {RangeError} for other counts
 */
export function poissonInterval(count: number, confidence = 0.95): [low: number, high: number] {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${count} is no count`)
  const tail = (1 - confidence) / 2
  return [count === 0 ? 0 : gammaQuantile(count, tail), gammaQuantile(count + 1, 1 - tail)]
}

/**
 * The smallest count that at least a share `p` of counts don't exceed: negative binomial with this mean and variance;
 * Poisson where the variance is no larger than the mean.
 */
export function countQuantile(p: number, mean: number, variance: number): number {
  if (!(mean >= 0)) throw new RangeError(`mean ${mean} must be 0 or more`)
  if (mean === 0) return 0
  const spread = variance / mean, size = mean / (spread - 1), poisson = spread <= 1 + 1e-9
  const log = (k: number) => poisson ? k * Math.log(mean) - mean - logFactorial(k)
    : logGamma(k + size) - logGamma(size) - logFactorial(k) - size * Math.log(spread) + k * Math.log1p(-1 / spread)
  // Nothing worth adding lies twelve deviations below.
  let k = Math.max(0, Math.floor(mean - 12 * Math.sqrt(Math.max(mean, variance)))), total = Math.exp(log(k))
  while (total < p) total += Math.exp(log(++k))
  return k
}
