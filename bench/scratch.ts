import { sql } from 'kysely'
import { createDatabase, migrate, openDatabase, openPool, type Database } from '../server/database.ts'

export interface Scratch { url: string, db: Database, drop(): Promise<void> }

/** A database of a benchmark's own with the schema and no rows, in the cluster of another one. */
export async function scratchDatabase(besides: string, name: string): Promise<Scratch> {
  const url = besides.replace(/(\/)[^/?]+(\?|$)/, `$1${name}$2`)
  const admin = openDatabase(openPool(besides, { poolSize: 1, statementTimeoutMs: 0 }))
  await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(admin)
  await createDatabase(besides, name)
  const db = openDatabase(openPool(url, { poolSize: 4, statementTimeoutMs: 0 }))
  await migrate(db)
  return {
    url, db,
    async drop() {
      await db.destroy()
      await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(admin)
      await admin.destroy()
    },
  }
}
