import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { BadInput, Conflict, NotFound } from '../errors.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { announcingStuck } from '../outbox/stuck.ts'
import { readText } from './free-text.ts'
import { freeUnits } from './free-units.ts'
import { announceIncident, isRow, type IncidentRow } from './incident-row.ts'
import { moveIncident, recordEvent, type Actor } from './move-incident.ts'
import type { HandoverState } from './open-incidents.ts'
import { must } from './write.ts'

export interface HandoverRow {
  id: number
  key: string
  incident_id: number
  received_at: Date
  department_id: number
  department: string
  /** Its department is told by webhook. */
  has_url: boolean
  state: HandoverState
  ended_at: Date | null
}

/** What a department says to an item. */
export type Answer = 'accepted' | 'returned' | 'closed'

/**
 * Hand an incident to another department, in the caller's transaction: it leaves our hands, its units are free, and the
 * department is told when this commits. How it goes on is theirs to say.
 *
 * @returns the incident's new version
 * @throws {BadInput} for a department that isn't there
 * @throws {Conflict} where the incident can't be handed over now
 */
export async function handOver(transaction: Database, incident: IncidentRow, { departmentId, reason, requestKey = null }: { departmentId: number, reason: string, requestKey?: string | null }, actor: Actor): Promise<number> {
  const { rows: [department] } = await sql<{ name: string, active: boolean, has_url: boolean, answer_hours: number }>`
    SELECT name, active, url IS NOT NULL AS has_url, answer_hours FROM department WHERE id = ${departmentId}`.execute(transaction)
  if (!department) throw new BadInput({ pointer: '/body/department_id', value: departmentId, detail: 'there is no such department' })
  if (!department.active) throw new Conflict({ zh: `${department.name}目前不接受移交`, en: `${department.name} takes no hand-overs at present` })
  const text = readText(reason, '/body/reason'), at = new Date(), dueAt = new Date(at.getTime() + department.answer_hours * 3_600_000)
  const moved = must(await moveIncident(transaction, { incidentId: incident.id, to: 'transferred', at, actor, requestKey, detail: { handover: 'sent', department: department.name } }))
  await freeUnits(transaction, { incidentId: incident.id, at, actor, ended: 'stood_down', reason: `移交${department.name}` })
  const { rows: [row] } = await sql<{ id: number }>`
    INSERT INTO handover (incident_id, received_at, department_id, reason, sent_at, sent_by, due_at)
    VALUES (${incident.id}, ${incident.received_at}, ${departmentId}, ${text}, ${at}, ${actor.accountId}, ${dueAt}) RETURNING id`.execute(transaction)
  await noteHandover(transaction, incident, at, actor, { handover_id: row!.id, state: 'sent', department: department.name, due_at: dueAt.toISOString(), reason: text })
  if (department.has_url) await enqueue(transaction, row!.id, 'handover.sent')
  return moved.incident.version
}

/** Take an item back before the department has ended it. The incident is ours again. @throws {Conflict} */
export async function withdraw(transaction: Database, incident: IncidentRow, handover: HandoverRow, reason: string, actor: Actor): Promise<number> {
  refuseEnded(handover)
  const text = readText(reason, '/body/reason'), at = new Date()
  await end(transaction, handover, 'withdrawn', at, text)
  const moved = must(await moveIncident(transaction, { incidentId: incident.id, to: 'returned', at, actor, detail: { handover: 'withdrawn', department: handover.department } }))
  await noteHandover(transaction, incident, at, actor, { handover_id: handover.id, state: 'withdrawn', department: handover.department, reason: text })
  if (handover.has_url && !await cancelUnsent(transaction, handover.id)) await enqueue(transaction, handover.id, 'handover.withdrawn', text)
  return moved.incident.version
}

