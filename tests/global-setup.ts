// Once a test run: packages, a private cluster of its own, and a database with the tiny city that tests copy.
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { dataPath } from '../server/boot/prepare.ts'
import { startCluster } from '../server/boot/cluster.ts'
import { ensurePackages } from '../server/boot/packages.ts'
import { createDatabase, migrate, openDatabase, openPool } from '../server/database.ts'
import { indexSearch } from '../server/search/index-search.ts'
import { seedCity } from '../seed/run.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the test cluster; `DATABASE` stands for the database's name. */
    clusterUrl: string
  }
}

/** The instant at which the tiny city's clock stands still. */
export const cityNow = new Date('2026-11-20T04:00:00Z')

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  ensurePackages('postgresql-15-postgis-3', 'chromium', 'fonts-noto-cjk', 'gdal-bin')
  const cluster = await startCluster(dataPath('test-postgres'))
  const admin = openDatabase(openPool(cluster.url('postgres'), { poolSize: 1, statementTimeoutMs: 0 }))
  // What an interrupted run left behind.
  const { rows } = await sql<{ name: string }>`SELECT datname AS name FROM pg_database WHERE datname LIKE 'test\\_%'`.execute(admin)
  for (const { name } of rows) await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(admin)
  await admin.destroy()
  await makeTemplate(cluster.url('postgres'), cluster.url('test_template'))
  project.provide('clusterUrl', cluster.url('DATABASE'))
  return cluster.stop
}

async function makeTemplate(adminUrl: string, url: string): Promise<void> {
  await createDatabase(adminUrl, 'test_template')
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0 }))
  await migrate(db)
  await db.destroy()
  await seedCity(url, { size: 'tiny', now: cityNow })
  await indexSearch(url)
}
