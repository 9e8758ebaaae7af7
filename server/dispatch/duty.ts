import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { audit } from '../access/audit.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { Database } from '../database.ts'
import type { Services } from '../services.ts'
import { crewOf } from './crew.ts'
import { readUnit, type UnitRecord } from './read-unit.ts'
import { rollCallFor } from './roll-call.ts'
import { readStatuses, type StatusEntry } from './statuses.ts'

export interface Task {
  id: number, number: string, code: string, grade: number, status: string, channel: string
  received_at: Date, status_since: Date, station_id: number | null, address_id: number | null, merged_into_id: number | null, version: number
  longitude: number | null, latitude: number | null, location_text: string | null, summary: string | null
  units: { unit_id: number, callsign: string, kind: string, meaning: string, assignment_id: number, assigned_at: string, accepted_at: string | null, arrived_at: string | null, expected_seconds: number | null }[]
  handover: { department: string, state: string, due_at: string } | null
  assignment: { id: number, assigned_at: string, accepted_at: string | null, arrived_at: string | null, expected_seconds: number | null }
}

/** All that a crew's phone shows. */
export interface Duty {
  unit: UnitRecord | null
  /** What may follow the present status. */
  statuses: StatusEntry[]
  task: Task | null
  roll_call: { id: number, due_at: Date } | null
  now: Date
}

const taskStatement = readFileSync(new URL('./read-task.sql', import.meta.url), 'utf8')

/**
 * What an account's unit is and has to do. The restricted part of its task is the crew's to know, whichever station the
 * incident belongs to; that this account read it is audited, once for each task.
 */
export async function readDuty({ db, pool }: Services, { account }: SignedIn): Promise<Duty> {
  const now = new Date()
  const crew = await crewOf(db, account.id)
  if (!crew) return { unit: null, statuses: [], task: null, roll_call: null, now }
  const [unit, statuses, { rows: [task] }, rollCall] = await Promise.all([
    readUnit(db, crew.unitId), readStatuses(db), pool.query<Task>(taskStatement, [crew.unitId]), rollCallFor(db, crew.unitId),
  ])
  if (task) await auditOnce(db, account.id, task)
  const next = statuses.find(({ code }) => code === unit.status)?.next ?? []
  return { unit, statuses: statuses.filter(({ code }) => next.includes(code)), task: task ?? null, roll_call: rollCall ?? null, now }
}

async function auditOnce(db: Database, accountId: number, { id, assignment }: Task): Promise<void> {
  await db.transaction().execute(async transaction => {
    const { rows } = await sql`INSERT INTO task_read (assignment_id, account_id) VALUES (${assignment.id}, ${accountId}) ON CONFLICT DO NOTHING RETURNING account_id`.execute(transaction)
    if (rows.length) await audit(transaction, { accountId, action: 'restricted read', subject: `incidents/${id}`, detail: { purpose: '处警', assignment: assignment.id } })
  })
}
