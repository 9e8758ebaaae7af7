/**
 * Fast Fourier transform in place (radix 2; Cooley & Tukey 1965).
 *
 * @param real,imaginary  a power of two long
 * @param inverse         back again, divided by the length
 * @throws {RangeError} for another length
 * Cost: O(n log n).
 */
export function fourier(real: Float64Array, imaginary: Float64Array, inverse = false): void {
  const n = real.length
  if (n < 1 || (n & (n - 1)) !== 0 || imaginary.length !== n) throw new RangeError(`${n} and ${imaginary.length} numbers; both must be the same power of two`)
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) {
      const re = real[i]!, im = imaginary[i]!
      real[i] = real[j]!; imaginary[i] = imaginary[j]!
      real[j] = re; imaginary[j] = im
    }
  }
  const { cosine, sine } = turns(n), sign = inverse ? 1 : -1
  for (let half = 1; half < n; half <<= 1) {
    const stride = n / (half << 1)
    for (let start = 0; start < n; start += half << 1) for (let k = 0; k < half; k++) {
      const wr = cosine[k * stride]!, wi = sign * sine[k * stride]!, a = start + k, b = a + half
      const re = real[b]! * wr - imaginary[b]! * wi, im = real[b]! * wi + imaginary[b]! * wr
      real[b] = real[a]! - re; imaginary[b] = imaginary[a]! - im
      real[a]! += re; imaginary[a]! += im
    }
  }
  if (inverse) for (let i = 0; i < n; i++) { real[i]! /= n; imaginary[i]! /= n }
}

let known: { n: number, cosine: Float64Array, sine: Float64Array } = { n: 0, cosine: new Float64Array(), sine: new Float64Array() }

/** Kept from call to call: the same length comes many times in a row. */
function turns(n: number): { cosine: Float64Array, sine: Float64Array } {
  if (known.n !== n) known = {
    n, cosine: Float64Array.from({ length: n >> 1 }, (_, k) => Math.cos(2 * Math.PI * k / n)), sine: Float64Array.from({ length: n >> 1 }, (_, k) => Math.sin(2 * Math.PI * k / n)),
  }
  return known
}
