import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { freeUnits } from '../desk/free-units.ts'
import { announceIncident, lockIncident, type IncidentRow } from '../desk/incident-row.ts'
import { recordEvent, type Actor } from '../desk/move-incident.ts'
import { findType } from '../desk/types.ts'
import { Conflict } from '../errors.ts'
import { advanceIncident, settleIncident } from './advance-incident.ts'
import { announceTask, countUnits, endAssignment, holdTask, readAssignment, type Assignment } from './assignments.ts'
import { changeStatus, lockUnit } from './change-status.ts'
import { setStatus } from './set-status.ts'
import { codeOf } from './statuses.ts'

/** What a crew did, when, to which incident; without one, to the one it is on. */
export interface Deed { unitId: number, incidentId?: number | undefined, at: Date, actor: Actor }

/** Whether it was told after something later was known. */
export interface Done { late: boolean }

interface HeldTask { assignment: Assignment, incident: IncidentRow }

/** @throws {Conflict} where the unit was never sent there */
async function hold(transaction: Database, { unitId, incidentId }: Deed): Promise<HeldTask> {
  if (incidentId === undefined) {
    const task = await holdTask(transaction, unitId)
    if (!task) throw new Conflict('the unit has no task')
    return task
  }
  const incident = await lockIncident(transaction, incidentId)
  const { rows: [latest] } = await sql<{ id: number }>`SELECT id FROM assignment WHERE unit_id = ${unitId} AND incident_id = ${incidentId} ORDER BY assigned_at DESC, id DESC LIMIT 1`.execute(transaction)
  if (!latest) throw new Conflict(`the unit was never sent to ${incident.number}`)
  return { incident, assignment: (await readAssignment(transaction, latest.id))! }
}

/** A phone's clock may run a little behind: nobody acts on a task before it was given. */
const atLeast = (at: Date, earliest: Date): Date => at < earliest ? earliest : at

const requireOpen = ({ assignment, incident }: HeldTask): void => {
  if (assignment.ended_at) throw new Conflict(`the unit's task at ${incident.number} ended at ${assignment.ended_at.toISOString()}`)
}

/** The crew sets out: the incident is on its way with the first of them. @throws {Conflict} */
export async function acceptTask(transaction: Database, deed: Deed): Promise<Done> {
  const task = await hold(transaction, deed)
  requireOpen(task)
  const at = atLeast(deed.at, task.assignment.assigned_at)
  if (task.assignment.arrived_at && at >= task.assignment.arrived_at) return { late: true }
  const changed = await setStatus(transaction, { unitId: deed.unitId, to: await codeOf(transaction, 'enroute'), at, actor: deed.actor, incidentId: task.incident.id })
  if (!changed.ok) throw new Conflict(changed.reason)
  await sql`UPDATE assignment SET accepted_at = least(accepted_at, ${at}) WHERE id = ${task.assignment.id}`.execute(transaction)
  return { late: changed.late }
}

/** The crew can't: its unit is free again, and the incident waits again when nobody else is on the way. @throws {Conflict} */
export async function refuseTask(transaction: Database, deed: Deed & { reason: string | null }): Promise<Done> {
  const task = await hold(transaction, deed)
  requireOpen(task)
  if (task.assignment.arrived_at) throw new Conflict(`the unit arrived at ${task.incident.number} already; it ends its task by a result`)
  await endAssignment(transaction, task.assignment.id, 'refused', deed.at, deed.reason)
  await recordEvent(transaction, task.incident, { kind: 'unit', at: deed.at, actor: deed.actor, unitId: deed.unitId, detail: { refused: true, reason: deed.reason } })
  await free(transaction, deed, deed.reason)
  await settleIncident(transaction, task.incident, deed)
  await announceTask(transaction, deed.unitId, task.incident.id)
  return { late: false }
}

/**
 * The crew is on the scene. Told late, the arrival keeps its own time: in the assignment, the log of statuses and the
 * incident's timeline, even when the task has ended since. @throws {Conflict}
 */
