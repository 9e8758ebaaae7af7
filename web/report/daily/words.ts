import type { Expected } from './types.ts'

export type Standing = 'above' | 'below' | 'within' | 'unknown'

/** Where a count stands in its range. */
export function standingOf({ today, low, high }: Expected): Standing {
  if (low === null || high === null) return 'unknown'
  return today > high ? 'above' : today < low ? 'below' : 'within'
}

/** A day so many days later, `2026-11-22`. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** "+5", "−3", "±0". */
export const signed = (n: number): string => n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '±0'

/** Below this a change is more than chance. */
export const surely = 0.05
