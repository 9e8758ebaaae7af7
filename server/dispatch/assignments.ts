import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { lockIncident, type IncidentRow } from '../desk/incident-row.ts'
import { Outrun } from '../transact.ts'

/** A unit that was sent, as it stands. */
export interface Assignment {
  id: number
  incident_id: number
  unit_id: number
  callsign: string
  assigned_at: Date
  accepted_at: Date | null
  arrived_at: Date | null
  ended_at: Date | null
  expected_seconds: number | null
}

/** A unit's open assignment and its incident, both held until the transaction ends. */
export interface Task { assignment: Assignment, incident: IncidentRow }

const columns = sql`a.id, a.incident_id, a.unit_id, u.callsign, a.assigned_at, a.accepted_at, a.arrived_at, a.ended_at, a.expected_seconds`

export async function readAssignment(db: Database, id: number): Promise<Assignment | undefined> {
  const { rows: [row] } = await sql<Assignment>`SELECT ${columns} FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.id = ${id}`.execute(db)
  return row
}

export async function openAssignment(db: Database, unitId: number): Promise<Assignment | undefined> {
  const { rows: [row] } = await sql<Assignment>`SELECT ${columns} FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.unit_id = ${unitId} AND a.ended_at IS NULL`.execute(db)
  return row
}

/**
 * Hold a unit's incident, as incidents are locked before units.
 *
 * @returns undefined where it has no open assignment
 * @throws {Outrun} where it was sent elsewhere in the meantime
 */
export async function holdTask(transaction: Database, unitId: number): Promise<Task | undefined> {
  const seen = await openAssignment(transaction, unitId)
  if (!seen) return undefined
  const incident = await lockIncident(transaction, seen.incident_id)
  const assignment = await openAssignment(transaction, unitId)
  if (assignment?.id !== seen.id) throw new Outrun()
  return { assignment, incident }
}

/** How many units are still on an incident. */
export async function countUnits(db: Database, incidentId: number): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM assignment WHERE incident_id = ${incidentId} AND ended_at IS NULL`.execute(db)
  return row!.n
}

/** End an open assignment; what its unit does next is the caller's. */
export async function endAssignment(transaction: Database, id: number, ended: 'done' | 'stood_down' | 'refused', at: Date, reason: string | null): Promise<void> {
  await sql`UPDATE assignment SET ended_at = greatest(${at}, assigned_at), ended = ${ended}, reason = ${reason} WHERE id = ${id} AND ended_at IS NULL`.execute(transaction)
}

/** Tell the desk and the crew's phone, at commit, that a unit's task changed. */
export async function announceTask(transaction: Database, unitId: number, incidentId: number): Promise<void> {
  await sql`SELECT announce_live('task', station_id, json_build_object('unit_id', id, 'incident_id', ${incidentId}::bigint)) FROM unit WHERE id = ${unitId}`.execute(transaction)
}
