import { offsetReader, type TimeOffsets } from '../time-offsets.ts'

/** Epoch seconds, `to` excluded. */
export interface Span { from: number, to: number }
export interface JudgedWindow { find: Span, judge: Span }

/**
 * The windows of a judgement by rolling origin (Tashman 2000), the oldest first: maps are made of `find`, as long as the
 * selection's own window, and judged on the days right after it. Judged days lie side by side and end at `until`; find
 * windows overlap.
 *
 * Days are local: a window that begins at midnight does so on either side of a change of clocks.
 *
 * @param until    where the last judged days end
 * @param offsets  of a span that holds all windows
 */
export function rollingWindows(selection: Span, until: number, days: number, count: number, offsets: TimeOffsets): JudgedWindow[] {
  const offsetAt = offsetReader(offsets)
  const local = (instant: number) => instant + offsetAt(instant)
  const instantOf = (wall: number) => wall - offsetAt(wall - offsetAt(wall))
  const length = local(selection.to) - local(selection.from), end = local(until)
  return Array.from({ length: count }, (_, k) => {
    const last = end - (count - 1 - k) * days * 86_400, split = last - days * 86_400
    return { find: { from: instantOf(split - length), to: instantOf(split) }, judge: { from: instantOf(split), to: instantOf(last) } }
  })
}
