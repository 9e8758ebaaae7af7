import { sql } from 'kysely'
import type { Database } from '../../database.ts'

/**
 * Write down how the posts that hold now stand, so that open maps hear when a shift begins or ends, or somebody comes or goes. Looks
 * before it writes: a statement that changes no row would bump the layer's revision too.
 */
export async function keepDuty(db: Database): Promise<void> {
  const { rows } = await sql<{ id: number, now: string | null }>`
    SELECT id, m.stands AS now FROM (SELECT id, told FROM duty_post WHERE told IS NOT NULL) d
    FULL JOIN (SELECT id, concat_ws(' ', state, there, callsigns) AS stands FROM duty_post_on_map) m USING (id) WHERE d.told IS DISTINCT FROM m.stands`.execute(db)
  if (rows.length === 0) return
  await sql`UPDATE duty_post d SET told = n.now FROM unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ now }) => now)}::text[]) AS n(id, now) WHERE d.id = n.id`.execute(db)
}
