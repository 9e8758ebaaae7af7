import type { KnoxBands } from './knox.ts'
import { bySquare, gather } from './squares.ts'

/**
 * Count pairs that are near in space and in time, by band of distance and then of time. A sweep through the squares in
 * order of time: pairs far apart in time are never looked at.
 *
 * Cost: O(points log points + pairs of neighbouring squares within the widest band of time).
 */
export function countNear(x: Float64Array, y: Float64Array, day: Float64Array, { metres, days }: KnoxBands, onProgress: (done: number, total: number) => void): Float64Array {
  const byTime = inTime(day, onProgress)
  const squares = bySquare(gather(x, byTime), gather(y, byTime), metres.at(-1)!), { start, order, count } = squares
  onProgress(0, day.length)
  // Once more in the order in which they are read.
  const [px, py, pd] = [x, y, day].map(values => gather(gather(values, byTime), order)) as [Float64Array, Float64Array, Float64Array]
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

/** Points in order of time: day by day first, so that no single sort is long. */
function inTime(day: Float64Array, onProgress: (done: number, total: number) => void): Uint32Array {
  const first = day.reduce((least, each) => Math.min(least, each), Infinity), start = new Uint32Array(Math.floor(day.reduce((most, each) => Math.max(most, each), first) - first) + 2)
  for (const each of day) start[Math.floor(each - first) + 1]!++
  for (let k = 1; k < start.length; k++) start[k]! += start[k - 1]!
  const order = new Uint32Array(day.length), next = start.slice()
  for (let i = 0; i < day.length; i++) order[next[Math.floor(day[i]! - first)]!++] = i
  for (let k = 0; k < start.length - 1; k++) {
    order.subarray(start[k], start[k + 1]).sort((i, j) => day[i]! - day[j]!)
    onProgress(0, day.length)
  }
  return order
}
