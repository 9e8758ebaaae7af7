import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Speeds } from './speeds.ts'

/** Keep speeds and tell every process, which then counts with them. */
export async function saveSpeeds(db: Database, speeds: Speeds): Promise<void> {
  await db.transaction().execute(async transaction => {
    await sql`INSERT INTO setting (key, value) VALUES ('speeds', ${JSON.stringify(speeds)}::jsonb)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`.execute(transaction)
    await sql`SELECT announce_live('settings', NULL, json_build_object('what', 'speeds'))`.execute(transaction)
  })
}
