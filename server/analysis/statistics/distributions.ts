/** Distribution function of the standard normal, by `erfc` below; relative error below 2e-13. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN
  const half = erfc(Math.abs(z) * Math.SQRT1_2) / 2
  return z > 0 ? 1 - half : half
}

/** P(|Z| ≥ |z|). */
export const twoSided = (z: number): number => Number.isNaN(z) ? NaN : erfc(Math.abs(z) * Math.SQRT1_2)

/** Complementary error function for x ≥ 0: a series near zero, a continued fraction (modified Lentz) beyond. */
function erfc(x: number): number {
  if (x < 2) {
    if (x === 0) return 1
    let term = x, total = x
    for (let n = 1; Math.abs(term / total) > 1e-17 && n < 200; n++) {
      term *= -x * x / n
      total += term / (2 * n + 1)
    }
    return 1 - 2 / Math.sqrt(Math.PI) * total
  }
  let f = x, c = x, d = 0
  for (let n = 1; n < 300; n++) {
    d = 1 / (x + n / 2 * d)
    c = x + n / 2 / c
    const step = c * d
    f *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / f
}

/** Logarithm of n! (Stirling's series from 10 on). */
export function logFactorial(n: number): number {
  if (n < 10) { let product = 1; for (let i = 2; i <= n; i++) product *= i; return Math.log(product) }
  const x = n + 1
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7)
}

/**
 * Exact two-sided binomial test as R's binom.test: the sum of the probabilities of all outcomes that are no likelier
 * than the one observed. Two Poisson counts are compared by it, given their sum (Przyborowski & Wilenski 1940).
 *
 * @param k      successes of n
 * @param share  of successes where nothing differs, between 0 and 1
 * Cost: O(√n).
 */
export function binomialTest(k: number, n: number, share: number): number {
  if (!(Number.isInteger(k) && Number.isInteger(n) && k >= 0 && k <= n)) throw new RangeError(`${k} of ${n} are no counts`)
  if (!(share > 0 && share < 1)) throw new RangeError(`share ${share} must lie between 0 and 1`)
  const log = (i: number) => logFactorial(n) - logFactorial(i) - logFactorial(n - i) + i * Math.log(share) + (n - i) * Math.log1p(-share)
  const limit = log(k) + 1e-7, mode = Math.min(n, Math.floor((n + 1) * share)), odds = share / (1 - share)
  if (log(mode) <= limit) return 1
  // Probabilities fall away from the mode on both sides: each tail begins where they are low enough.
  let low = -1, high = mode
  while (high - low > 1) { const middle = Math.floor((low + high) / 2); if (log(middle) <= limit) low = middle; else high = middle }
  const left = low
  for (low = mode, high = n + 1; high - low > 1;) { const middle = Math.floor((low + high) / 2); if (log(middle) <= limit) high = middle; else low = middle }
  let p = 0
  for (let i = left, each = i >= 0 ? Math.exp(log(i)) : 0; i >= 0 && each > p * 1e-17; each *= i / (n - i + 1) / odds, i--) p += each
  for (let i = high, each = i <= n ? Math.exp(log(i)) : 0; i <= n && each > p * 1e-17; each *= (n - i) / (i + 1) * odds, i++) p += each
  return Math.min(1, p)
}
