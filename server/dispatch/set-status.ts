import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { recordEvent } from '../desk/move-incident.ts'
import { advanceIncident, settleIncident } from './advance-incident.ts'
import { announceTask, holdTask } from './assignments.ts'
import { changeStatus, type StatusChange, type StatusChanged } from './change-status.ts'

/**
 * Set a unit's status as a person does, by hand or on the phone: its incident moves along. On the way means that it
 * accepted, on the scene that it arrived, anything else that it left; who leaves without having arrived gives the task back.
 *
 * @returns a refusal, with nothing written, where that status may not follow
 * @throws {NotFound} {BadInput} as changeStatus
 */
export async function setStatus(transaction: Database, change: StatusChange): Promise<StatusChanged> {
  const task = await holdTask(transaction, change.unitId)
  const changed = await changeStatus(transaction, change)
  if (!changed.ok || changed.repeated || !task) return changed
  const { assignment, incident } = task
  const at = new Date(Math.min(change.at.getTime(), Date.now()))
  const step = { at, actor: change.actor, unitId: change.unitId, ...(changed.late && { detail: { late: true } }) }
  const onTask = changed.incidentId === incident.id && at >= assignment.assigned_at
  if (changed.meaning === 'on_scene' && onTask && (assignment.arrived_at === null || at < assignment.arrived_at)) await advanceIncident(transaction, incident, 'on_scene', step)
  else if (changed.meaning === 'enroute' && onTask && assignment.accepted_at === null) {
    await sql`UPDATE assignment SET accepted_at = ${at} WHERE id = ${assignment.id}`.execute(transaction)
    await advanceIncident(transaction, incident, 'enroute', step)
  } else if (!changed.late && changed.incidentId !== incident.id) {
    await recordEvent(transaction, incident, { kind: 'unit', at, actor: change.actor, unitId: change.unitId, to: changed.to, detail: { left: true, ...(change.reason && { reason: change.reason }) } })
    await settleIncident(transaction, incident, step)
  }
  await announceTask(transaction, change.unitId, incident.id)
  return changed
}
