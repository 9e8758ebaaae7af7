import { day, formatInstant, hour as anHour, instantAt } from '../../state/time.ts'

export interface ShiftHours { id: string, hours: readonly number[] }

/** The hour at which a shift begins; null where its hours don't follow each other. */
export function beginOf({ hours }: ShiftHours): number | null {
  const all = new Set(hours), begins = hours.filter(hour => !all.has((hour + 23) % 24))
  return begins.length === 1 ? begins[0]! : null
}

/**
 * When a shift begins next, or which of several does.
 *
 * @param now  epoch milliseconds
 * @returns the local day on which it begins; null where none has hours that follow each other
 */
export function comingShift(shifts: readonly ShiftHours[], now: number, timeZone: string): { id: string, day: string } | null {
  const coming = shifts.flatMap(shift => {
    const hour = beginOf(shift)
    if (hour === null) return []
    const at = (date: string) => instantAt(`${date}T${String(hour).padStart(2, '0')}:00`, timeZone)
    const today = formatInstant(now, timeZone, 'day'), date = at(today) > now ? today : formatInstant(now + day, timeZone, 'day')
    return [{ id: shift.id, day: date, at: at(date) }]
  }).sort((a, b) => a.at - b.at)
  return coming[0] ? { id: coming[0].id, day: coming[0].day } : null
}

/**
 * When the duty of a day ends: a night shift's on the morning after.
 *
 * @param date   local day on which it begins
 * @param shift  null: around the clock
 * @returns epoch milliseconds
 */
export function dutyEnd(date: string, shift: ShiftHours | null, timeZone: string): number {
  const begin = shift && beginOf(shift)
  const at = (hour: number) => instantAt(`${date}T${String(hour).padStart(2, '0')}:00`, timeZone)
  return shift && begin !== null ? at(begin) + shift.hours.length * anHour : at(0) + day
}
