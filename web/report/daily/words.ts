import type { Expected } from './types.ts'

export type Standing = 'above' | 'below' | 'within' | 'unknown'

/** Where a count stands in its range. */
export function standingOf({ today, low, high }: Expected): Standing {
  if (low === null || high === null) return 'unknown'
  return today > high ? 'above' : today < low ? 'below' : 'within'
}

/** "+5", "−3", "±0". */
export const signed = (n: number): string => n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '±0'

/** Below this a change is more than chance. */
export const surely = 0.05
