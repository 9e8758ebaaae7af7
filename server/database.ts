import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

// Counts and ids stay below 2^53, so bigint comes as a number, with one exception: H3 cells, which are
// always selected as text or turned into hexadecimal in SQL.
pg.types.setTypeParser(pg.types.builtins.INT8, text => {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
})
// A date is a day, not an instant.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

// Tables are known by their declarations at run time, so the schema is open here. What callers ask of a layer's table
// goes through layers/source.ts.
export type Database = Kysely<any>

export interface DatabaseOptions {
  poolSize: number
  statementTimeoutMs: number
}

export function openPool(url: string, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize,
    connectionTimeoutMillis: 5_000,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'yizhangtu',
    keepAlive: true,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // The same for one that breaks while somebody holds it and asks nothing: their next query fails, and says so.
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

export const openDatabase = (pool: pg.Pool): Database => new Kysely({ dialect: new PostgresDialect({ pool }) })

/**
 * Bring the schema up to date, forward only, under Kysely's advisory lock.
 *
 * @returns names of the migrations that ran now
 * @throws {Error} the first failing migration's error; its transaction is rolled back
 */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: new SqlFiles(), allowUnorderedMigrations: false })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map(result => result.migrationName)
}

/** Migrations are plain SQL files named NNNN_what.sql. */
class SqlFiles implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const folder = fileURLToPath(new URL('../migrations/', import.meta.url))
    const files = readdirSync(folder).filter(name => name.endsWith('.sql')).sort()
    return Object.fromEntries(files.map(name => [name.slice(0, -4), {
      up: async (db: Database) => { await sql.raw(readFileSync(folder + name, 'utf8')).execute(db) },
    }]))
  }
}

/** Make the database unless it is there. `url` names any database of the server that exists. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
