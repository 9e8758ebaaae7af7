import { dayAfter, startOfDay } from '../../../layers/time.ts'
import type { Shift } from '../../analysis/vocabulary.ts'

/**
 * From when to when a shift of a local day lasts. A shift over midnight belongs to the day on which it begins; around the clock
 * is the day itself.
 *
 * @param shift  null: around the clock
 * @returns null where the shift's hours don't follow each other
 */
export function shiftSpan(day: string, shift: Pick<Shift, 'hours'> | null, timeZone: string): { from: Date, to: Date } | null {
  const hours = new Set(shift?.hours ?? Array.from({ length: 24 }, (_, hour) => hour))
  const starts = [...hours].filter(hour => !hours.has((hour + 23) % 24))
  if (hours.size === 0 || starts.length > 1) return null
  const start = starts[0] ?? 0
  return { from: atHour(day, start, timeZone), to: atHour(day, start + hours.size, timeZone) }
}

/** @param hour  0 to 47: from 24 on it is the next day's. Where clocks change, hours after midnight are counted on the clock that holds at midnight. */
function atHour(day: string, hour: number, timeZone: string): Date {
  const date = hour < 24 ? day : dayAfter(day, 1)
  return new Date(startOfDay(date, timeZone).getTime() + hour % 24 * 3_600_000)
}

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day)
  return days
}
