import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startCluster, type Cluster } from '../../server/boot/cluster.ts'
import { dataPath } from '../../server/boot/prepare.ts'
import { createDatabase, migrate, openDatabase, openPool } from '../../server/database.ts'
import { launchBrowser, visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { signIn } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 120_000 })

// A cluster of its own, so that stopping it disturbs no other test. Its socket moves with every start; a link stays.
const folder = mkdtempSync(join(tmpdir(), 'yizhangtu-outage-'))
const link = join(folder, 'socket')
let cluster: Cluster
let app: RunningApp
let browser: Browser

async function startDatabase(): Promise<void> {
  cluster = await startCluster(dataPath('test-outage'))
  const socket = decodeURIComponent(/host=([^&]*)/.exec(cluster.url('postgres'))![1]!)
  rmSync(link, { force: true })
  symlinkSync(socket, link)
}
const url = (database: string) => `postgresql://yizhangtu@/${database}?host=${encodeURIComponent(link)}`

beforeAll(async () => {
  await startDatabase()
  const name = `outage_${process.pid}`
  await createDatabase(url('postgres'), name)
  const db = openDatabase(openPool(url(name), { poolSize: 2, statementTimeoutMs: 60_000 }))
  await migrate(db)
  app = await startApp({
    url: url(name), db,
    async drop() {
      await db.destroy()
      const admin = openDatabase(openPool(url('postgres'), { poolSize: 1, statementTimeoutMs: 0 }))
      await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(admin)
      await admin.destroy()
    },
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('says since when the map is stale while the database is away, and recovers by itself', async () => {
  const me = await visit(browser)
  await signIn(me, app.url, await app.account('dispatcher'))
  me.allow(/503|500/)
  await cluster.stop()
  await me.page.getByRole('alert').getByText(/数据停更，自 \d\d:\d\d 起/).waitFor({ timeout: 20_000 })
  expect(await me.page.locator('canvas.maplibregl-canvas').count()).toBe(1)
  await me.picture('stale')
  await startDatabase()
  await me.page.getByText('数据停更').waitFor({ state: 'detached', timeout: 30_000 })
  expect(me.problems()).toEqual([])
  await me.close()
})
