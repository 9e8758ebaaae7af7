import type { Alert, AlertEvent } from '../state/live-events.ts'

/** The list after something happened to an alert: worst grade first, the oldest of a grade first. */
export function afterAlert(list: readonly Alert[], { change: _, ...alert }: AlertEvent): Alert[] {
  return inOrder([...list.filter(({ id }) => id !== alert.id), ...alert.cleared_at === null ? [alert] : []])
}

export const inOrder = (list: readonly Alert[]): Alert[] =>
  [...list].sort((a, b) => a.grade - b.grade || Date.parse(a.raised_at) - Date.parse(b.raised_at) || a.id - b.id)

/** Open and nobody has taken care of it yet. */
export const isWaiting = ({ acknowledged_at, cleared_at }: Alert): boolean => acknowledged_at === null && cleared_at === null
