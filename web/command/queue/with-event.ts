import type { IncidentEvent } from '../../state/live-events.ts'
import type { IncidentStatus, OpenIncident } from '../api/types.ts'

/** Statuses that keep an incident in the queue. */
const listed: readonly string[] = ['received', 'dispatched', 'enroute', 'on_scene', 'returned', 'handled', 'transferred']

/**
 * The open incidents after something was heard, before the server is asked again. A new one has no place in words and no units yet;
 * one that was closed or merged goes. An event older than what is known changes nothing.
 */
export function withEvent(incidents: readonly OpenIncident[], event: IncidentEvent): readonly OpenIncident[] {
  const before = incidents.find(({ id }) => id === event.id)
  if (before && before.version > event.version) return incidents
  if (!listed.includes(event.status) || event.merged_into_id !== null) return before ? incidents.filter(one => one !== before) : incidents
  const { change: _, ...known } = event
  const now: OpenIncident = before
    ? { ...before, ...known, status: event.status as IncidentStatus }
    : { ...known, status: event.status as IncidentStatus, status_since: event.received_at, address_id: null, location_text: null, units: [], handover: null }
  return before ? incidents.map(one => one === before ? now : one) : [...incidents, now]
}
