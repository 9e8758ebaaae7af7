import pg from 'pg'
import { joinCluster } from './cluster.ts'
import { ensurePackages } from './packages.ts'
import { dataPath } from './prepare.ts'
import { readConfig } from '../config.ts'
import { createDatabase, migrate, openDatabase, openPool } from '../database.ts'

export const databaseName = 'yizhangtu'

export interface Connection { url: string, close(): Promise<void> }

/**
 * The database of DATABASE_URL, or of the private cluster: the running one where the app is up, otherwise started for
 * as long as it takes. The schema is brought up to date.
 */
export async function connect(): Promise<Connection> {
  const { databaseUrl } = readConfig()
  if (databaseUrl) {
    await upToDate(databaseUrl)
    return { url: databaseUrl, close: async () => {} }
  }
  ensurePackages('postgresql-15-postgis-3')
  const { cluster, started } = await joinCluster(dataPath('postgres'))
  const close = async () => {
    // An app that was started meanwhile has taken the cluster over: it is no longer ours to stop.
    if (started && !await inUse(cluster.url('postgres'))) await cluster.stop()
  }
  try {
    await createDatabase(cluster.url('postgres'), databaseName)
    await upToDate(cluster.url(databaseName))
  } catch (error) { await close(); throw error }
  return { url: cluster.url(databaseName), close }
}

async function upToDate(url: string): Promise<void> {
  const db = openDatabase(openPool(url, { poolSize: 2, statementTimeoutMs: 0 }))
  try { await migrate(db) } finally { await db.destroy() }
}

async function inUse(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`)
    return (rowCount ?? 0) > 0
  } finally { await client.end() }
}
