import { sql, type RawBuilder } from 'kysely'
import type { Meaning } from '../dispatch/change-status.ts'
import type { Database } from '../database.ts'
import type { Source } from '../layers/source.ts'
import type { IncidentStatus } from './statuses.ts'

/** A unit that is on an incident. Instants are ISO text. */
export interface UnitOnIt {
  assignment_id: number
  unit_id: number
  callsign: string
  kind: string
  meaning: Meaning
  assigned_at: string
  accepted_at: string | null
  arrived_at: string | null
  expected_seconds: number | null
}
export type HandoverState = 'sent' | 'accepted' | 'returned' | 'closed' | 'withdrawn'
export interface HandoverBrief { id: number, department: string, department_en: string, state: HandoverState, due_at: string, has_url: boolean }

/** An incident as the desk shows it. */
export interface OpenIncident {
  id: number
  number: string
  code: string
  grade: number
  status: IncidentStatus
  channel: string
  received_at: Date
  status_since: Date
  station_id: number | null
  address_id: number | null
  /** Null where it has no coordinates. */
  longitude: number | null
  latitude: number | null
  /** Null outside the caller's own stations. */
  location_text: string | null
  merged_into_id: number | null
  version: number
  units: UnitOnIt[]
  /** The latest one. */
  handover: HandoverBrief | null
}

/** History that was never closed isn't the desk's work, unless the desk did something about it. */
const historyDays = 3
const handledHours = 24
const mostOpen = 5_000

/** A restricted column, or null for callers whose roles read nothing restricted. */
export const restrictedOrNull = (source: Source, name: string): RawBuilder<unknown> =>
  source.disclosure.restricted.properties.includes(name) ? source.restrictedColumn(name) : sql`NULL`

const statusSince = sql`coalesce((t.timeline -> -1 ->> 'at')::timestamptz, t.received_at)`

/** The columns of an `OpenIncident`, of a row `t` of the incidents layer. */
export function incidentColumns(source: Source): RawBuilder<unknown> {
  const open = ['number', 'code', 'grade', 'status', 'channel', 'received_at', 'station_id', 'address_id', 'merged_into_id'].map(name => source.column(name))
  return sql`t.id, ${sql.join(open)}, t.version, ${statusSince} AS status_since, ST_X(t.geom) AS longitude, ST_Y(t.geom) AS latitude,
    ${restrictedOrNull(source, 'location_text')} AS location_text,
    (SELECT coalesce(json_agg(json_build_object('assignment_id', a.id, 'unit_id', a.unit_id, 'callsign', u.callsign, 'kind', u.kind, 'meaning', s.meaning,
        'assigned_at', a.assigned_at, 'accepted_at', a.accepted_at, 'arrived_at', a.arrived_at, 'expected_seconds', a.expected_seconds) ORDER BY a.assigned_at, a.id), '[]'::json)
      FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN unit_status s ON s.code = u.status WHERE a.incident_id = t.id AND a.ended_at IS NULL) AS units,
    (SELECT json_build_object('id', h.id, 'department', d.name, 'department_en', d.name_en, 'state', h.state, 'due_at', h.due_at, 'has_url', d.url IS NOT NULL)
      FROM handover h JOIN department d ON d.id = h.department_id WHERE h.incident_id = t.id ORDER BY h.id DESC LIMIT 1) AS handover`
}

/** Incidents that fit, oldest first. */
export async function selectIncidents(db: Database, source: Source, ...conditions: RawBuilder<unknown>[]): Promise<OpenIncident[]> {
  const { rows } = await sql<OpenIncident>`SELECT ${incidentColumns(source)} ${source.from(...conditions)} ORDER BY t.received_at, t.id LIMIT ${mostOpen}`.execute(db)
  return rows
}

/**
 * What the desk has to watch: open ones, those with another department, and those handled in the last 24 hours; oldest first.
 *
 * Separate questions, because each then reads one index of a partition or two (incident_open, incident_handled); a
 * statement over all months spends more time on being planned than on being answered.
 */
export async function openIncidents(db: Database, source: Source, { stationId, now = new Date() }: { stationId?: number | undefined, now?: Date } = {}): Promise<OpenIncident[]> {
  const since = new Date(now.getTime() - historyDays * 86_400_000), handledSince = new Date(now.getTime() - handledHours * 3_600_000)
  const always = [sql`t.merged_into_id IS NULL`, ...(stationId === undefined ? [] : [sql`t.station_id = ${stationId}`])]
  const recent = sql<OpenIncident>`
    SELECT ${incidentColumns(source)} ${source.from(...always, isOpen, sql`t.received_at > ${since}`)}
    UNION ALL
    SELECT ${incidentColumns(source)} ${source.from(...always, sql`t.status = 'handled'`, sql`t.received_at > ${since}`, sql`${statusSince} > ${handledSince}`)}
    ORDER BY received_at, id LIMIT ${mostOpen}`.execute(db)
  const [{ rows }, older] = await Promise.all([recent, olderIncidents(db, source, always, since)])
  return [...older, ...rows]
}

const isOpen = sql`t.status NOT IN ('closed', 'handled')`

/** Older ones that the desk did something about and that aren't over: few, mostly none. */
async function olderIncidents(db: Database, source: Source, always: RawBuilder<unknown>[], since: Date): Promise<OpenIncident[]> {
  const { rows } = await sql<{ id: number, received_at: Date }>`
    SELECT t.id, t.received_at ${source.from(...always, isOpen, sql`t.received_at <= ${since}`, sql`EXISTS (SELECT FROM incident_event e WHERE e.incident_id = t.id)`)}
    ORDER BY t.received_at LIMIT ${mostOpen}`.execute(db)
  if (rows.length === 0) return []
  return selectIncidents(db, source, sql`t.id = ANY(${rows.map(({ id }) => id)}::bigint[])`, sql`t.received_at = ANY(${rows.map(({ received_at }) => received_at)}::timestamptz[])`)
}
