import { sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * Write down which zones began or ended to hold with the clock, so that open maps hear of it. Looks before it writes:
 * a statement that changes no row would bump the layer's revision too.
 */
export async function keepZoneStates(db: Database, now = new Date()): Promise<void> {
  const { rows } = await sql<{ id: number }>`SELECT z.id FROM zone z WHERE z.state <> ${stateOf(now)}`.execute(db)
  if (rows.length > 0) await sql`UPDATE zone z SET state = ${stateOf(now)}, updated_at = now() WHERE z.id = ANY(${rows.map(({ id }) => id)}::integer[])`.execute(db)
}

const stateOf = (now: Date) => sql`zone_state(z.valid_from, z.valid_to, z.withdrawn_at, ${now}::timestamptz)`
