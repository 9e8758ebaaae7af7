import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { announceIncident, lockIncident, type IncidentRow } from '../desk/incident-row.ts'
import { moveIncident, recordEvent, type Actor } from '../desk/move-incident.ts'
import { openStatuses, type IncidentStatus } from '../desk/statuses.ts'
import { BadInput, Conflict } from '../errors.ts'
import { Outrun } from '../transact.ts'
import { settleIncident } from './advance-incident.ts'
import { announceTask, endAssignment, openAssignment } from './assignments.ts'
import { changeStatus, lockUnit } from './change-status.ts'
import { codeOf } from './statuses.ts'

export interface Sending {
  incidentId: number
  unitIds: readonly number[]
  at: Date
  actor: Actor
  recommendationId: number | null
  /** Why not the first that was proposed, or why at all. */
  reason: string | null
  /** Also units on their way to something less urgent. */
  divert: boolean
  /** Travel seconds by unit, where known. */
  expected: ReadonlyMap<number, number>
}

export interface Sent { assignments: { id: number, unit_id: number, expected_seconds: number | null }[], incident_status: IncidentStatus }

/**
 * Send units to an incident, all or none: assignments, the units on their way, the incident dispatched, what was chosen.
 * Of two that send the same unit at once, one wins; the other is told where it is.
 *
 * @throws {NotFound} for an incident or unit that isn't there
 * @throws {BadInput} for a recommendation of another incident
 * @throws {Conflict} with unit and incident where one can't be sent
 */
export async function sendUnits(transaction: Database, sending: Sending): Promise<Sent> {
  const { incidentId, at, actor, recommendationId, reason, expected } = sending
  const unitIds = [...new Set(sending.unitIds)].sort((a, b) => a - b)
  const elsewhere = await sql<{ incident_id: number }>`SELECT DISTINCT incident_id FROM assignment WHERE unit_id = ANY(${unitIds}::bigint[]) AND ended_at IS NULL`.execute(transaction)
  const held = new Map<number, IncidentRow>()
  for (const id of [...new Set([incidentId, ...elsewhere.rows.map(row => row.incident_id)])].sort((a, b) => a - b)) held.set(id, await lockIncident(transaction, id))
  const incident = held.get(incidentId)!
  if (incident.merged_into_id !== null) throw new Conflict(`${incident.number} was merged into another incident; send the unit there`)
  if (!openStatuses.includes(incident.status)) throw new Conflict(`${incident.number} is ${incident.status}: no unit can be sent`)
  await checkRecommendation(transaction, recommendationId, incidentId)
  const enroute = await codeOf(transaction, 'enroute')
  const assignments: Sent['assignments'] = []
  for (const unitId of unitIds) {
    const unit = await lockUnit(transaction, unitId)
    const callsign = await callsignOf(transaction, unitId)
    if (unit.meaning === 'off_duty') throw new Conflict(`${callsign} is off duty`)
    const diverted = await release(transaction, sending, unitId, callsign, held)
    const seconds = expected.get(unitId) ?? null
    const before = diverted ? {} : { status: unit.status, status_since: unit.status_since }
    const { rows: [made] } = await sql<{ id: number }>`
      INSERT INTO assignment (incident_id, received_at, unit_id, recommendation_id, expected_seconds, assigned_at, assigned_by, before)
      VALUES (${incidentId}, ${incident.received_at}, ${unitId}, ${recommendationId}, ${seconds}, ${at}, ${actor.accountId}, ${JSON.stringify(before)}) RETURNING id`.execute(transaction)
    await recordEvent(transaction, incident, {
      kind: 'assigned', at, actor, unitId,
      detail: { assignment_id: made!.id, ...(seconds !== null && { expected_seconds: Math.round(seconds) }), ...(recommendationId !== null && { recommendation_id: recommendationId }), ...(reason && { reason }) },
    })
    const changed = await changeStatus(transaction, { unitId, to: enroute, at: new Date(Math.max(at.getTime(), unit.status_since.getTime())), actor, incidentId })
    if (!changed.ok) throw new Conflict(`${callsign}: ${changed.reason}`)
    assignments.push({ id: made!.id, unit_id: unitId, expected_seconds: seconds })
    await announceTask(transaction, unitId, incidentId)
  }
  let status = incident.status
  if (status === 'received' || status === 'returned') {
    const moved = await moveIncident(transaction, { incidentId, to: 'dispatched', at, actor, detail: { unit_ids: unitIds } })
    if (!moved.ok) throw new Conflict(moved.reason)
    status = 'dispatched'
  }
  if (recommendationId !== null)
    await sql`UPDATE recommendation SET chosen = coalesce(chosen, '{}') || ${unitIds}::bigint[], chosen_at = ${at}, chosen_by = ${actor.accountId}, reason = coalesce(${reason}, reason) WHERE id = ${recommendationId}`.execute(transaction)
  await announceIncident(transaction, incidentId, 'assigned')
  return { assignments, incident_status: status }
}

async function checkRecommendation(transaction: Database, id: number | null, incidentId: number): Promise<void> {
  if (id === null) return
  const { rows: [row] } = await sql<{ incident_id: number }>`SELECT incident_id FROM recommendation WHERE id = ${id}`.execute(transaction)
  if (row?.incident_id !== incidentId) throw new BadInput({ pointer: '/body/recommendation_id', value: id, detail: 'must be a recommendation that was made for this incident' })
}

const callsignOf = async (transaction: Database, unitId: number): Promise<string> =>
  (await sql<{ callsign: string }>`SELECT callsign FROM unit WHERE id = ${unitId}`.execute(transaction)).rows[0]!.callsign

/** A unit that is on another incident stays there, unless that one is less urgent, it hasn't arrived, and it is asked for. @returns whether it was diverted */
async function release(transaction: Database, { incidentId, at, actor, divert }: Sending, unitId: number, callsign: string, held: ReadonlyMap<number, IncidentRow>): Promise<boolean> {
  const open = await openAssignment(transaction, unitId)
  if (!open) return false
  const other = held.get(open.incident_id)
  if (!other) throw new Outrun()
  if (other.id === incidentId) throw new Conflict(`${callsign} is already sent to ${other.number}`)
  const incident = held.get(incidentId)!
  if (!divert || open.arrived_at || other.grade <= incident.grade) throw new Conflict(`${callsign} is already on ${other.number}`)
  const reason = `diverted to ${incident.number}`
  await endAssignment(transaction, open.id, 'stood_down', at, reason)
  await recordEvent(transaction, other, { kind: 'unit', at, actor, unitId, detail: { stood_down: true, diverted_to: incident.number, reason } })
  await settleIncident(transaction, other, { at, actor, unitId })
  return true
}
