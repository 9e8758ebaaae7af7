import { barEdges, binOf } from '../../timeline/scale.ts'
import type { Bin } from '../../api-shapes.ts'
import { orderBy } from './crossfilter/order.ts'

/** Time in equal steps of the local wall clock: what a brush over time can tell apart. */
export interface Slots {
  /** Minutes of the wall clock since 1970 at which the first begins: a midnight. */
  first: number
  minutes: number
  count: number
  of: Uint16Array
}

const most = 20_000
const hoursOfSlot = [1, 2, 3, 4, 6, 12, 24] as const
const minutesOfDay = 1440

/**
 * Slots from the midnight before the first row to the one after the last: hours, or as many of them as keep the number of slots small.
 *
 * @throws {RangeError} for rows that lie further apart than 179 years
 */
export function slotsOf(minute: Int32Array): Slots {
  let [low, high] = [Infinity, -Infinity]
  for (const at of minute) { low = Math.min(low, at); high = Math.max(high, at) }
  if (minute.length === 0) return { first: 0, minutes: 60, count: 24, of: new Uint16Array(0) }
  const first = Math.floor(low / minutesOfDay) * minutesOfDay, days = Math.floor(high / minutesOfDay) + 1 - first / minutesOfDay
  if (days > 65_535) throw new RangeError(`minutes from ${low} to ${high} span ${days} days; at most 65535 can be told apart`)
  const minutes = 60 * (hoursOfSlot.find(hours => days * 24 / hours <= most) ?? 24)
  const of = new Uint16Array(minute.length)
  for (let row = 0; row < minute.length; row++) of[row] = Math.floor((minute[row]! - first) / minutes)
  return { first, minutes, count: days * minutesOfDay / minutes, of }
}

/** Rows by time, oldest first; null where they lie so already. */
export function timeOrder(minute: Int32Array, slots: Slots): Uint32Array | null {
  let row = 1
  while (row < minute.length && minute[row - 1]! <= minute[row]!) row++
  if (row >= minute.length) return null
  const within = new Uint16Array(minute.length)
  for (let i = 0; i < minute.length; i++) within[i] = (minute[i]! - slots.first) % slots.minutes
  return orderBy(slots.of, slots.count, orderBy(within, slots.minutes).rows).rows
}

/** Bars of a histogram over slots. Instants are of the wall clock taken for UTC, epoch milliseconds. */
export interface SlotBars { bin: Bin, edges: number[], barOf: Uint16Array }

export function barsOf({ first, minutes, count }: Slots): SlotBars {
  const span = { from: first * 60_000, to: (first + minutes * count) * 60_000 }
  const wished = binOf(span)
  // A slot that is wider than an hour can't be parted.
  const bin = wished === 'hour' && minutes > 60 ? 'day' : wished
  const edges = barEdges(span, bin, 'UTC')
  const barOf = new Uint16Array(count)
  for (let slot = 0, bar = 0; slot < count; slot++) {
    while (edges[bar + 1]! <= (first + slot * minutes) * 60_000) bar++
    barOf[slot] = bar
  }
  return { bin, edges, barOf }
}

/** Counts by bar from counts by slot. */
export function barCounts(counts: Uint32Array, { barOf, edges }: SlotBars): number[] {
  const bars = Array.from({ length: edges.length - 1 }, () => 0)
  for (let slot = 0; slot < counts.length; slot++) bars[barOf[slot]!]! += counts[slot]!
  return bars
}
