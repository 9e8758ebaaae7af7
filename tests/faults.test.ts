// The database goes away under a running server, and comes back.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startCluster, type Cluster } from '../server/boot/cluster.ts'
import { createDatabase, migrate, openDatabase, openPool } from '../server/database.ts'
import { startTestApp, type Asker, type TestApp } from './app.ts'

const folder = mkdtempSync(join(tmpdir(), 'faults-'))
const socket = join(folder, 'socket')
let cluster: Cluster, test: TestApp, ask: Asker

beforeAll(async () => {
  // A folder that the cluster's user may enter.
  chmodSync(folder, 0o755)
  cluster = await startCluster(join(folder, 'data'), socket)
  await createDatabase(cluster.url('postgres'), 'faults')
  const db = openDatabase(openPool(cluster.url('faults'), { poolSize: 2, statementTimeoutMs: 10_000 }))
  await migrate(db)
  test = await startTestApp({}, { url: cluster.url('faults'), db, drop: async () => { await db.destroy() } })
  ask = await test.as('dispatcher')
})
afterAll(async () => {
  await test.stop()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('when the database stops', () => {
  it('callers get 503 with a hint when to retry, open maps are told, and all recovers by itself', async () => {
    await test.app.listen({ host: '127.0.0.1', port: 0 })
    const heard = await listen()
    expect((await ask('/tiles/roads/10/0/0.mvt')).statusCode).toBe(204)
    expect(heard()).toContain('event: hello')

    await cluster.stop()
    await vi.waitFor(() => expect(heard()).toMatch(/event: health\ndata: \{"database":"down","since":"[^"]+","redis":"unused"\}/), { timeout: 5_000 })
    for (const url of ['/tiles/roads/10/0/0.mvt', '/cells/incidents?res=5', '/ogc/collections/roads/items', '/search?q=ab', '/api/city']) {
      const answer = await ask(url)
      expect(answer.statusCode, url).toBe(503)
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      expect(answer.json()).toMatchObject({ status: 503, title: 'Database unavailable' })
    }
    expect((await test.app.inject('/health')).statusCode).toBe(200)
    expect((await test.app.inject('/ready')).statusCode).toBe(503)

    cluster = await startCluster(join(folder, 'data'), socket)
    await vi.waitFor(() => expect(heard()).toContain('"database":"up"'), { timeout: 10_000 })
    await vi.waitFor(async () => expect((await ask('/tiles/roads/10/0/0.mvt')).statusCode).toBe(204), { timeout: 10_000 })
    expect((await test.app.inject('/ready')).statusCode).toBe(200)

    // Changes are heard again.
    await sql`UPDATE place_category SET name = name`.execute(test.services.db)
    await vi.waitFor(() => expect(heard()).toMatch(/event: revision\ndata: \{"layer":"places"/), { timeout: 2_000 })
  })

  it('a listener that comes back gets what it missed, and no more', async () => {
    const first = await listen()
    await sql`UPDATE place_category SET name = name`.execute(test.services.db)
    await vi.waitFor(() => expect(first()).toContain('event: revision'))
    const ids = [...first().matchAll(/^id: (\d+)$/gm)].map(match => match[1]!)
    await sql`UPDATE incident_type SET name = name`.execute(test.services.db)
    await vi.waitFor(() => expect(first()).toContain('"layer":"incidents"'))
    const second = await listen(ids.at(-1))
    await vi.waitFor(() => expect(second()).toContain('"layer":"incidents"'))
    expect(second()).not.toContain('event: hello')
    expect(second()).not.toContain('"layer":"places"')
    // An id of another process is unknown: everything anew.
    const third = await listen('17')
    await vi.waitFor(() => expect(third()).toContain('event: hello'))
  })
})

/** Listen to /live over a real connection. @returns what was heard so far */
async function listen(lastEventId?: string): Promise<() => string> {
  const { port } = test.app.server.address() as AddressInfo
  const cookie = (await ask('/api/session')).raw.req.headers.cookie as string
  let text = ''
  httpGet({ port, path: '/live', headers: { cookie, ...(lastEventId && { 'last-event-id': lastEventId }) } }, response => {
    response.setEncoding('utf8').on('data', chunk => { text += chunk }).on('error', () => {})
  }).on('error', () => {})
  await sleep(100)
  return () => text
}
