import type { IncidentEvent } from '../state/live-events.ts'
import type { OpenIncident } from './api.ts'

/**
 * The list of open incidents after something happened to one: shown at once, before the list is asked for again.
 * Oldest first, as the server lists them. What was merged into another or closed leaves the list.
 */
export function afterEvent(list: readonly OpenIncident[], event: IncidentEvent): OpenIncident[] {
  const others = list.filter(({ id }) => id !== event.id)
  if (event.merged_into_id !== null || event.status === 'closed') return others
  const known = list.find(({ id }) => id === event.id)
  if (known && known.version > event.version) return [...list]
  const { change: _, ...facts } = event
  const next: OpenIncident = known
    ? { ...known, ...facts, status_since: known.status === event.status ? known.status_since : new Date().toISOString() }
    : { ...facts, status_since: event.received_at, address_id: null, location_text: null, units: [], handover: null }
  return [...others, next].sort((a, b) => Date.parse(a.received_at) - Date.parse(b.received_at) || a.id - b.id)
}
