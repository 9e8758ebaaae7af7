import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Actor } from '../desk/move-incident.ts'
import { BadInput, NotFound } from '../errors.ts'

export type Meaning = 'available' | 'enroute' | 'on_scene' | 'unavailable' | 'off_duty'

export interface StatusChange {
  unitId: number
  /** A code of the dictionary `unit_status`. */
  to: string
  /** When it happened, by the clock of whoever says so. */
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

/**
 * Change a unit's status in the caller's transaction: checked against the transitions, logged, announced.
 *
 * A change that happened before the one that is in force (a phone that had no signal) is kept in the log and
 * changes nothing now; it comes back as `late`.
 *
 * @throws {NotFound} for a unit that isn't there
 * @throws {BadInput} for a status that isn't in the dictionary
 */
export async function changeStatus(transaction: Database, { unitId, to, at, actor, incidentId, reason = null, requestKey = null }: StatusChange): Promise<StatusChanged> {
  const { rows: [unit] } = await sql<{ status: string, meaning: Meaning, status_since: Date, incident_id: number | null }>`
    SELECT u.status, s.meaning, u.status_since, u.incident_id FROM unit u JOIN unit_status s ON s.code = u.status WHERE u.id = ${unitId} FOR UPDATE OF u`.execute(transaction)
  if (!unit) throw new NotFound('unit', unitId)
  const { rows: dictionary } = await sql<{ code: string, meaning: Meaning }>`SELECT code, meaning FROM unit_status ORDER BY sort`.execute(transaction)
  const wanted = dictionary.find(({ code }) => code === to)
  if (!wanted) throw new BadInput({ pointer: '/body/status', value: to, detail: `must be one of ${dictionary.map(({ code }) => code).join(', ')}` })
  if (requestKey) {
    const { rows: [known] } = await sql<{ id: number, from_status: string }>`SELECT id, from_status FROM unit_status_change WHERE request_key = ${requestKey}`.execute(transaction)
    if (known) return { ok: true, changeId: known.id, from: known.from_status, to, meaning: wanted.meaning, incidentId: unit.incident_id, repeated: true, late: false }
  }
  const late = at < unit.status_since
  if (!late && unit.meaning !== wanted.meaning) {
    const { rows: [allowed] } = await sql`SELECT 1 FROM unit_transition WHERE from_meaning = ${unit.meaning} AND to_meaning = ${wanted.meaning}`.execute(transaction)
    if (!allowed) return { ok: false, reason: `a unit that is ${unit.meaning} can't become ${wanted.meaning}`, status: unit.status }
  }
  const engaged = wanted.meaning === 'enroute' || wanted.meaning === 'on_scene'
  const incident = engaged ? incidentId === undefined ? unit.incident_id : incidentId : null
  const { rows: [change] } = await sql<{ id: number }>`
    INSERT INTO unit_status_change (unit_id, from_status, to_status, at, account_id, actor, incident_id, reason, request_key)
    VALUES (${unitId}, ${unit.status}, ${to}, ${at}, ${actor.accountId}, ${actor.name}, ${incident ?? unit.incident_id}, ${reason}, ${requestKey}) RETURNING id`.execute(transaction)
  if (!late) {
    await sql`UPDATE unit SET status = ${to}, status_since = ${at}, incident_id = ${incident}, updated_at = now() WHERE id = ${unitId}`.execute(transaction)
    await announceUnit(transaction, unitId)
  }
  return { ok: true, changeId: change!.id, from: unit.status, to, meaning: wanted.meaning, incidentId: incident, repeated: false, late }
}

/** Tell every open map and every process, at commit. */
export async function announceUnit(transaction: Database, unitId: number): Promise<void> {
  await sql`
    SELECT announce_live('unit', u.station_id, json_build_object('id', u.id, 'status', u.status, 'meaning', s.meaning, 'status_since', u.status_since,
      'incident_id', u.incident_id, 'shift_to', u.shift_to))
    FROM unit u JOIN unit_status s ON s.code = u.status WHERE u.id = ${unitId}`.execute(transaction)
}