export async function arriveAtTask(transaction: Database, deed: Deed): Promise<Done> {
  const task = await hold(transaction, deed)
  const at = atLeast(deed.at, task.assignment.assigned_at)
  const to = await codeOf(transaction, 'on_scene')
  const ended = task.assignment.ended_at
  if (ended && at >= ended) requireOpen(task)
  const change = { unitId: deed.unitId, to, at, actor: deed.actor, incidentId: task.incident.id }
  const changed = await (ended ? changeStatus : setStatus)(transaction, change)
  if (!changed.ok) throw new Conflict(changed.reason)
  if (ended && (task.assignment.arrived_at === null || at < task.assignment.arrived_at))
    await advanceIncident(transaction, task.incident, 'on_scene', { at, actor: deed.actor, unitId: deed.unitId, detail: { late: true } })
  return { late: changed.late }
}

/** The crew is done: its unit is free, and the incident handled when it was the last. @throws {Conflict} */
export async function finishTask(transaction: Database, deed: Deed): Promise<Done> {
  const task = await hold(transaction, deed)
  if (task.assignment.ended_at) return { late: true }
  await endAssignment(transaction, task.assignment.id, 'done', deed.at, null)
  const step = { at: deed.at, actor: deed.actor, unitId: deed.unitId, detail: { done: true } }
  if (await countUnits(transaction, task.incident.id) === 0) await advanceIncident(transaction, task.incident, 'handled', step)
  else await recordEvent(transaction, task.incident, { kind: 'unit', ...step })
  await free(transaction, deed, null)
  await announceTask(transaction, deed.unitId, task.incident.id)
  return { late: false }
}

export interface Result { resolvedCode: string | null, text: string | null }

/**
 * The crew reports what came of it: the incident is handled and nobody is needed there any more, other units included.
 *
 * @throws {Conflict}
 * @throws {BadInput} for a type that isn't in the dictionary
 */
export async function reportResult(transaction: Database, deed: Deed, { resolvedCode, text }: Result): Promise<Done> {
  const { assignment, incident } = await hold(transaction, deed)
  if (incident.status === 'closed') throw new Conflict(`${incident.number} is closed; the desk can reopen it`)
  if (resolvedCode !== null) await findType(transaction, resolvedCode, '/body/actions/resolved_code')
  await recordEvent(transaction, incident, { kind: 'result', at: deed.at, actor: deed.actor, unitId: deed.unitId, detail: { resolved_code: resolvedCode, before: incident.resolved_code } })
  await sql`
    UPDATE incident SET resolved_code = coalesce(${resolvedCode}, resolved_code), result = coalesce(${text}, result), version = version + 1, updated_at = now()
    WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  await announceIncident(transaction, incident.id, 'result')
  if (assignment.ended_at) return { late: true }
  if (incident.status !== 'handled') await advanceIncident(transaction, incident, 'handled', { at: deed.at, actor: deed.actor, unitId: deed.unitId })
  for (const unitId of await freeUnits(transaction, { incidentId: incident.id, at: deed.at, actor: deed.actor, ended: 'done' })) await announceTask(transaction, unitId, incident.id)
  return { late: false }
}

/** A line of text in the incident's timeline. @throws {Conflict} */
export async function noteOnTask(transaction: Database, deed: Deed, text: string): Promise<Done> {
  const { incident } = await hold(transaction, deed)
  await recordEvent(transaction, incident, { kind: 'note', at: deed.at, actor: deed.actor, unitId: deed.unitId, detail: { text } })
  await announceIncident(transaction, incident.id, 'status')
  return { late: false }
}

/** Available from then on; not before its present status began, which somebody may have set in the meantime. */
async function free(transaction: Database, { unitId, at, actor }: Deed, reason: string | null): Promise<void> {
  const unit = await lockUnit(transaction, unitId)
  if (unit.meaning !== 'enroute' && unit.meaning !== 'on_scene') return
  const changed = await changeStatus(transaction, { unitId, to: await codeOf(transaction, 'available'), at: atLeast(at, unit.status_since), actor, reason })
  if (!changed.ok) throw new Conflict(changed.reason)
}
