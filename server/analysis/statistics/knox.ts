import { createRandom } from '../random.ts'

export interface KnoxBands { metres: readonly number[], days: readonly number[] }
export interface KnoxCell { observed: number, expected: number, ratio: number, p: number }
export interface Knox { bands: KnoxBands, /** By band of distance, then of time. */ table: KnoxCell[][], permutations: number, seed: number }

export interface KnoxOptions {
  bands: KnoxBands
  permutations: number
  seed: number
  onProgress?: (done: number, total: number) => void
  cancelled?: () => boolean
}

/**
 * Near repeats: pairs of incidents close in space and in time against what shuffled dates give (Knox 1964; Monte
 * Carlo as Johnson et al. 2007 and Ratcliffe's near-repeat calculator).
 *
 * @param x,y  metres on a plane
 * @param day  days, fractions allowed
 * @param options.bands  upper limits, rising: metres [0, 100, 200] has the same place, up to 100 m and up to 200 m
 * @returns per band the pairs seen, the mean of the shuffles, their ratio and p = (1 + shuffles with as many) / (1 + shuffles)
 * @throws {RangeError} where bands don't rise
 * Cost: O((permutations + 1) × pairs within the widest band).
 */
export function knox(x: Float64Array, y: Float64Array, day: Float64Array, { bands, permutations, seed, onProgress, cancelled }: KnoxOptions): Knox {
  for (const [name, limits] of Object.entries(bands) as [string, readonly number[]][])
    if (limits.length === 0 || limits.some((limit, i) => i > 0 && limit <= limits[i - 1]!)) throw new RangeError(`bands of ${name} must rise: ${limits.join(', ')}`)
  const pairs = nearPairs(x, y, bands.metres)
  const observed = count(pairs, day, bands)
  const size = observed.length, sums = new Float64Array(size), asMany = new Uint32Array(size)
  const random = createRandom(seed)
  const shuffled = Float64Array.from(day)
  for (let round = 0; round < permutations; round++) {
    if (cancelled?.()) throw new Error('cancelled')
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1)), kept = shuffled[i]!
      shuffled[i] = shuffled[j]!
      shuffled[j] = kept
    }
    const counts = count(pairs, shuffled, bands)
    for (let k = 0; k < size; k++) {
      sums[k]! += counts[k]!
      if (counts[k]! >= observed[k]!) asMany[k]!++
    }
    onProgress?.(round + 1, permutations)
  }
  const width = bands.days.length
  return {
    bands, permutations, seed,
    table: bands.metres.map((_, row) => bands.days.map((_, column) => {
      const k = row * width + column, expected = permutations ? sums[k]! / permutations : NaN
      return { observed: observed[k]!, expected, ratio: observed[k]! / expected, p: (1 + asMany[k]!) / (1 + permutations) }
    })),
  }
}

interface Pairs { a: Uint32Array, b: Uint32Array, band: Uint8Array }

/** Pairs of points within the widest band, each once, with the number of their band. */
function nearPairs(x: Float64Array, y: Float64Array, limits: readonly number[]): Pairs {
  const widest = Math.max(limits.at(-1)!, 1e-9), order = Uint32Array.from(x, (_, i) => i).sort((i, j) => x[i]! - x[j]!)
  let capacity = Math.max(1024, x.length * 4), n = 0
  let pairs: Pairs = { a: new Uint32Array(capacity), b: new Uint32Array(capacity), band: new Uint8Array(capacity) }
  for (let i = 0; i < order.length; i++) {
    const p = order[i]!
    for (let j = i + 1; j < order.length && x[order[j]!]! - x[p]! <= widest; j++) {
      const q = order[j]!, rise = y[q]! - y[p]!
      if (rise > widest || rise < -widest) continue
      const distance = Math.hypot(x[q]! - x[p]!, rise)
      if (distance > limits.at(-1)!) continue
      if (n === capacity) pairs = grow(pairs, capacity *= 2)
      pairs.a[n] = p
      pairs.b[n] = q
      pairs.band[n++] = limits.findIndex(limit => distance <= limit)
    }
  }
  return { a: pairs.a.subarray(0, n), b: pairs.b.subarray(0, n), band: pairs.band.subarray(0, n) }
}

function grow({ a, b, band }: Pairs, capacity: number): Pairs {
  const larger = { a: new Uint32Array(capacity), b: new Uint32Array(capacity), band: new Uint8Array(capacity) }
  larger.a.set(a); larger.b.set(b); larger.band.set(band)
  return larger
}

function count({ a, b, band }: Pairs, day: Float64Array, { metres, days }: KnoxBands): Uint32Array {
  const width = days.length, last = days[width - 1]!
  const counts = new Uint32Array(metres.length * width)
  for (let k = 0; k < a.length; k++) {
    const apart = Math.abs(day[a[k]!]! - day[b[k]!]!)
    if (apart > last) continue
    let column = 0
    while (apart > days[column]!) column++
    counts[band[k]! * width + column]!++
  }
  return counts
}
