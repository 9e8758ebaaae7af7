import { sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * The next incident number of a district and day: `J350203` + `20261122` + five digits.
 *
 * The counter's row is held until the transaction ends, so numbers have neither gaps nor duplicates: callers of one
 * district take turns, and a transaction that is rolled back gives its number back.
 *
 * @param district  six digits
 * @param day       local, 2026-11-22
 */
export async function nextNumber(transaction: Database, district: string, day: string): Promise<string> {
  const prefix = `J${district}`, stem = `${prefix}${day.replaceAll('-', '')}`
  const { rows: [counted] } = await sql<{ last: number }>`
    UPDATE incident_counter SET last = last + 1 WHERE prefix = ${prefix} AND day = ${day}::date RETURNING last`.execute(transaction)
  const last = counted?.last ?? await startCounter(transaction, prefix, day, stem)
  return `${stem}${String(last).padStart(5, '0')}`
}

/** The first of the day goes on behind numbers that were there already: an import, the demonstration's own history. */
async function startCounter(transaction: Database, prefix: string, day: string, stem: string): Promise<number> {
  const { rows: [row] } = await sql<{ last: number }>`
    INSERT INTO incident_counter AS c (prefix, day, last)
    SELECT ${prefix}, ${day}::date, 1 + coalesce(max(substr(number, ${stem.length + 1}::integer)::integer), 0) FROM incident
    WHERE number LIKE ${`${stem}%`} AND substr(number, ${stem.length + 1}::integer) ~ '^\\d{5,9}$'
      AND received_at BETWEEN ${day}::date - interval '2 days' AND ${day}::date + interval '3 days'
    ON CONFLICT (prefix, day) DO UPDATE SET last = c.last + 1 RETURNING last`.execute(transaction)
  return row!.last
}
