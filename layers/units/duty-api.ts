import { ask, send } from '../../web/ask.ts'

/** A unit as its panel shows it. Times are ISO text. */
export interface UnitInFull {
  id: number
  callsign: string
  status: string
  meaning: string
  status_since: string
  station_id: number | null
  incident_id: number | null
  timers: { level: 'none' | 'warn' | 'alert', since: string, warn_at: string | null, alert_at: string | null }
  /** Null for callers who have no business with it. */
  log: { id: number, from_status: string | null, to_status: string, at: string, recorded_at: string, actor: string, incident_id: number | null, reason: string | null }[] | null
  assignment: { id: number, incident_id: number, assigned_at: string, accepted_at: string | null, arrived_at: string | null, expected_seconds: number | null } | null
}

/** What a status may be followed by, and how long it may last. */
export interface UnitStatus { code: string, meaning: string, name: string, name_en: string, warn_minutes: number | null, alert_minutes: number | null, next: string[] }

/** All throw {ApiProblem}. */
export const readUnit = (id: number, signal: AbortSignal) => ask<UnitInFull>(`/api/units/${id}`, signal)
export const readStatuses = (signal: AbortSignal) => ask<{ statuses: UnitStatus[] }>('/api/statuses', signal)
export const changeStatus = (id: number, body: { status: string, reason?: string, request_key: string }) => send('POST', `/api/units/${id}/status`, body)
