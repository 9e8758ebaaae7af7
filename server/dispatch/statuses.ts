import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { BadInput, NotFound } from '../errors.ts'
import type { Meaning } from './change-status.ts'

/** An entry of the dictionary: a local label for a meaning, how long it may last, and what may follow it. */
export interface StatusEntry {
  code: string
  meaning: Meaning
  name: string
  name_en: string
  warn_minutes: number | null
  alert_minutes: number | null
  /** Codes, in the dictionary's order. */
  next: string[]
}

export async function readStatuses(db: Database): Promise<StatusEntry[]> {
  const { rows } = await sql<StatusEntry>`
    SELECT s.code, s.meaning, s.name, s.name_en, s.warn_minutes, s.alert_minutes,
      ARRAY(SELECT n.code FROM unit_status n WHERE n.code <> s.code AND (n.meaning = s.meaning OR EXISTS (
        SELECT 1 FROM unit_transition t WHERE t.from_meaning = s.meaning AND t.to_meaning = n.meaning)) ORDER BY n.sort, n.code) AS next
    FROM unit_status s ORDER BY s.sort, s.code`.execute(db)
  return rows
}

/** The first code of a meaning: what a unit becomes when nobody says which. */
export async function codeOf(db: Database, meaning: Meaning): Promise<string> {
  const { rows: [row] } = await sql<{ code: string }>`SELECT code FROM unit_status WHERE meaning = ${meaning} ORDER BY sort, code LIMIT 1`.execute(db)
  if (!row) throw new NotFound('status that means', meaning)
  return row.code
}

export interface StatusEdit { name: string, name_en: string, warn_minutes: number | null, alert_minutes: number | null }

/**
 * Change a status's labels and minutes; its meaning stays, because what happened before was said with it.
 *
 * @throws {NotFound}
 * @throws {BadInput} where the warning doesn't come before the alert
 */
export async function editStatus(transaction: Database, code: string, { name, name_en, warn_minutes, alert_minutes }: StatusEdit): Promise<void> {
  if (warn_minutes !== null && alert_minutes !== null && warn_minutes >= alert_minutes)
    throw new BadInput({ pointer: '/body/warn_minutes', value: warn_minutes, detail: `must be less than alert_minutes (${alert_minutes})` })
  const { rows: [row] } = await sql`
    UPDATE unit_status SET name = ${name}, name_en = ${name_en}, warn_minutes = ${warn_minutes}, alert_minutes = ${alert_minutes} WHERE code = ${code} RETURNING code`.execute(transaction)
  if (!row) throw new NotFound('status', code)
  await sql`SELECT announce_live('settings', NULL, ${JSON.stringify({ what: 'statuses' })}::json)`.execute(transaction)
}
