import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Actor } from '../desk/move-incident.ts'
import { BadInput, NotFound } from '../errors.ts'

export type Meaning = 'available' | 'enroute' | 'on_scene' | 'unavailable' | 'off_duty'

export interface StatusChange {
  unitId: number
  /** A code of the dictionary `unit_status`. */
  to: string
  /** When it happened, by the clock of whoever says so; what lies ahead of our clock counts as now. */
  at: Date
  actor: Actor
  /** The incident it is on from now; undefined leaves it as it is, and a status that isn't on the way or on the scene ends it. */
  incidentId?: number | null
  reason?: string | null
  requestKey?: string | null
}

export type StatusChanged =
  | { ok: true, changeId: number, from: string, to: string, meaning: Meaning, incidentId: number | null, repeated: boolean, late: boolean }
  | { ok: false, reason: string, status: string }

interface UnitRow { status: string, meaning: Meaning, status_since: Date, incident_id: number | null }
interface Before { status: string, incidentId: number | null }

/**
 * Change a unit's status in the caller's transaction: checked against the transitions, logged, announced. Its open
 * assignment follows: an arrival is noted in it, and leaving the incident ends it.
 *
 * A change that happened before the one in force (a phone that had no signal) is put in its place in the log and comes
 * back as `late`. It changes nothing now, with two exceptions: an arrival keeps its own time in the assignment, and where
 * it says the same as the status in force, that one began then.
 *
 * Locks, in this order, as everywhere: incidents' revision, incident, units' revision, unit. A caller that also changes an
 * incident locks it first (`lockIncident`, `moveIncident`).
 *
 * @throws {NotFound} for a unit that isn't there
 * @throws {BadInput} for a status that isn't in the dictionary
 */
export async function changeStatus(transaction: Database, change: StatusChange): Promise<StatusChanged> {
  const { unitId, to, actor, incidentId, reason = null, requestKey = null } = change
  const unit = await lockUnit(transaction, unitId)
  const { rows: dictionary } = await sql<{ code: string, meaning: Meaning }>`SELECT code, meaning FROM unit_status ORDER BY sort`.execute(transaction)
  const wanted = dictionary.find(({ code }) => code === to)
  if (!wanted) throw new BadInput({ pointer: '/body/status', value: to, detail: `must be one of ${dictionary.map(({ code }) => code).join(', ')}` })
  if (requestKey) {
    const { rows: [known] } = await sql<{ id: number, unit_id: number, from_status: string, to_status: string }>`
      SELECT id, unit_id, from_status, to_status FROM unit_status_change WHERE request_key = ${requestKey}`.execute(transaction)
    if (known && (known.unit_id !== unitId || known.to_status !== to)) return { ok: false, reason: `the request key ${requestKey} belongs to another change of status`, status: unit.status }
    if (known) return { ok: true, changeId: known.id, from: known.from_status, to, meaning: wanted.meaning, incidentId: unit.incident_id, repeated: true, late: false }
  }
  const at = new Date(Math.min(change.at.getTime(), Date.now()))
  const late = at < unit.status_since
  if (!late && unit.meaning !== wanted.meaning) {
    const { rows: [allowed] } = await sql`SELECT 1 FROM unit_transition WHERE from_meaning = ${unit.meaning} AND to_meaning = ${wanted.meaning}`.execute(transaction)
    if (!allowed) return { ok: false, reason: `a unit that is ${unit.meaning} can't become ${wanted.meaning}`, status: unit.status }
  }
  const before: Before = late ? await statusBefore(transaction, unitId, at, unit) : { status: unit.status, incidentId: unit.incident_id }
  const engaged = wanted.meaning === 'enroute' || wanted.meaning === 'on_scene'
  const incident = engaged ? incidentId === undefined ? before.incidentId : incidentId : null
  const { rows: [row] } = await sql<{ id: number }>`
    INSERT INTO unit_status_change (unit_id, from_status, to_status, at, account_id, actor, incident_id, reason, request_key)
    VALUES (${unitId}, ${before.status}, ${to}, ${at}, ${actor.accountId}, ${actor.name}, ${incident ?? before.incidentId}, ${reason}, ${requestKey}) RETURNING id`.execute(transaction)
  // Saying again what is so doesn't start its clock anew.
  const same = to === unit.status && incident === unit.incident_id
  if (late ? same && await unbroken(transaction, unitId, to, at, unit.status_since) : !same) {
    await sql`
      UPDATE unit SET status = ${to}, status_since = ${at}, incident_id = ${incident}, updated_at = now(),
        shift_from = CASE WHEN ${unit.meaning === 'off_duty' && wanted.meaning !== 'off_duty'} AND shift_to <= ${at} THEN ${at} ELSE shift_from END,
        shift_to = CASE WHEN ${unit.meaning === 'off_duty' && wanted.meaning !== 'off_duty'} AND shift_to <= ${at} THEN NULL ELSE shift_to END
      WHERE id = ${unitId}`.execute(transaction)
    await announceUnit(transaction, unitId)
  }
  await followAssignment(transaction, { unitId, meaning: wanted.meaning, wasOnScene: unit.meaning === 'on_scene', incident, at, late, reason })
  return { ok: true, changeId: row!.id, from: before.status, to, meaning: wanted.meaning, incidentId: incident, repeated: false, late }
}

