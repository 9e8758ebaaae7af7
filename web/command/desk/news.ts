import type { IncidentEventRow } from '../api/types.ts'

/** What was done to an incident since it was last read: events that were not there. Own ones are news too: another window may have made them. */
export function newsSince(before: readonly Pick<IncidentEventRow, 'id'>[], after: readonly IncidentEventRow[]): IncidentEventRow[] {
  const known = new Set(before.map(({ id }) => id))
  return after.filter(({ id }) => !known.has(id))
}

/** Whether an event's own time differs from when it was recorded by enough to be said: a phone that had no signal. */
export const wasLate = ({ at, recorded_at }: Pick<IncidentEventRow, 'at' | 'recorded_at'>): boolean => Math.abs(Date.parse(recorded_at) - Date.parse(at)) >= 60_000

/** Seconds left of an undo, zero when it is over. */
export const undoLeft = (until: string, now: number): number => Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
