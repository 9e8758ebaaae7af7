import { startOfDay } from '../../../layers/time.ts'
import { offsetReader, type TimeOffsets } from '../../analysis/time-offsets.ts'
import type { Span } from '../demand/windows.ts'
import { weekOf, weekSeconds } from './calls.ts'

/** Weeks by number (weekOf), and the instants between which they lie. */
export interface WholeWeeks { numbers: number[], span: Span }

/** The local weeks, Monday to Sunday, that lie wholly within a span and are over. @param now  epoch seconds. @returns null where there are none */
export function wholeWeeks({ from, to }: Span, offsets: TimeOffsets, timeZone: string, now: number): WholeWeeks | null {
  const offsetAt = offsetReader(offsets), end = Math.min(to, now), local = (instant: number) => instant + offsetAt(instant)
  const first = weekOf(local(from) - 1) + 1, after = weekOf(local(end))
  if (first >= after) return null
  return { numbers: Array.from({ length: after - first }, (_, i) => first + i), span: { from: mondayOf(first, timeZone), to: mondayOf(after, timeZone) } }
}

const mondayOf = (week: number, timeZone: string): number =>
  startOfDay(new Date((week * weekSeconds - 3 * 86_400) * 1000).toISOString().slice(0, 10), timeZone).getTime() / 1000
