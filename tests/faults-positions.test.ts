// The database goes away under load, the app is killed between acknowledging and writing, a listener reads nothing.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startCluster, type Cluster } from '../server/boot/cluster.ts'
import { createDatabase, migrate, openDatabase, openPool, type Database } from '../server/database.ts'
import { openListener } from './listener.ts'
import { addCallers, addUnits, Convoy, keysOf, report, trackOf, type SentFix } from './position-load.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** How long the database is away; the promise is 30 s (`OUTAGE_SECONDS=30`). */
const outageSeconds = Number(process.env.OUTAGE_SECONDS ?? 4)
const unitCount = 500
const units = Array.from({ length: unitCount }, (_, i) => i + 1)

const folder = mkdtempSync(join(tmpdir(), 'faults-positions-'))
const socket = join(folder, 'socket'), journal = join(folder, 'journal')
let cluster: Cluster, db: Database, server: ServerProcess, callers: { account: Record<string, string>, gateway: Record<string, string> }
const start = async () => { server = await startServer(cluster.url('faults'), { JOURNAL_FOLDER: journal, POSITION_TICK_MS: '100' }) }

beforeAll(async () => {
  chmodSync(folder, 0o755)
  cluster = await startCluster(join(folder, 'data'), socket)
  await createDatabase(cluster.url('postgres'), 'faults')
  db = openDatabase(openPool(cluster.url('faults'), { poolSize: 2, statementTimeoutMs: 10_000 }))
  await migrate(db)
  await addUnits(db, unitCount)
  callers = await addCallers(db)
  await start()
})
afterAll(async () => {
  await server.stop()
  await db.destroy()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => sql`TRUNCATE unit_track`.execute(db))

const journalFiles = () => readdirSync(journal, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.fixes'))
const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`, { headers: callers.account })).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1])
}

describe('positions', () => {
  it(`go on while the database is away for ${outageSeconds} s, and every acknowledged one is in the track afterwards, once`, async () => {
    const listener = await openListener(server.url, callers.account)
    const convoy = new Convoy(), acknowledged: SentFix[] = []
    let loading = true
    const load = (async () => {
      for (let turn = 0; loading; turn = (turn + 1) % 5) {
        const fixes = convoy.next(units.slice(turn * 100, turn * 100 + 100))
        expect(await report(server.url, callers.gateway, fixes)).toMatchObject({ accepted: 100 })
        acknowledged.push(...fixes)
        await sleep(40)
      }
    })()
    await sleep(1_500)
    await cluster.stop()
    const stopped = Date.now()
    await vi.waitFor(() => expect(listener.of('health').at(-1)).toMatchObject({ database: 'down' }), { timeout: 5_000 })
    await sleep(outageSeconds * 1_000 - 300)
    // Still moving, on every open map.
    const newest = Math.max(...[...listener.positions.values()].map(({ at }) => at))
    expect(Date.now() - newest).toBeLessThan(1_500)
    expect(newest).toBeGreaterThan(stopped)
    expect(journalFiles().length).toBeGreaterThan(0)

    cluster = await startCluster(join(folder, 'data'), socket)
    await vi.waitFor(() => expect(listener.of('health').at(-1)).toMatchObject({ database: 'up' }), { timeout: 10_000 })
    await sleep(1_000)
    loading = false
    await load
    expect(acknowledged.length).toBeGreaterThan(outageSeconds * 1_000)
    await vi.waitFor(async () => expect(await metric('yizhangtu_fixes_journalled')).toBe(0), { timeout: 20_000, interval: 250 })
    expect(await trackOf(db)).toEqual(keysOf(acknowledged))
    listener.close()
    console.log(`${acknowledged.length} fixes acknowledged, ${outageSeconds} s without the database: all in the track, once each`)
  }, 120_000)

  it('that were acknowledged before the app was killed, and not written, are written by the next start, once', async () => {
    const convoy = new Convoy(), acknowledged: SentFix[] = []
    const blocker = openPool(cluster.url('faults'), { poolSize: 1, statementTimeoutMs: 0 })
    const client = await blocker.connect()
    await client.query('BEGIN; LOCK TABLE unit_track IN ACCESS EXCLUSIVE MODE')
    for (let round = 0; round < 20; round++) {
      const fixes = convoy.next(units, Date.now() + round)
      expect(await report(server.url, callers.gateway, fixes)).toMatchObject({ accepted: unitCount })
      acknowledged.push(...fixes)
    }
    await server.kill()
    expect(journalFiles().length).toBeGreaterThan(0)
    await client.query('ROLLBACK')
    expect(await trackOf(db)).toEqual([])
    client.release()
    await blocker.end()

    await start()
    await vi.waitFor(async () => expect(await trackOf(db)).toEqual(keysOf(acknowledged)), { timeout: 10_000, interval: 250 })
    const listener = await openListener(server.url, callers.account)
    const last = acknowledged.findLast(({ unit }) => unit === 7)!
    await vi.waitFor(() => expect(Math.abs(listener.positions.get(7)!.longitude - last.longitude)).toBeLessThan(0.6e-5))
    listener.close()
    // Sent again, because the gateway isn't sure: nothing changes.
    const again = await report(server.url, callers.gateway, acknowledged.slice(-unitCount))
    expect(again).toMatchObject({ accepted: 0, duplicate: unitCount })
    await vi.waitFor(async () => expect(await metric('yizhangtu_fixes_journalled')).toBe(0), { timeout: 5_000 })
    expect(await trackOf(db)).toEqual(keysOf(acknowledged))
    await server.stop()
    expect(journalFiles()).toEqual([])
    await start()
  }, 60_000)
})

describe('a listener that reads nothing', () => {
  it('costs a bounded amount of memory, harms nobody, and gets all positions when it reads again', async () => {
    const frozen = await openListener(server.url, callers.account), other = await openListener(server.url, callers.account)
    const convoy = new Convoy(), padding = 'x'.repeat(7_000)
    await report(server.url, callers.gateway, convoy.next(units))
    await vi.waitFor(() => expect(frozen.positions.size).toBe(unitCount))
    frozen.pause()
    const quiet = 2_000, loudness = 10_000
    let before = 0
    for (let i = 1; i <= loudness; i++) {
      await sql`SELECT announce_live('coverage', NULL, json_build_object('i', ${i}::integer, 'padding', ${padding}::text))`.execute(db)
      if (i % 100 === 0) await report(server.url, callers.gateway, convoy.next(units))
      // A process that just started grows by itself; from here on only what is kept for somebody adds up.
      if (i === quiet) before = await metric('yizhangtu_process_resident_memory_bytes')
    }
    // Coverage itself may have something to say in between.
    const heard = () => other.of('coverage').filter(({ i }) => i !== undefined)
    await vi.waitFor(() => expect(heard().at(-1).i).toBe(loudness), { timeout: 10_000 })
    expect(heard()).toHaveLength(loudness)
    expect(await metric('yizhangtu_live_listeners_behind')).toBe(1)
    // 56 MB were said since then, and would come on top of what the garbage collector leaves lying about (65 MB).
    expect(await metric('yizhangtu_process_resident_memory_bytes') - before).toBeLessThan(100 * 2 ** 20)
    const last = convoy.next(units)
    await report(server.url, callers.gateway, last)

    frozen.resume()
    await vi.waitFor(async () => expect(await metric('yizhangtu_live_listeners_behind')).toBe(0), { timeout: 10_000 })
    // The stream says whole 1e-5 degrees: half of one away at most.
    await vi.waitFor(() => expect(Math.abs(frozen.positions.get(3)!.longitude - last[2]!.longitude)).toBeLessThan(0.6e-5), { timeout: 5_000 })
    const missedFrom = frozen.events.findIndex(({ name }, i) => i > 3 && name === 'hello')
    expect(missedFrom).toBeGreaterThan(0)
    expect(frozen.events.slice(missedFrom).find(({ name }) => name === 'positions')!.data).toMatchObject({ full: true, n: unitCount })
    expect(frozen.of('coverage').filter(({ i }) => i !== undefined).length).toBeLessThan(loudness)
    frozen.close()
    other.close()
  }, 60_000)
})
