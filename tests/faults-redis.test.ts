// Two app processes share positions by Redis; Redis stops and comes back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ensurePackages } from '../server/boot/packages.ts'
import { changeStatus } from '../server/dispatch/change-status.ts'
import { emptyDatabase, type TestDatabase } from './database.ts'
import { freePort } from './free-port.ts'
import { openListener, type TestListener } from './listener.ts'
import { addCallers, addUnits, Convoy, keysOf, report, trackOf, type SentFix } from './position-load.ts'
import { runProgram, type Program } from './run-program.ts'
import { startServer, type ServerProcess } from './server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'faults-redis-'))
const units = Array.from({ length: 20 }, (_, i) => i + 1)
const convoy = new Convoy(), acknowledged: SentFix[] = []
let database: TestDatabase, redis: Program, port: number, servers: ServerProcess[], listeners: TestListener[]
let callers: { account: Record<string, string>, gateway: Record<string, string> }

const startRedis = async () => { redis = await runProgram('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], /Ready to accept connections/) }
const health = async (server: ServerProcess) => (await (await fetch(`${server.url}/health`)).json() as { redis: string }).redis

beforeAll(async () => {
  ensurePackages('redis-server')
  port = await freePort()
  await startRedis()
  database = await emptyDatabase()
  await addUnits(database.db, units.length)
  callers = await addCallers(database.db)
  const environment = { REDIS_URL: `redis://127.0.0.1:${port}`, JOURNAL_FOLDER: join(folder, 'journal'), POSITION_TICK_MS: '100' }
  servers = [await startServer(database.url, environment), await startServer(database.url, environment)]
  await vi.waitFor(async () => { for (const server of servers) expect(await health(server)).toBe('up') }, { timeout: 10_000 })
  listeners = await Promise.all(servers.map(server => openListener(server.url, callers.account)))
})
afterAll(async () => {
  for (const listener of listeners) listener.close()
  await Promise.all(servers.map(server => server.stop()))
  await redis.stop()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Report at one process and wait for it at both. @returns milliseconds until the other process's listener had all */
async function shared(at: 0 | 1): Promise<number> {
  const fixes = convoy.next(units)
  const began = Date.now()
  expect(await report(servers[at]!.url, callers.gateway, fixes)).toMatchObject({ accepted: units.length })
  acknowledged.push(...fixes)
  await vi.waitFor(() => {
    for (const { positions } of listeners) for (const { unit, longitude, latitude } of fixes) {
      expect(positions.get(unit)!.longitude).toBeCloseTo(longitude, 4)
      expect(positions.get(unit)!.latitude).toBeCloseTo(latitude, 4)
    }
  }, { timeout: 10_000, interval: 20 })
  return Date.now() - began
}

/** Within a second, though the machine may be busy: one of a few. The way by the database takes two or three. */
const promptly = (at: 0 | 1) => vi.waitFor(async () => expect(await shared(at)).toBeLessThan(1_000), { timeout: 20_000, interval: 100 })

it('positions that one process takes in are heard at the other within a tick', async () => {
  expect(listeners[1]!.of('hello')[0]).toMatchObject({ redis: 'up', health: { redis: 'up' } })
  await promptly(0)
  await promptly(1)
})

it('a fix that was sent to both counts once', async () => {
  expect(await report(servers[1]!.url, callers.gateway, acknowledged.slice(0, units.length))).toMatchObject({ accepted: 0, duplicate: units.length })
})

it('when Redis stops, all go on, say so, and read the others\' positions from the database; when it is back, they are fast again', async () => {
  await redis.stop()
  await vi.waitFor(async () => { for (const server of servers) expect(await health(server)).toBe('down') }, { timeout: 5_000 })
  for (const listener of listeners) expect(listener.of('health').at(-1)).toMatchObject({ database: 'up', redis: 'down' })
  expect(await shared(0)).toBeLessThan(6_000)
  expect(await shared(1)).toBeLessThan(6_000)

  await startRedis()
  await vi.waitFor(async () => { for (const server of servers) expect(await health(server)).toBe('up') }, { timeout: 10_000 })
  for (const listener of listeners) expect(listener.of('health').at(-1)).toMatchObject({ redis: 'up' })
  await promptly(0)
  await vi.waitFor(async () => expect(await trackOf(database.db)).toEqual(keysOf(acknowledged)), { timeout: 10_000 })
}, 60_000)

it('a unit that goes off duty leaves both maps and the database', async () => {
  await database.db.transaction().execute(transaction => changeStatus(transaction, { unitId: 1, to: 'off_duty', at: new Date(), actor: { accountId: null, name: '值班员' } }))
  await vi.waitFor(() => { for (const { positions } of listeners) expect(positions.has(1)).toBe(false) })
  await vi.waitFor(async () => expect((await sql`SELECT 1 FROM unit_position WHERE unit_id = 1`.execute(database.db)).rows).toEqual([]))
  for (const server of servers) expect(await report(server.url, callers.gateway, convoy.next([1]))).toMatchObject({ off_duty: 1 })
})
