import type { OpenIncident } from '../api-shapes.ts'
import type { PositionMessage } from '../live/decode-positions.ts'

/** Health of the server's sources. */
export interface Health { database: 'up' | 'down', since?: string }

/** A change of one unit's status; `off_duty` takes it off the map. */
export interface UnitEvent { id: number, status: string, meaning: string, status_since: string, incident_id: number | null, shift_to: string | null }

export interface IncidentEvent {
  id: number
  number: string
  change: 'taken' | 'status' | 'assigned' | 'typed' | 'moved' | 'merged' | 'handover' | 'result' | 'undone' | 'note'
  status: OpenIncident['status']
  code: string
  grade: number
  channel: string
  station_id: number | null
  received_at: string
  version: number
  merged_into_id: number | null
  longitude: number
  latitude: number
}

/** An alert as `GET /api/alerts` lists it. */
export interface Alert {
  id: number
  rule_id: number | null
  rule: { name: string, name_en: string } | null
  kind: string
  subject: string
  level: 'warn' | 'alert'
  /** 1: act now. */
  grade: number
  sound: boolean
  raised_at: string
  seen_at: string
  cleared_at: string | null
  acknowledged_at: string | null
  actor: string | null
  note: string | null
  escalated_at: string | null
  station_id: number | null
  incident_id: number | null
  unit_id: number | null
  longitude: number | null
  latitude: number | null
  /** Figures for its text, by kind. */
  data: Record<string, unknown>
}

export type AlertEvent = Alert & { change: 'raised' | 'escalated' | 'acknowledged' | 'cleared' }

/** What `GET /live` sends, by the name of the event. Times are ISO text. */
export interface LiveEvents {
  hello: { revisions: LiveEvents['revision'][], health: Health, at: string, positions?: { tick_ms: number, stale_after_seconds: number }, redis?: 'up' | 'down' | 'unused' }
  revision: { layer: string, revision: number, at: string }
  health: Health & { redis?: 'up' | 'down' | 'unused' }
  positions: PositionMessage
  unit: UnitEvent
  incident: IncidentEvent
  alert: AlertEvent
  coverage: { rule_id: number, at: string }
  task: { unit_id: number, incident_id: number }
  roll_call: { id: number, station_id: number | null }
  outbox: { stuck: number }
  settings: { what: string }
  /** A plan was made, published or withdrawn. */
  deployment: { plan_id: number, status: 'draft' | 'published' | 'withdrawn' }
  patrols: { patrol_id: number, status: 'draft' | 'published' | 'withdrawn' }
  /** Every 15 s, whatever happens: by its absence a cut line is known. */
  beat: { at: string }
}

export type LiveEventName = keyof LiveEvents
