import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { removeOffDuty } from './write-fixes.ts'

/** Tells this job from other uses of advisory locks. */
const lock = 20_261_122

/**
 * Drop the days of the track that are older than the retention time, make the partitions of today and tomorrow, take away
 * what positions a killed process left of units off duty. Of several processes one does it, the others find the lock taken.
 *
 * @returns how many days were dropped; undefined where another process is at it
 */
export function tidyTracks(db: Database, trackDays: number): Promise<number | undefined> {
  return db.transaction().execute(async transaction => {
    const { rows: [taken] } = await sql<{ ours: boolean }>`SELECT pg_try_advisory_xact_lock(${lock}) AS ours`.execute(transaction)
    if (!taken!.ours) return undefined
    const { rows: [row] } = await sql<{ dropped: number }>`SELECT drop_track_before(now() - make_interval(days => ${trackDays})) AS dropped`.execute(transaction)
    await sql`SELECT ensure_track_partitions(now(), now() + interval '1 day')`.execute(transaction)
    await removeOffDuty(transaction)
    return row!.dropped
  })
}
