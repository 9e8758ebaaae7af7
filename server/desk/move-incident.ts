import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { announceIncident, lockIncident, type IncidentRow } from './incident-row.ts'
import { followers, mayFollow, type IncidentStatus } from './statuses.ts'

/** Who did it: an account's display name, a unit's callsign, a department; the account where there is one. */
export interface Actor { accountId: number | null, name: string }

export interface Move {
  incidentId: number
  to: IncidentStatus
  /** When it happened, by the clock of whoever says so. */
  at: Date
  actor: Actor
  unitId?: number | null
  detail?: Record<string, unknown>
  /** A second move with the same key does nothing and answers as the first did. */
  requestKey?: string | null
}

export type Moved = { ok: true, eventId: number, incident: IncidentRow, repeated: boolean } | { ok: false, reason: string, status: IncidentStatus }

/**
 * Bring an incident into another status: event, timeline, version and announcement in the caller's transaction. Calls
 * that were merged into it end when it ends.
 *
 * @returns a refusal with its reason where that status may not follow, or where the incident was merged into another
 * @throws {NotFound}
 */
export async function moveIncident(transaction: Database, { incidentId, to, at, actor, unitId = null, detail = {}, requestKey = null }: Move): Promise<Moved> {
  const incident = await lockIncident(transaction, incidentId)
  if (requestKey) {
    const { rows: [known] } = await sql<{ id: number, incident_id: number }>`SELECT id, incident_id FROM incident_event WHERE request_key = ${requestKey}`.execute(transaction)
    if (known?.incident_id === incident.id) return { ok: true, eventId: known.id, incident, repeated: true }
    if (known) return { ok: false, reason: `request_key ${requestKey} was used before, for another incident`, status: incident.status }
  }
  if (incident.merged_into_id !== null) return { ok: false, reason: `${incident.number} was merged into another incident; change that one`, status: incident.status }
  if (!mayFollow(incident.status, to))
    return { ok: false, reason: `an incident that is ${incident.status} can become ${followers[incident.status].join(', ')}, not ${to}`, status: incident.status }
  const eventId = await recordEvent(transaction, incident, { kind: 'status', at, actor, unitId, detail, requestKey, from: incident.status, to })
  await writeStatus(transaction, incident, { to, at, actor })
  if (to === 'handled' || to === 'closed') await endMerged(transaction, incident, { to, at, actor, eventId })
  return { ok: true, eventId, incident: { ...incident, status: to, version: incident.version + 1 }, repeated: false }
}

async function writeStatus(transaction: Database, incident: Pick<IncidentRow, 'id' | 'received_at'>, { to, at, actor }: Pick<Move, 'to' | 'at' | 'actor'>): Promise<void> {
  await sql`
    UPDATE incident SET status = ${to}, version = version + 1, updated_at = now(),
      timeline = timeline || jsonb_build_array(jsonb_build_object('status', ${to}::text, 'at', ${at.toISOString()}::text, 'actor', ${actor.name}::text))
    WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  await announceIncident(transaction, incident.id, 'status')
}

/** Second calls about the same thing go where it goes; `with` names the event that took them along, so that undoing it brings them back. */
async function endMerged(transaction: Database, incident: IncidentRow, { to, at, actor, eventId }: Pick<Move, 'to' | 'at' | 'actor'> & { eventId: number }): Promise<void> {
  const { rows } = await sql<Pick<IncidentRow, 'id' | 'received_at' | 'status'>>`
    SELECT id, received_at, status FROM incident WHERE merged_into_id = ${incident.id} AND status <> ${to} ORDER BY id FOR UPDATE`.execute(transaction)
  for (const merged of rows) {
    await recordEvent(transaction, merged, { kind: 'status', at, actor, from: merged.status, to, detail: { with: eventId } })
    await writeStatus(transaction, merged, { to, at, actor })
  }
}

export interface EventEntry {
  kind: 'taken' | 'status' | 'assigned' | 'unit' | 'note' | 'merged' | 'unmerged' | 'moved' | 'typed' | 'handover' | 'result' | 'undone'
  at: Date
  actor: Actor
  from?: string | null
  to?: string | null
  unitId?: number | null
  detail?: Record<string, unknown>
  requestKey?: string | null
}

/** Append to what was done to an incident. @returns the event's id */
export async function recordEvent(transaction: Database, incident: Pick<IncidentRow, 'id' | 'received_at'>,
  { kind, at, actor, from = null, to = null, unitId = null, detail = {}, requestKey = null }: EventEntry): Promise<number> {
  const { rows: [event] } = await sql<{ id: number }>`
    INSERT INTO incident_event (incident_id, received_at, at, kind, from_status, to_status, account_id, actor, unit_id, detail, request_key)
    VALUES (${incident.id}, ${incident.received_at}, ${at}, ${kind}, ${from}, ${to}, ${actor.accountId}, ${actor.name}, ${unitId}, ${JSON.stringify(detail)}, ${requestKey})
    RETURNING id`.execute(transaction)
  return event!.id
}
