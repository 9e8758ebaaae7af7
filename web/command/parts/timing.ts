import type { Meaning, StatusEntry, UnitOnIt } from '../api/types.ts'

export type Level = 'none' | 'warn' | 'alert'
const weights: Record<Level, number> = { none: 0, warn: 1, alert: 2 }
export const worst = (levels: readonly Level[]): Level => levels.reduce<Level>((a, b) => weights[b] > weights[a] ? b : a, 'none')

/** How long a thing may last: its level after so many milliseconds. */
export function levelAfter(milliseconds: number, limits: { warn_minutes: number | null, alert_minutes: number | null } | undefined): Level {
  const minutes = milliseconds / 60_000
  if (limits?.alert_minutes && minutes >= limits.alert_minutes) return 'alert'
  if (limits?.warn_minutes && minutes >= limits.warn_minutes) return 'warn'
  return 'none'
}

export interface UnitTiming {
  /** Since when it does what it does on this incident, epoch milliseconds. */
  since: number
  /** Until it is expected, in seconds; negative when it is late; null once it has arrived or when nothing was promised. */
  dueSeconds: number | null
  level: Level
}

/** Where a unit that was sent stands at an instant. On the way longer than promised is at least a warning. */
export function timingOf(unit: UnitOnIt, now: number, statuses: readonly StatusEntry[]): UnitTiming {
  const arrived = unit.arrived_at !== null
  const since = Date.parse(unit.arrived_at ?? unit.assigned_at)
  const meaning: Meaning = arrived ? 'on_scene' : 'enroute'
  const level = levelAfter(now - since, statuses.find(status => status.meaning === meaning))
  if (arrived || unit.expected_seconds === null) return { since, dueSeconds: null, level }
  const dueSeconds = unit.expected_seconds - (now - since) / 1000
  return { since, dueSeconds, level: dueSeconds < -60 ? worst([level, 'warn']) : level }
}
