import { localParts } from '../../../layers/time.ts'
import type { AlertRule } from './rule.ts'

/**
 * Whether a rule watches at an instant: switched on, on one of its weekdays, within its hours.
 * Hours over midnight belong to the day on which they began: Friday 22 to 6 ends on Saturday morning.
 */
export function inForce({ enabled, from_hour, to_hour, weekdays }: Pick<AlertRule, 'enabled' | 'from_hour' | 'to_hour' | 'weekdays'>, at: Date, timeZone: string): boolean {
  if (!enabled) return false
  const [day, time] = localParts(at, timeZone)
  const hour = Number(time.slice(0, 2))
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 + 1
  const onDay = (which: number) => weekdays.length === 0 || weekdays.includes(which)
  if (from_hour === null || to_hour === null) return onDay(weekday)
  if (from_hour < to_hour) return hour >= from_hour && hour < to_hour && onDay(weekday)
  if (hour >= from_hour) return onDay(weekday)
  return hour < to_hour && onDay(weekday === 1 ? 7 : weekday - 1)
}
