import type { Alert } from '../state/live-events.ts'
import { ask, send } from '../ask.ts'
import type { UnitRow } from './unit.ts'

export const readUnits = () => ask<{ as_of: string, tick_ms: number, units: UnitRow[] }>('/api/units')

/** A unit that was sent to an incident. Times are ISO text. */
export interface SentUnit {
  unit_id: number
  callsign: string
  kind: string
  meaning: string
  assigned_at: string
  accepted_at: string | null
  arrived_at: string | null
  expected_seconds: number | null
}

/** An incident that isn't over, as `GET /api/incidents/open` lists it, oldest first. */
export interface OpenIncident {
  id: number
  number: string
  code: string
  grade: number
  status: string
  channel: string
  received_at: string
  status_since: string
  station_id: number | null
  address_id: number | null
  longitude: number
  latitude: number
  location_text: string | null
  merged_into_id: number | null
  version: number
  units: SentUnit[]
  handover: { department: string, state: string, due_at: string } | null
}

export const readOpenIncidents = () => ask<{ as_of: string, incidents: OpenIncident[] }>('/api/incidents/open')
export const readOpenAlerts = () => ask<{ alerts: Alert[] }>('/api/alerts?state=open&limit=200')
export const acknowledgeAlert = (id: number, note: string) => send<Alert>('POST', `/api/alerts/${id}/acknowledge`, note ? { note } : {})
