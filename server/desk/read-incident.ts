import { sql } from 'kysely'
import { covers } from '../../layers/access.ts'
import type { Database } from '../database.ts'
import type { Source } from '../layers/source.ts'
import { incidentColumns, restrictedOrNull, type OpenIncident } from './open-incidents.ts'
import type { EventEntry } from './move-incident.ts'
import { undoOffer } from './undo-rules.ts'

/** One thing that was done to an incident. */
export interface IncidentEvent {
  /** Negative for the course that came with an import or the demonstration's history. */
  id: number
  at: Date
  recorded_at: Date
  kind: EventEntry['kind']
  from_status: string | null
  to_status: string | null
  account_id: number | null
  actor: string
  unit_id: number | null
  callsign: string | null
  detail: Record<string, unknown>
  undone: boolean
}

export interface IncidentInFull extends OpenIncident {
  taken_code: string
  resolved_code: string | null
  result: string | null
  summary: string | null
  /** What was done and by whom; for the owning station. Oldest first. */
  events: IncidentEvent[]
  merged: { id: number, number: string, received_at: Date }[]
  undo: { event_id: number, until: string } | null
}

interface Row extends OpenIncident { taken_code: string, resolved_code: string | null, result: string | null, summary: string | null, timeline: unknown }

/** An incident with everything that this caller may read of it; undefined where there is none. */
export async function readIncident(db: Database, source: Source, id: number, now = new Date()): Promise<{ incident: IncidentInFull, restrictedRead: boolean } | undefined> {
  const { rows: [row] } = await sql<Row>`
    SELECT ${incidentColumns(source)}, ${source.column('taken_code')}, ${source.column('resolved_code')}, ${restrictedOrNull(source, 'result')} AS result,
      ${restrictedOrNull(source, 'summary')} AS summary, ${restrictedOrNull(source, 'timeline')} AS timeline
    ${source.from(sql`t.id = ${id}`)}`.execute(db)
  if (!row) return undefined
  const { restricted } = source.disclosure
  const restrictedRead = restricted.properties.length > 0 && covers(restricted.stations, row.station_id)
  const [events, { rows: merged }] = await Promise.all([
    restrictedRead ? readEvents(db, id) : [],
    sql<{ id: number, number: string, received_at: Date }>`SELECT t.id, t.number, t.received_at ${source.from(sql`t.merged_into_id = ${id}`)} ORDER BY t.received_at`.execute(db),
  ])
  const { timeline, ...open } = row
  return { incident: { ...open, events: restrictedRead ? withHistory(events, timeline) : [], merged, undo: undoOffer(events, now) }, restrictedRead }
}

async function readEvents(db: Database, incidentId: number): Promise<IncidentEvent[]> {
  const { rows } = await sql<IncidentEvent>`
    SELECT e.id, e.at, e.recorded_at, e.kind, e.from_status, e.to_status, e.account_id, e.actor, e.unit_id, u.callsign, e.detail, e.undone_by IS NOT NULL AS undone
    FROM incident_event e LEFT JOIN unit u ON u.id = e.unit_id WHERE e.incident_id = ${incidentId} ORDER BY e.at, e.id`.execute(db)
  return rows
}

/** The course as stored with the row, where it began before the desk kept events of it. */
function withHistory(events: IncidentEvent[], timeline: unknown): IncidentEvent[] {
  if (events[0]?.kind === 'taken' || !Array.isArray(timeline)) return events
  const known = new Set(events.map(({ to_status, at }) => `${to_status} ${at.getTime()}`))
  const steps = (timeline as { status: string, at: string, actor?: string }[]).filter(({ status, at }) => !known.has(`${status} ${Date.parse(at)}`))
  return [...steps.map(({ status, at, actor }, i): IncidentEvent => ({
    id: -1 - i, at: new Date(at), recorded_at: new Date(at), kind: i === 0 ? 'taken' : 'status', from_status: steps[i - 1]?.status ?? null, to_status: status,
    account_id: null, actor: actor ?? '', unit_id: null, callsign: null, detail: {}, undone: false,
  })), ...events]
}
