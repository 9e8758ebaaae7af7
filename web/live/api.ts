import type { OpenIncident } from '../api-shapes.ts'
import type { Alert } from '../state/live-events.ts'
import { ask, send } from '../ask.ts'
import type { UnitRow } from './unit.ts'

export const readUnits = () => ask<{ as_of: string, tick_ms: number, units: UnitRow[] }>('/api/units')

export type { OpenIncident }

export const readOpenIncidents = () => ask<{ as_of: string, incidents: OpenIncident[] }>('/api/incidents/open')
export const readOpenAlerts = () => ask<{ alerts: Alert[] }>('/api/alerts?state=open&limit=200')
export const acknowledgeAlert = (id: number, note: string) => send<Alert>('POST', `/api/alerts/${id}/acknowledge`, note ? { note } : {})
