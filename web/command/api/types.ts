import type { Label } from '../../../layers/layer.ts'
import type { IncidentInFull, OpenIncident } from '../../api-shapes.ts'

/** What the desk's interfaces answer with. Times are ISO text; longitude before latitude, WGS 84. */

export type IncidentStatus = 'received' | 'dispatched' | 'enroute' | 'on_scene' | 'handled' | 'closed' | 'transferred' | 'returned'
export type Grade = 1 | 2 | 3
export type Meaning = 'available' | 'enroute' | 'on_scene' | 'unavailable' | 'off_duty'
export type HandoverState = 'sent' | 'accepted' | 'returned' | 'closed' | 'withdrawn'

export type { IncidentInFull, OpenIncident }
export type UnitOnIt = OpenIncident['units'][number]
/** `has_url`: the department answers by itself; otherwise its answers are recorded by hand. */
export type HandoverBrief = NonNullable<OpenIncident['handover']>
export type IncidentEventRow = IncidentInFull['events'][number]

export interface Dispute { id: number, number: string, kind: string, grade: string, stage: string, overdue: boolean }

/** What is known of a place before a call is even taken. */
export interface Nearby {
  at_place: { count_30_days: number, count_365_days: number, latest: { id: number, number: string, code: string, status: IncidentStatus, received_at: string }[] }
  /** Null where the caller may not read disputes. */
  open_disputes: Dispute[] | null
  open_nearby: (OpenIncident & { metres: number })[]
  station: { id: number, name: string } | null
  address: { id: number, full_text: string } | null
}

export interface Reason { code: string, for: boolean, text: Label }

export interface Candidate {
  unit_id: number
  callsign: string
  kind: string
  meaning: Meaning
  seconds: number | null
  metres_straight: number
  route_metres: number | null
  score: number
  rank: number
  reasons: Reason[]
  coverage_lost: { cells: number, share: number, station_names: string[], seconds_worse: number } | null
  text: Label
}

export interface Recommendation {
  id: number
  made_at: string
  incident_id: number
  wanted: number
  candidates: Candidate[]
  passed_over: Candidate[]
  shortfall: { missing: string[], text: Label } | null
}

export interface Route { seconds: number, metres: number, line: [longitude: number, latitude: number][] }

export interface Department { id: number, code: string, name: string, name_en: string, type_prefixes: string[], active: boolean, has_url: boolean, answer_hours: number }

export interface OutboxItem {
  id: number
  department: string
  event: string
  handover_id: number | null
  incident_number: string | null
  created_at: string
  attempts: number
  next_attempt_at: string | null
  last_status: number | null
  last_error: string | null
  given_up_at: string | null
}

export interface RollCall {
  id: number
  called_at: string
  due_at: string
  actor: string
  station_id: number | null
  answers: { unit_id: number, callsign: string, answered_at: string | null }[]
}

/** An address that a code stands for. */
export interface CodedAddress { id: number, code: string, full_text: string, longitude: number, latitude: number, station_id: number | null }

/** A unit's status as the dictionary has it, with how long it may last and what may follow. */
export interface StatusEntry { code: string, meaning: Meaning, name: string, name_en: string, warn_minutes: number | null, alert_minutes: number | null, next: string[] }
