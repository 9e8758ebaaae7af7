import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { migrate, openDatabase, openPool, type Database } from '../server/database.ts'

export interface TestDatabase {
  url: string
  db: Database
  drop(): Promise<void>
}

/** A database of a test's own with the tiny city in it, copied in a fraction of a second. */
export const cityDatabase = (): Promise<TestDatabase> => make('test_template')

/** A database of a test's own with the schema and no rows. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const made = await make('template1')
  await migrate(made.db)
  return made
}

async function make(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = (database: string) => inject('clusterUrl').replace('DATABASE', database)
  const admin = openDatabase(openPool(url('postgres'), { poolSize: 1, statementTimeoutMs: 0 }))
  // A template may have no connections; copies from several workers wait for each other.
  await sql`SELECT pg_advisory_lock(7)`.execute(admin)
  await sql`CREATE DATABASE ${sql.id(name)} TEMPLATE ${sql.id(template)}`.execute(admin)
  await sql`SELECT pg_advisory_unlock(7)`.execute(admin)
  const db = openDatabase(openPool(url(name), { poolSize: 4, statementTimeoutMs: 60_000 }))
  return {
    url: url(name), db,
    async drop() {
      await db.destroy()
      await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(admin)
      await admin.destroy()
    },
  }
}
