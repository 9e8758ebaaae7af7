import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { recordEvent, type Actor } from '../desk/move-incident.ts'
import { Conflict, NotFound } from '../errors.ts'
import { settleIncident } from './advance-incident.ts'
import { announceTask, endAssignment, holdTask, readAssignment, type Task } from './assignments.ts'
import { announceUnit, changeStatus } from './change-status.ts'
import { codeOf } from './statuses.ts'

/** @throws {NotFound} {Conflict} where it isn't open any more */
async function hold(transaction: Database, assignmentId: number): Promise<Task> {
  const assignment = await readAssignment(transaction, assignmentId)
  if (!assignment) throw new NotFound('assignment', assignmentId)
  const task = assignment.ended_at ? undefined : await holdTask(transaction, assignment.unit_id)
  if (task?.assignment.id !== assignmentId) throw new Conflict(`${assignment.callsign} isn't on that incident any more`)
  return task
}

/** Call a unit off: it is available, and the incident waits again when nobody else is on the way. @throws {NotFound} {Conflict} */
export async function standDown(transaction: Database, assignmentId: number, { at, actor, reason }: { at: Date, actor: Actor, reason: string }): Promise<void> {
  const { assignment: { unit_id: unitId }, incident } = await hold(transaction, assignmentId)
  await endAssignment(transaction, assignmentId, 'stood_down', at, reason)
  await recordEvent(transaction, incident, { kind: 'unit', at, actor, unitId, detail: { stood_down: true, reason } })
  const changed = await changeStatus(transaction, { unitId, to: await codeOf(transaction, 'available'), at, actor, reason })
  if (!changed.ok) throw new Conflict(changed.reason)
  await settleIncident(transaction, incident, { at, actor, unitId })
  await announceTask(transaction, unitId, incident.id)
}

const undoMinutes = 5

/**
 * Take back a sending that was a mistake: the unit is what it was, since when it was that; the incident waits again.
 * Within five minutes, and as long as the crew hasn't accepted; later it is stood down.
 *
 * @throws {NotFound} {Conflict}
 */
export async function undoSending(transaction: Database, assignmentId: number, { at, actor }: { at: Date, actor: Actor }): Promise<void> {
  const { assignment, incident } = await hold(transaction, assignmentId)
  const unitId = assignment.unit_id
  if (assignment.accepted_at) throw new Conflict(`${assignment.callsign} has accepted; stand it down instead`)
  if (at.getTime() - assignment.assigned_at.getTime() > undoMinutes * 60_000) throw new Conflict(`sending can be undone for ${undoMinutes} minutes; stand ${assignment.callsign} down instead`)
  const { rows: [row] } = await sql<{ before: { status?: string, status_since?: string } }>`SELECT before FROM assignment WHERE id = ${assignmentId}`.execute(transaction)
  const { status, status_since } = row!.before
  if (!status || !status_since) throw new Conflict('it isn\'t known what the unit was before; stand it down instead')
  await endAssignment(transaction, assignmentId, 'stood_down', at, 'undone')
  const eventId = await recordEvent(transaction, incident, { kind: 'undone', at, actor, unitId, detail: { assignment_id: assignmentId } })
  await sql`UPDATE incident_event SET undone_by = ${eventId} WHERE incident_id = ${incident.id} AND kind = 'assigned' AND (detail->>'assignment_id')::bigint = ${assignmentId}`.execute(transaction)
  const changed = await changeStatus(transaction, { unitId, to: status, at, actor, reason: 'undone' })
  if (!changed.ok) throw new Conflict(changed.reason)
  await sql`UPDATE unit SET status_since = ${status_since}::timestamptz WHERE id = ${unitId}`.execute(transaction)
  await announceUnit(transaction, unitId)
  await settleIncident(transaction, incident, { at, actor, unitId })
  await announceTask(transaction, unitId, incident.id)
}
