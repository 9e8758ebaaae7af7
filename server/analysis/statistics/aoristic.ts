/**
 * Spread incidents whose time is an interval over the 168 hours of the week (Ratcliffe 2000): each adds up to one,
 * each hour of its interval an equal part by the minutes in it.
 *
 * @param from,to      epoch seconds; equal where the instant is known
 * @param offsetAt     seconds that local time is ahead of UTC at an instant
 * @param mostHours    intervals longer than this say nothing of the hour and are left out
 * @returns weights by hour of week, Monday 00:00 first, and how many were left out
 */
export function aoristicWeek(from: ArrayLike<number>, to: ArrayLike<number>, offsetAt: (instant: number) => number, mostHours = 24): { weights: Float64Array, leftOut: number } {
  const weights = new Float64Array(168)
  let leftOut = 0
  for (let i = 0; i < from.length; i++) {
    const length = to[i]! - from[i]!
    if (length < 0) throw new RangeError(`incident ${i} ends ${-length} s before it begins`)
    if (length > mostHours * 3600) { leftOut++; continue }
    const start = from[i]! + offsetAt(from[i]!)
    if (length === 0) { weights[hourOfWeek(start)]! += 1; continue }
    for (let at = start; at < start + length;) {
      const next = Math.min(start + length, (Math.floor(at / 3600) + 1) * 3600)
      weights[hourOfWeek(at)]! += (next - at) / length
      at = next
    }
  }
  return { weights, leftOut }
}

/** 1970-01-01 was a Thursday. */
export const hourOfWeek = (localSeconds: number): number => ((Math.floor(localSeconds / 3600) + 72) % 168 + 168) % 168
