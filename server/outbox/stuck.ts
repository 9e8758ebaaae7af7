import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'

/** A delivery that failed twice or was given up; once is an accident. */
export const stuckAttempts = 2

/** Of a row `o` of the outbox. */
export const isStuck: RawBuilder<unknown> =
  sql`(o.delivered_at IS NULL AND o.cancelled_at IS NULL AND (o.given_up_at IS NOT NULL OR o.attempts >= ${sql.lit(stuckAttempts)}))`

export async function countStuck(db: Database): Promise<number> {
  return (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM outbox o WHERE ${isStuck}`.execute(db)).rows[0]!.n
}

/** Run a change of the outbox and, where it changes how many are stuck, tell open desks at commit. */
export async function announcingStuck<T>(transaction: Database, work: () => Promise<T>): Promise<T> {
  // One at a time, or two could each miss what the other changed.
  await sql`SELECT pg_advisory_xact_lock(hashtext('outbox stuck'))`.execute(transaction)
  const before = await countStuck(transaction)
  const done = await work()
  const after = await countStuck(transaction)
  if (after !== before) await sql`SELECT announce_live('outbox', NULL, json_build_object('stuck', ${after}::integer))`.execute(transaction)
  return done
}
