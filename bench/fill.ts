import { sql } from 'kysely'
import { migrate, openDatabase, openPool } from '../server/database.ts'
import { indexSearch } from '../server/search/index-search.ts'

/** Bring a database up to date and, where it is empty, seed the demonstration city. */
export async function fill(url: string, size: 'default' | 'city'): Promise<void> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0 }))
  await migrate(db)
  const { rows } = await sql`SELECT 1 FROM incident LIMIT 1`.execute(db)
  if (rows.length === 0) {
    const { seedWithProgress } = await import('../seed/progress.ts')
    await seedWithProgress(url, { size })
    await indexSearch(url)
  }
  await db.destroy()
}
