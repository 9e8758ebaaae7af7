import { localParts } from '../../layers/time.ts'

/** How far local time is ahead of UTC: from `at[i]` (epoch seconds) on by `seconds[i]`. */
export interface TimeOffsets { at: number[], seconds: number[] }

/** The changes of a time zone's offset over a span, to the second, by halving. */
export function timeOffsets(timeZone: string, from: number, to: number): TimeOffsets {
  const offset = (instant: number) => {
    const [day, time] = localParts(new Date(instant * 1000), timeZone)
    return Date.parse(`${day}T${time}Z`) / 1000 - instant
  }
  const found: TimeOffsets = { at: [from], seconds: [offset(from)] }
  const month = 30 * 86_400
  for (let start = from; start < to; start += month) {
    let low = start, high = Math.min(to, start + month)
    if (offset(low) === offset(high)) continue
    while (high - low > 1) { const middle = Math.floor((low + high) / 2); if (offset(middle) === offset(low)) low = middle; else high = middle }
    found.at.push(high)
    found.seconds.push(offset(high))
  }
  return found
}

/** A function that gives the offset at an instant; quickest for instants in order. */
export function offsetReader({ at, seconds }: TimeOffsets): (instant: number) => number {
  let k = 0
  return instant => {
    while (k > 0 && instant < at[k]!) k--
    while (k < at.length - 1 && instant >= at[k + 1]!) k++
    return seconds[k]!
  }
}
