export interface Shift { from: number, to: number }

const hour = 3_600_000
const length = 8 * hour
const shanghai = 8 * hour

/**
 * One of the day's three shifts (from 00:00, 08:00 and 16:00 local time).
 *
 * @param turn  0 for the one that `now` falls in, 1 for the next, 2 for the one after
 */
export function shiftAt(now: number, turn: number): Shift {
  const from = Math.floor((now + shanghai) / length) * length - shanghai + turn * length
  return { from, to: from + length }
}
