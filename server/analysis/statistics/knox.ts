import { createRandom } from '../random.ts'
import { pairsInBand, type BandPairs } from './pairs.ts'
import { countNear, shareInTime } from './near-in-time.ts'
import { bySquare, gather } from './squares.ts'

export interface KnoxBands { metres: readonly number[], days: readonly number[] }
export interface KnoxCell { observed: number, expected: number, ratio: number, p: number }
export interface Knox {
  bands: KnoxBands
  /** By band of distance, then of time. */
  table: KnoxCell[][]
  /** By band of distance: pairs at that distance at any time, and the sample that was shuffled where they were too many. */
  pairs: { total: number, sampled: number | null }[]
  permutations: number
  seed: number
}

export interface KnoxOptions {
  bands: KnoxBands
  permutations: number
  seed: number
  /** Pairs that are shuffled at most, over all bands of distance. */
  mostPairs?: number
  onProgress?: (done: number, total: number) => void
}

/**
 * Near repeats: pairs of incidents close in space and in time against what shuffled dates give (Knox 1964; Monte
 * Carlo as Johnson et al. 2007 and Ratcliffe's near-repeat calculator).
 *
 * Where pairs are too many, `observed` is still a full count; p comes from shuffling dates over a sample of the pairs
 * that is drawn without a look at time, so that the test holds exactly what it promises, of the sampled pairs; and
 * `expected` rests on the number of pairs as estimated from that sample, to within about 0.2 %.
 *
 * @param eastings,northings  metres on a plane
 * @param days  when, fractions allowed
 * @param options.bands  upper limits, rising: metres [1, 100, 200] has the same place, up to 100 m and up to 200 m
 * @returns per band the pairs seen; the mean over all possible shuffles; their ratio; p = (1 + shuffles with as many) / (1 + shuffles)
 * @throws {RangeError} where bands don't rise from above 0
 * Cost: O((permutations + 1) × (points + pairs, at most `mostPairs`)), and one sweep over pairs near in space and time.
 */
export function knox(eastings: Float64Array, northings: Float64Array, days: Float64Array, { bands, permutations, seed, mostPairs = 2_000_000, onProgress = () => {} }: KnoxOptions): Knox {
  for (const [name, limits] of Object.entries(bands) as [string, readonly number[]][])
    if (limits.length === 0 || limits.some((limit, i) => limit <= (limits[i - 1] ?? 0))) throw new RangeError(`bands of ${name} must rise from above 0: ${limits.join(', ')}`)
  const random = createRandom(seed), steps = bands.metres.length + 5, total = permutations + steps
  let told = 0
  const tell = (done: number) => onProgress(told = Math.max(told, done), total)
  tell(0)
  // In the order in which they lie in space: pairs are near each other in memory.
  const { order } = bySquare(eastings, northings, bands.metres.at(-1)!), [x, y, day] = [eastings, northings, days].map(values => gather(values, order)) as [Float64Array, Float64Array, Float64Array]
  const found = bands.metres.map((upTo, row) => pairsInBand(x, y, bands.metres[row - 1] ?? -1, upTo, Math.floor(mostPairs / bands.metres.length), random,
    (done, all) => tell(row + done / all)))
  const seen = countPairs(found, day, bands.days)
  const observed = found.some(({ sampled }) => sampled) ? countNear(x, y, day, bands, (done, all) => tell(bands.metres.length + 5 * done / all)) : seen
  const share = shareInTime(day, bands.days), asMany = shuffles(found, day, bands.days, seen, permutations, random, done => tell(steps + done))
  return {
    bands, permutations, seed, pairs: found.map(each => ({ total: Math.round(each.total), sampled: each.sampled ? each.a.length : null })),
    table: bands.metres.map((_, row) => bands.days.map((__, column) => {
      const k = row * bands.days.length + column, expected = found[row]!.total * share[column]!
      return { observed: observed[k]!, expected, ratio: observed[k]! / expected, p: (1 + asMany[k]!) / (1 + permutations) }
    })),
  }
}

/** How many of the shuffles of the dates gave as many pairs, by band. */
function shuffles(found: readonly BandPairs[], day: Float64Array, limits: readonly number[], seen: Float64Array, permutations: number, random: () => number, onProgress: (done: number) => void): Uint32Array {
  const asMany = new Uint32Array(seen.length), shuffled = Float64Array.from(day)
  for (let round = 0; round < permutations; round++) {
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1)), kept = shuffled[i]!
      shuffled[i] = shuffled[j]!
      shuffled[j] = kept
    }
    const counts = countPairs(found, shuffled, limits, part => onProgress(round + part))
    for (let k = 0; k < counts.length; k++) if (counts[k]! >= seen[k]!) asMany[k]!++
    onProgress(round + 1)
  }
  return asMany
}

function countPairs(found: readonly BandPairs[], day: Float64Array, limits: readonly number[], onProgress?: (part: number) => void): Float64Array {
  const width = limits.length, last = limits[width - 1]!, counts = new Float64Array(found.length * width)
  found.forEach(({ a, b }, row) => {
    for (let k = 0; k < a.length; k++) {
      const apart = Math.abs(day[a[k]!]! - day[b[k]!]!)
      if (apart > last) continue
      let column = 0
      while (apart > limits[column]!) column++
      counts[row * width + column]!++
    }
    onProgress?.((row + 1) / found.length)
  })
  return counts
}
