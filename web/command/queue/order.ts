import type { IncidentStatus, OpenIncident } from '../api/types.ts'

export const orders = ['urgent', 'oldest'] as const
export type Order = (typeof orders)[number]

/** What waits for the desk comes before what others work on, that before what is with another department or done. */
const turns: Record<IncidentStatus, number> = { received: 0, returned: 0, dispatched: 1, enroute: 1, on_scene: 1, transferred: 2, handled: 3, closed: 4 }

/** Whether somebody still has to be sent. */
export const isWaiting = ({ status }: Pick<OpenIncident, 'status'>): boolean => turns[status] === 0

export interface Choice { order: Order, station: number | null, statuses: readonly IncidentStatus[] }

/**
 * The queue as it is worked through: `urgent` by who waits, then by grade, then the oldest first; `oldest` by age alone.
 *
 * @param statuses  those that are shown; empty for all
 */
export function queueOf(incidents: readonly OpenIncident[], { order, station, statuses }: Choice): OpenIncident[] {
  const age = (a: OpenIncident, b: OpenIncident) => Date.parse(a.received_at) - Date.parse(b.received_at) || a.id - b.id
  return incidents
    .filter(one => one.merged_into_id === null && (station === null || one.station_id === station) && (statuses.length === 0 || statuses.includes(one.status)))
    .toSorted((a, b) => order === 'oldest' ? age(a, b) : turns[a.status] - turns[b.status] || a.grade - b.grade || age(a, b))
}

/** The end of a number that people say to each other: the day's counter. */
export const tailOf = (number: string): string => number.slice(-5)
