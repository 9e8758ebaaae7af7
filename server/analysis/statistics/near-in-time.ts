import type { KnoxBands } from './knox.ts'
import { bySquare } from './squares.ts'

/**
 * Count pairs that are near in space and in time, by band of distance and then of time. A sweep through the squares in
 * order of time: pairs far apart in time are never looked at.
 *
 * Cost: O(points log points + pairs of neighbouring squares within the widest band of time).
 */
export function countNear(x: Float64Array, y: Float64Array, day: Float64Array, { metres, days }: KnoxBands, onProgress: (done: number, total: number) => void): Float64Array {
  const byTime = Uint32Array.from(day, (_, i) => i).sort((i, j) => day[i]! - day[j]!)
  const sorted = (values: Float64Array, order: Uint32Array) => Float64Array.from(order, i => values[i]!)
  const squares = bySquare(sorted(x, byTime), sorted(y, byTime), metres.at(-1)!), { start, order, count } = squares
  // Once more in the order in which they are read.
  const [px, py, pd] = [x, y, day].map(values => Float64Array.from(order, i => values[byTime[i]!]!)) as [Float64Array, Float64Array, Float64Array]
  const limits = Float64Array.from(metres, limit => limit * limit), widest = limits.at(-1)!, longest = days.at(-1)!
  const counts = new Float64Array(metres.length * days.length)
  const tally = (i: number, j: number) => {
    const apart = (px[i]! - px[j]!) ** 2 + (py[i]! - py[j]!) ** 2
    if (apart > widest) return
    const time = Math.abs(pd[i]! - pd[j]!)
    let row = 0, column = 0
    while (apart > limits[row]!) row++
    while (time > days[column]!) column++
    counts[row * days.length + column]!++
  }
  for (let s = 0; s < count; s++) squares.around(s, 1, other => {
    if (other < s) return
    let from = start[other]!
    for (let i = start[s]!; i < start[s + 1]!; i++) {
      if (i % 256 === 0) onProgress(i, px.length)
      if (other === s) from = i + 1
      else while (from < start[other + 1]! && pd[i]! - pd[from]! > longest) from++
      for (let j = from; j < start[other + 1]! && pd[j]! - pd[i]! <= longest; j++) tally(i, j)
    }
  })
  return counts
}

/** By band of time, the share of all pairs of points that lie in it: what pairs at any distance come to when dates are shuffled. */
export function shareInTime(day: Float64Array, limits: readonly number[]): Float64Array {
  const sorted = day.slice().sort(), n = sorted.length, within = limits.map(limit => {
    let pairs = 0
    for (let i = 0, j = 0; j < n; j++) {
      while (sorted[j]! - sorted[i]! > limit) i++
      pairs += j - i
    }
    return pairs / (n * (n - 1) / 2)
  })
  return Float64Array.from(within, (share, k) => share - (within[k - 1] ?? 0))
}