/** Hold a unit's row until the transaction ends, its layer's revision first, as every writing statement does. @throws {NotFound} */
export async function lockUnit(transaction: Database, unitId: number): Promise<UnitRow> {
  await sql`SELECT 1 FROM layer_revision WHERE layer = 'units' FOR UPDATE`.execute(transaction)
  const { rows: [unit] } = await sql<UnitRow>`
    SELECT u.status, s.meaning, u.status_since, u.incident_id FROM unit u JOIN unit_status s ON s.code = u.status WHERE u.id = ${unitId} FOR UPDATE OF u`.execute(transaction)
  if (!unit) throw new NotFound('unit', unitId)
  return unit
}

/** What the unit was at an instant before its present status. */
async function statusBefore(transaction: Database, unitId: number, at: Date, unit: UnitRow): Promise<Before> {
  const { rows: [earlier] } = await sql<{ status: string, incident_id: number | null }>`
    SELECT to_status AS status, incident_id FROM unit_status_change WHERE unit_id = ${unitId} AND at <= ${at} ORDER BY at DESC, id DESC LIMIT 1`.execute(transaction)
  if (earlier) return { status: earlier.status, incidentId: earlier.incident_id }
  const { rows: [next] } = await sql<{ status: string | null }>`
    SELECT from_status AS status FROM unit_status_change WHERE unit_id = ${unitId} AND at > ${at} ORDER BY at, id LIMIT 1`.execute(transaction)
  return { status: next?.status ?? unit.status, incidentId: null }
}

/** Whether the unit was nothing else between two instants. */
async function unbroken(transaction: Database, unitId: number, status: string, from: Date, to: Date): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM unit_status_change WHERE unit_id = ${unitId} AND at > ${from} AND at < ${to} AND to_status <> ${status} LIMIT 1`.execute(transaction)
  return rows.length === 0
}

interface Follow { unitId: number, meaning: Meaning, wasOnScene: boolean, incident: number | null, at: Date, late: boolean, reason: string | null }

async function followAssignment(transaction: Database, { unitId, meaning, wasOnScene, incident, at, late, reason }: Follow): Promise<void> {
  if (meaning === 'on_scene' && incident !== null)
    await sql`
      UPDATE assignment SET arrived_at = least(arrived_at, ${at}), accepted_at = least(accepted_at, ${at})
      WHERE unit_id = ${unitId} AND incident_id = ${incident} AND assigned_at <= ${at} AND coalesce(ended_at, 'infinity') >= ${at}`.execute(transaction)
  if (late) return
  await sql`
    UPDATE assignment SET ended_at = greatest(${at}, assigned_at), ended = CASE WHEN arrived_at IS NOT NULL OR ${wasOnScene} THEN 'done' ELSE 'stood_down' END, reason = coalesce(reason, ${reason})
    WHERE unit_id = ${unitId} AND ended_at IS NULL AND incident_id IS DISTINCT FROM ${incident}`.execute(transaction)
}

/** Tell every open map and every process, at commit. */
export async function announceUnit(transaction: Database, unitId: number): Promise<void> {
  await sql`
    SELECT announce_live('unit', u.station_id, json_build_object('id', u.id, 'status', u.status, 'meaning', s.meaning, 'status_since', u.status_since,
      'incident_id', u.incident_id, 'shift_to', u.shift_to))
    FROM unit u JOIN unit_status s ON s.code = u.status WHERE u.id = ${unitId}`.execute(transaction)
}
