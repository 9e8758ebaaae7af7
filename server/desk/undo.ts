import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { Conflict, NotFound } from '../errors.ts'
import { writePlace, writeType, readPlace, type Place } from './amend.ts'
import { announceIncident, lockIncident, type IncidentRow } from './incident-row.ts'
import { unmergeIncident } from './merge.ts'
import { recordEvent, type Actor } from './move-incident.ts'
import { openStatuses, type IncidentStatus } from './statuses.ts'
import { undoRefusal, type Undoable } from './undo-rules.ts'
import { bumpVersion } from './write.ts'

interface EventRow extends Undoable { incident_id: number, at: Date, from_status: IncidentStatus, to_status: IncidentStatus | null, account_id: number | null }

/** The event to undo and what came after it, of a locked incident. @throws {NotFound} */
export async function findEvent(transaction: Database, incident: IncidentRow, eventId: number): Promise<{ event: EventRow, later: EventRow[] }> {
  const { rows } = await sql<EventRow>`
    SELECT id, incident_id, at, recorded_at, kind, from_status, to_status, account_id, detail, undone_by IS NOT NULL AS undone
    FROM incident_event WHERE incident_id = ${incident.id} AND id >= ${eventId} ORDER BY id`.execute(transaction)
  if (rows[0]?.id !== eventId) throw new NotFound(`event of ${incident.number}`, eventId)
  return { event: rows[0], later: rows.slice(1) }
}

/**
 * Take back a status, a merge, a type or a place, in the caller's transaction. The event stays in the record, marked.
 *
 * @returns the new version
 * @throws {Conflict} where it is too late, something was built on it, or it isn't ours to take back
 */
export async function undoEvent(transaction: Database, incident: IncidentRow, { event, later }: { event: EventRow, later: EventRow[] }, actor: Actor): Promise<number> {
  const refusal = undoRefusal(event, later, new Date())
  if (refusal) throw new Conflict(`can't be undone: ${refusal}`)
  const version = event.kind === 'merged' ? await undoMerge(transaction, incident, event, actor) : await undoOne(transaction, incident, event, actor)
  await announceIncident(transaction, incident.id, 'undone')
  return version
}

async function undoOne(transaction: Database, incident: IncidentRow, event: EventRow, actor: Actor): Promise<number> {
  if (event.kind === 'status') await undoStatus(transaction, incident, event)
  if (event.kind === 'typed') await undoType(transaction, incident, event)
  if (event.kind === 'moved') await undoPlace(transaction, incident, event)
  const undone = await recordEvent(transaction, incident, { kind: 'undone', at: new Date(), actor, from: event.to_status, to: event.from_status, detail: { event_id: event.id, kind: event.kind } })
  await sql`UPDATE incident_event SET undone_by = ${undone} WHERE id = ${event.id}`.execute(transaction)
  return bumpVersion(transaction, incident)
}

/** The merge may be taken back on either of the two incidents. */
async function undoMerge(transaction: Database, incident: IncidentRow, { detail }: EventRow, actor: Actor): Promise<number> {
  const { into_id, merged_id } = detail as { into_id?: number, merged_id?: number }
  const other = await lockIncident(transaction, (into_id ?? merged_id)!)
  await (into_id === undefined ? unmergeIncident(transaction, other, incident, actor) : unmergeIncident(transaction, incident, other, actor))
  return incident.version + 1
}

async function undoStatus(transaction: Database, incident: IncidentRow, event: EventRow): Promise<void> {
  if (incident.status !== event.to_status) throw new Conflict(`can't be undone: ${incident.number} is ${incident.status} by now, not ${event.to_status}`)
  if (event.from_status === 'received' && openStatuses.includes(incident.status)) await refuseWithUnits(transaction, incident)
  await restoreStatus(transaction, incident, event)
  const { rows: followed } = await sql<EventRow & { received_at: Date }>`
    SELECT id, incident_id, received_at, at, from_status, to_status FROM incident_event WHERE kind = 'status' AND undone_by IS NULL AND (detail ->> 'with')::bigint = ${event.id}
      AND incident_id IN (SELECT id FROM incident WHERE merged_into_id = ${incident.id})`.execute(transaction)
  for (const one of followed) {
    await restoreStatus(transaction, { id: one.incident_id, received_at: one.received_at }, one)
    await sql`UPDATE incident_event SET undone_by = ${event.id} WHERE id = ${one.id}`.execute(transaction)
    await sql`UPDATE incident SET version = version + 1 WHERE id = ${one.incident_id} AND received_at = ${one.received_at}`.execute(transaction)
    await announceIncident(transaction, one.incident_id, 'undone')
  }
}

/** Back to the status before, which takes the step out of the course; the event keeps it. */
async function restoreStatus(transaction: Database, incident: Pick<IncidentRow, 'id' | 'received_at'>, { from_status, to_status, at }: EventRow): Promise<void> {
  const { rows: [row] } = await sql<{ timeline: { status: string, at: string }[] }>`
    SELECT timeline FROM incident WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  const step = row!.timeline.findLastIndex(one => one.status === to_status && Date.parse(one.at) === at.getTime())
  await sql`
    UPDATE incident SET status = ${from_status}, timeline = ${JSON.stringify(row!.timeline.filter((_, i) => i !== step))}::jsonb, updated_at = now()
    WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
}

async function refuseWithUnits(transaction: Database, incident: IncidentRow): Promise<void> {
  const { rows } = await sql<{ callsign: string }>`SELECT u.callsign FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.incident_id = ${incident.id} AND a.ended_at IS NULL ORDER BY 1`.execute(transaction)
  if (rows.length) throw new Conflict(`can't be undone: ${rows.map(({ callsign }) => callsign).join('、')} is on ${incident.number}: stand it down instead`)
}

async function undoType(transaction: Database, incident: IncidentRow, { detail }: EventRow): Promise<void> {
  const { before, after } = detail as Record<'before' | 'after', { taken_code: string, grade: number }>
  if (incident.taken_code !== after.taken_code || incident.grade !== after.grade) throw new Conflict('can\'t be undone: type or grade was changed again since')
  await writeType(transaction, incident, before)
}

async function undoPlace(transaction: Database, incident: IncidentRow, { detail }: EventRow): Promise<void> {
  const { before, after } = detail as Record<'before' | 'after', Place>
  const now = await readPlace(transaction, incident)
  if (now.longitude !== after.longitude || now.latitude !== after.latitude) throw new Conflict('can\'t be undone: it was moved again since')
  await writePlace(transaction, incident, before)
}
