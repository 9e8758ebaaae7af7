import { bySquare, type Squares } from './squares.ts'

/** Pairs of points whose distance lies in a band: all of them, or a uniform sample with replacement. */
export interface BandPairs {
  a: Uint32Array
  b: Uint32Array
  /** How many there are; an estimate where they were sampled. */
  total: number
  sampled: boolean
}

/** Pairs looked at for each that is kept, at most, before a sample is taken instead. */
const patience = 25

/**
 * Pairs of points more than `above` and at most `upTo` apart, each once.
 *
 * Where there are more than `most`, so many are drawn instead, each pair as likely as any other and without a look at
 * anything but places: two neighbouring squares by the number of pairs between them, a point from each, kept where the
 * distance is right. How often it is tells how many there are, to about 1 / √(draws).
 *
 * @param above,upTo  in the unit of x and y; `above` below zero takes in points on one spot
 * @param onProgress  done of all, at least every some thousand pairs
 * Cost: O(points + 25 × most).
 */
export function pairsInBand(x: Float64Array, y: Float64Array, above: number, upTo: number, most: number, random: () => number, onProgress: (done: number, total: number) => void): BandPairs {
  const squares = bySquare(x, y, upTo), touching = touchingSquares(squares)
  const low = above < 0 ? -1 : above * above, high = upTo * upTo
  const fits = (i: number, j: number) => { const apart = (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2; return apart > low && apart <= high }
  const candidates = touching.upTo.at(-1) ?? 0
  return (candidates <= most * patience ? enumerate(squares, touching, fits, most, onProgress) : null) ?? draw(squares, touching, fits, most, random, onProgress)
}

interface Touching { first: Uint32Array, second: Uint32Array, /** Pairs of points up to and with this pair of squares. */ upTo: Float64Array }

/** Squares that touch, each two once, and each with itself. */
function touchingSquares(squares: Squares): Touching {
  const { start, count } = squares, first: number[] = [], second: number[] = [], upTo: number[] = []
  let sum = 0
  for (let s = 0; s < count; s++) {
    const own = start[s + 1]! - start[s]!
    squares.around(s, 1, other => {
      const pairs = other === s ? own * (own - 1) / 2 : other > s ? own * (start[other + 1]! - start[other]!) : 0
      if (pairs > 0) { first.push(s); second.push(other); upTo.push(sum += pairs) }
    })
  }
  return { first: Uint32Array.from(first), second: Uint32Array.from(second), upTo: Float64Array.from(upTo) }
}

type Fits = (i: number, j: number) => boolean

/** @returns null where there are more than `most` */
function enumerate({ start, order }: Squares, { first, second }: Touching, fits: Fits, most: number, onProgress: (done: number, total: number) => void): BandPairs | null {
  const a = new Uint32Array(most), b = new Uint32Array(most)
  let n = 0
  for (let k = 0; k < first.length; k++) {
    if (k % 256 === 0) onProgress(k, first.length)
    const s = first[k]!, other = second[k]!
    for (let i = start[s]!; i < start[s + 1]!; i++) for (let j = other === s ? i + 1 : start[other]!; j < start[other + 1]!; j++) {
      if (!fits(order[i]!, order[j]!)) continue
      if (n === most) return null
      a[n] = order[i]!
      b[n++] = order[j]!
    }
  }
  return { a: a.slice(0, n), b: b.slice(0, n), total: n, sampled: false }
}

function draw(squares: Squares, touching: Touching, fits: Fits, most: number, random: () => number, onProgress: (done: number, total: number) => void): BandPairs {
  const a = new Uint32Array(most), b = new Uint32Array(most), pilot = 20_000
  // A trial tells how many draws will be needed; it isn't kept.
  const share = Math.max(1, drawInto(squares, touching, fits, pilot, random, () => {})) / pilot
  const draws = Math.min(most * patience, Math.floor(most * 0.98 / share))
  let n = 0
  const kept = drawInto(squares, touching, fits, draws, random, (i, j) => { if (n < most) { a[n] = i; b[n++] = j } }, onProgress)
  return { a: a.slice(0, n), b: b.slice(0, n), total: touching.upTo.at(-1)! * kept / draws, sampled: true }
}

/** @returns how many of the draws fitted */
function drawInto({ start, order }: Squares, { first, second, upTo }: Touching, fits: Fits, draws: number, random: () => number, keep: (i: number, j: number) => void, onProgress?: (done: number, total: number) => void): number {
  const all = upTo.at(-1)!
  let left = 1, at = 0, kept = 0
  for (let k = 0; k < draws; k++) {
    if (k % 8192 === 0) onProgress?.(k, draws)
    // The next of so many uniform numbers in rising order: squares are visited in the order in which they lie in memory.
    left *= (1 - random()) ** (1 / (draws - k))
    while (at < upTo.length - 1 && upTo[at]! < (1 - left) * all) at++
    const s = first[at]!, other = second[at]!, own = start[s + 1]! - start[s]!
    const p = Math.floor(random() * own)
    // Two different points of one square: the second among the others.
    const q = other === s ? (p + 1 + Math.floor(random() * (own - 1))) % own : Math.floor(random() * (start[other + 1]! - start[other]!))
    const i = order[start[s]! + p]!, j = order[start[other]! + q]!
    if (fits(i, j)) { kept++; keep(i, j) }
  }
  return kept
}