/** Where nothing of a hand-over has left the house yet, nothing needs to. @returns whether that was so */
async function cancelUnsent(transaction: Database, handoverId: number): Promise<boolean> {
  return announcingStuck(transaction, async () => {
    const { rows } = await sql<{ untouched: boolean }>`
      SELECT attempts = 0 AND delivered_at IS NULL AND next_attempt_at <= now() AS untouched FROM outbox WHERE handover_id = ${handoverId} AND cancelled_at IS NULL FOR UPDATE`.execute(transaction)
    if (!rows.every(({ untouched }) => untouched)) return false
    await sql`UPDATE outbox SET cancelled_at = now(), next_attempt_at = NULL WHERE handover_id = ${handoverId} AND cancelled_at IS NULL`.execute(transaction)
    return true
  })
}

/**
 * What a department answers, by its hook or recorded by hand, in the caller's transaction. The same answer twice is heard once.
 *
 * @throws {Conflict} where the hand-over ended otherwise
 */
export async function answerHandover(transaction: Database, incident: IncidentRow, handover: HandoverRow, { event, outcome }: { event: Answer, outcome: string | null }, actor: Actor): Promise<number> {
  if (handover.state === event) return incident.version
  refuseEnded(handover)
  const at = new Date()
  if (event === 'accepted') await sql`UPDATE handover SET state = 'accepted', accepted_at = ${at}, outcome = coalesce(${outcome}::text, outcome) WHERE id = ${handover.id}`.execute(transaction)
  else await end(transaction, handover, event, at, outcome)
  let version = incident.version
  if (event !== 'accepted') version = must(await moveIncident(transaction, { incidentId: incident.id, to: event, at, actor, detail: { handover: event, department: handover.department } })).incident.version
  if (event === 'closed') await sql`UPDATE incident SET result = coalesce(result, ${outcome}::text) WHERE ${isRow(incident)}`.execute(transaction)
  await noteHandover(transaction, incident, at, actor, { handover_id: handover.id, state: event, department: handover.department, ...(outcome !== null && { outcome }) })
  return version
}

const states: Record<HandoverState, string> = { sent: '待受理', accepted: '已受理', returned: '已退回', closed: '已办结', withdrawn: '已撤回' }

/** @throws {Conflict} where the hand-over has ended */
export function refuseEnded({ department, state, ended_at }: HandoverRow): void {
  if (ended_at !== null) throw new Conflict({ zh: `向${department}的移交已结束（${states[state]}）`, en: `the hand-over to ${department} has ended already (${state})` })
}

const end = (transaction: Database, { id }: HandoverRow, state: HandoverState, at: Date, outcome: string | null) =>
  sql`UPDATE handover SET state = ${state}, ended_at = ${at}, outcome = ${outcome} WHERE id = ${id}`.execute(transaction)

async function noteHandover(transaction: Database, incident: IncidentRow, at: Date, actor: Actor, detail: Record<string, unknown>): Promise<void> {
  await recordEvent(transaction, incident, { kind: 'handover', at, actor, detail })
  await announceIncident(transaction, incident.id, 'handover')
}

/** Whether it is with a department that hasn't ended it. An import's or the demonstration's transfers may have no hand-over. */
export async function hasOpenHandover(transaction: Database, incidentId: number): Promise<boolean> {
  return (await sql`SELECT FROM handover WHERE incident_id = ${incidentId} AND ended_at IS NULL`.execute(transaction)).rows.length > 0
}

/** A hand-over by its id or by the key that the department knows. @throws {NotFound} */
export async function findHandover(db: Database, by: { id: number } | { key: string, departmentId: number }, lock: boolean): Promise<HandoverRow> {
  const condition = 'id' in by ? sql`h.id = ${by.id}` : sql`h.key = ${by.key}::uuid AND h.department_id = ${by.departmentId}`
  const { rows: [row] } = await sql<HandoverRow>`
    SELECT h.id, h.key, h.incident_id, h.received_at, h.department_id, d.name AS department, d.url IS NOT NULL AS has_url, h.state, h.ended_at
    FROM handover h JOIN department d ON d.id = h.department_id WHERE ${condition} ${lock ? sql`FOR UPDATE OF h` : sql``}`.execute(db)
  if (!row) throw new NotFound('hand-over', 'id' in by ? by.id : by.key)
  return row
}
