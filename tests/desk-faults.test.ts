// The database goes away while calls are being taken: nothing is half written, and nothing is lost or made twice.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startCluster, type Cluster } from '../server/boot/cluster.ts'
import { createDatabase, migrate, openDatabase, openPool, type Database } from '../server/database.ts'
import { startTestApp, type Asker, type TestApp } from './app.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-faults-'))
const socket = join(folder, 'socket')
let cluster: Cluster, db: Database, test: TestApp, ask: Asker

beforeAll(async () => {
  // A folder that the cluster's user may enter.
  chmodSync(folder, 0o755)
  cluster = await startCluster(join(folder, 'data'), socket)
  await createDatabase(cluster.url('postgres'), 'desk')
  db = openDatabase(openPool(cluster.url('desk'), { poolSize: 2, statementTimeoutMs: 10_000 }))
  await migrate(db)
  await sql`INSERT INTO incident_type (code, name, name_en) VALUES ('01', '刑事', 'Criminal'), ('02', '治安', 'Public order')`.execute(db)
  test = await startTestApp({}, { url: cluster.url('desk'), db, drop: () => db.destroy() })
  ask = await test.as('dispatcher')
})
afterAll(async () => {
  await test.stop()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

const take = (request_key: string) => ask('/api/incidents', { method: 'POST', payload: { taken_code: '01', channel: 'call', longitude: 118.1, latitude: 24.5, request_key } })

it('calls that are taken while the database stops are refused with 503, and repeated afterwards make exactly one incident each', async () => {
  const keys: string[] = [], statuses: number[] = []
  let going = true
  // The first of them also find a month without a partition, all at once.
  const callers = Array.from({ length: 8 }, async () => {
    while (going) {
      const key = randomUUID()
      keys.push(key)
      const answer = await take(key)
      statuses.push(answer.statusCode)
      if (answer.statusCode !== 503) continue
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      await sleep(50)
    }
  })
  await vi.waitFor(() => expect(statuses.filter(status => status === 201).length).toBeGreaterThan(20), { timeout: 20_000 })
  await cluster.stop()
  await sleep(300)
  going = false
  await Promise.all(callers)
  expect(new Set(statuses)).toEqual(new Set([201, 503]))

  cluster = await startCluster(join(folder, 'data'), socket)
  await vi.waitFor(async () => expect((await test.app.inject('/ready')).statusCode).toBe(200), { timeout: 15_000 })
  const unsaid = keys.length
  for (const key of keys) for (let repeat = 0; repeat < 2; repeat++) expect((await take(key)).statusCode).toBe(201)

  const { rows: [kept] } = await sql<Record<string, number>>`SELECT
    (SELECT count(*) FROM incident)::integer AS incidents, (SELECT count(DISTINCT number) FROM incident)::integer AS numbers,
    (SELECT max(right(number, 5)::integer) FROM incident) AS last, (SELECT count(DISTINCT incident_id) FROM incident_event WHERE kind = 'taken')::integer AS taken,
    (SELECT count(*) FROM incident_event)::integer AS events, (SELECT count(*) FROM audit WHERE action = 'call taken')::integer AS audited,
    (SELECT sum(n) FROM incident_day WHERE resolution = 7 AND category = '')::integer AS counted`.execute(db)
  expect(kept).toEqual({ incidents: unsaid, numbers: unsaid, last: unsaid, taken: unsaid, events: unsaid, audited: unsaid, counted: unsaid })
}, 120_000)

it('a change that was cut off is either all there or not at all, and its repeat is heard once', async () => {
  const { id } = (await take(randomUUID())).json() as { id: number }
  const steps = ['dispatched', 'received', 'dispatched', 'received', 'dispatched', 'received', 'dispatched', 'received'].map(to => ({ to, request_key: randomUUID() }))
  const move = (step: object) => ask(`/api/incidents/${id}/status`, { method: 'POST', payload: step })
  const stopping = sleep(30).then(() => cluster.stop())
  let done = 0
  for (const step of steps) {
    const { statusCode } = await move(step)
    expect([200, 503]).toContain(statusCode)
    if (statusCode === 503) break
    done++
  }
  await stopping
  cluster = await startCluster(join(folder, 'data'), socket)
  await vi.waitFor(async () => expect((await test.app.inject('/ready')).statusCode).toBe(200), { timeout: 15_000 })
  for (const step of steps.slice(Math.max(0, done - 1))) expect((await move(step)).statusCode).toBe(200)
  const { rows: [kept] } = await sql<{ version: number, events: number, steps: number }>`
    SELECT version, (SELECT count(*)::integer FROM incident_event e WHERE e.incident_id = i.id AND kind = 'status') AS events, jsonb_array_length(timeline) AS steps FROM incident i WHERE id = ${id}`.execute(db)
  expect(kept).toEqual({ version: 1 + steps.length, events: steps.length, steps: 1 + steps.length })
}, 60_000)
