import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Meaning } from '../dispatch/change-status.ts'

/** From an instant on (epoch ms) a unit had a meaning. The first entry of a history is what held when the window began. */
export type StatusHistory = [at: number, meaning: Meaning][]

/**
 * What units were, from the log of their statuses.
 *
 * Every change is logged, so before a unit's first entry it was what that entry left. A unit without any entry has been
 * what it is since its `status_since`; what it was before isn't known, and it counts as off duty then.
 */
export async function readStatusHistory(db: Database, unitIds: readonly number[], from: Date, to: Date): Promise<Map<number, StatusHistory>> {
  const { rows } = await sql<{ unit_id: number, at: Date, meaning: Meaning }>`
    SELECT u.id AS unit_id, ${from}::timestamptz AS at, coalesce(before.meaning, after.meaning, CASE WHEN u.status_since <= ${from} THEN s.meaning ELSE 'off_duty' END) AS meaning
    FROM unit u JOIN unit_status s ON s.code = u.status
    LEFT JOIN LATERAL (SELECT m.meaning FROM unit_status_change c JOIN unit_status m ON m.code = c.to_status WHERE c.unit_id = u.id AND c.at <= ${from} ORDER BY c.at DESC, c.id DESC LIMIT 1) before ON true
    LEFT JOIN LATERAL (SELECT m.meaning FROM unit_status_change c JOIN unit_status m ON m.code = c.from_status WHERE c.unit_id = u.id AND c.at > ${from} ORDER BY c.at, c.id LIMIT 1) after ON true
    WHERE u.id = ANY(${[...unitIds]}::bigint[])
    UNION ALL
    SELECT c.unit_id, c.at, m.meaning FROM unit_status_change c JOIN unit_status m ON m.code = c.to_status
    WHERE c.unit_id = ANY(${[...unitIds]}::bigint[]) AND c.at > ${from} AND c.at < ${to}
    UNION ALL
    SELECT u.id, u.status_since, s.meaning FROM unit u JOIN unit_status s ON s.code = u.status
    WHERE u.id = ANY(${[...unitIds]}::bigint[]) AND u.status_since > ${from} AND u.status_since < ${to} AND NOT EXISTS (SELECT 1 FROM unit_status_change c WHERE c.unit_id = u.id)
    ORDER BY 1, 2`.execute(db)
  const histories = new Map<number, StatusHistory>()
  for (const { unit_id, at, meaning } of rows) {
    const history = histories.get(unit_id)
    if (!history) histories.set(unit_id, [[at.getTime(), meaning]])
    else if (history.at(-1)![1] !== meaning) history.push([at.getTime(), meaning])
  }
  return histories
}

/** What a unit was at an instant of its history; undefined before it begins. */
export function meaningAt(history: StatusHistory, at: number): Meaning | undefined {
  let meaning: Meaning | undefined
  for (const [since, each] of history) {
    if (since > at) break
    meaning = each
  }
  return meaning
}
