import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/app.ts'
import { at, drawnNetwork, tenMetresASecond } from '../../tests/drawn-roads.ts'
import { metresBetween } from '../../server/network/metric.ts'
import { findLegs } from '../../server/network/route.ts'
import { snap } from '../../server/network/snap.ts'
import { pacesOf } from '../../server/network/speeds.ts'
import { createRandom } from '../random.ts'
import { Agenda } from './agenda.ts'
import { Calls } from './calls.ts'
import { fly, follow, patrolLegs } from './movement.ts'
import { readOptions } from './options.ts'
import type { PastCall } from './read-city.ts'
import { startSimulation } from './simulation.ts'
import { isDemonstration, prepareSimulator, renewShifts, takeStage } from './stage.ts'

const car = { kind: 'car' as const, siren: false, hour: 3 }
const paces = pacesOf(tenMetresASecond, car)
const grid = drawnNetwork([0, 100, 200].flatMap(k => [{ line: [[0, k], [100, k]] }, { line: [[100, k], [200, k]] }, { line: [[k, 0], [k, 100]] }, { line: [[k, 100], [k, 200]] }] as { line: [number, number][] }[]))
const on = (x: number, y: number) => snap(grid, ...at(x, y), { kind: 'car' })!

describe('movement', () => {
  it('follows a route at the speed of its roads and ends where the route does', () => {
    const way = findLegs(grid, on(20, 0), on(200, 150), car)!
    const legs = way.legs.values()
    const ride = follow(grid, on(20, 0), () => legs.next().value, paces, 1)
    let before = { longitude: at(20, 0)[0], latitude: 0 }
    for (let second = 1; second <= 33; second++) {
      const spot = ride.step(1)
      expect(metresBetween(before.longitude, before.latitude, spot.longitude, spot.latitude)).toBeLessThan(10.01)
      before = spot
    }
    expect(ride.finished).toBe(true)
    expect(metresBetween(before.longitude, before.latitude, ...at(200, 150))).toBeLessThan(0.1)
    expect(way.seconds).toBeCloseTo(33, 1)
  })

  it('patrols for hours without leaving the roads or going far from home', () => {
    const home = { longitude: at(100, 100)[0], latitude: at(100, 100)[1] }
    const ride = follow(grid, on(150, 100), patrolLegs(grid, createRandom(1, 'test'), on(150, 100), home, { kind: 'car', radius: 120, paces }), paces, 0.5)
    let turned = 0, heading = -1
    for (let i = 0; i < 2_000; i++) {
      const spot = ride.step(3)
      expect(snap(grid, spot.longitude, spot.latitude, { kind: 'car' })!.metres).toBeLessThan(0.1)
      expect(spot.speedKmh).toBeCloseTo(18, 5)
      if (Math.round(spot.heading!) !== heading) { turned++; heading = Math.round(spot.heading!) }
    }
    expect(ride.finished).toBe(false)
    expect(turned).toBeGreaterThan(50)
  })

  it('flies straight', () => {
    const flight = fly({ longitude: 0, latitude: 0, heading: null, speedKmh: 0 }, { longitude: at(0, 100)[0], latitude: at(0, 100)[1] }, 36)
    expect(flight.step(5)).toMatchObject({ heading: 0, speedKmh: 36, latitude: expect.closeTo(at(0, 50)[1], 8) })
    expect(flight.step(50)).toMatchObject({ speedKmh: 0, latitude: expect.closeTo(at(0, 100)[1], 8) })
    expect(flight.finished).toBe(true)
  })
})

describe('calls', () => {
  it('come in as often at each hour as they did, and as often in all as was asked', () => {
    const past = Array.from({ length: 2_400 }, (_, i): PastCall => ({ code: '010101', channel: 'call', hour: i % 3 ? 20 : i % 24, longitude: 118, latitude: 24, addressId: 7, location: null, kind: '盗窃' }))
    const calls = new Calls(past, createRandom(1, 'calls'), 50)
    expect(Array.from({ length: 24 }, (_, hour) => calls.rateAt(hour)).reduce((sum, rate) => sum + rate, 0) / 24).toBeCloseTo(50, 6)
    expect(calls.rateAt(20)).toBeGreaterThan(10 * calls.rateAt(4))
    const waits = Array.from({ length: 4_000 }, () => calls.wait(20))
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length * calls.rateAt(20) / 3600).toBeCloseTo(1, 1)
    expect(calls.draw(20)).toMatchObject({ taken_code: '010101', channel: 'call', longitude: 118, latitude: 24, address_id: 7 })
    expect(new Calls([], createRandom(1, 'none'), 50).wait(3)).toBe(Infinity)
  })
})

describe('the agenda', () => {
  afterEach(() => { vi.useRealTimers() })
  it('does what is due in its order, faster where time is', () => {
    vi.useFakeTimers()
    const agenda = new Agenda(10), done: string[] = []
    agenda.after(60, () => done.push('minute'))
    agenda.after(10, () => done.push('soon'))
    agenda.run()
    vi.advanceTimersByTime(6_000)
    agenda.run()
    expect(done).toEqual(['soon', 'minute'])
  })
})

describe('options', () => {
  it('say what is wrong with them', () => {
    expect(readOptions(['--speed', '4', '--dispatch', 'off', '--url', 'http://a:1/'])).toMatchObject({ url: 'http://a:1', speed: 4, dispatch: false, units: undefined, callsPerHour: 50 })
    expect(() => readOptions(['--speed', '99'])).toThrow('--speed is "99"; it must be a number from 1 to 20')
    expect(() => readOptions(['--dispatch', 'maybe'])).toThrow('--dispatch is "maybe"; it must be on or off')
  })
})

describe('the simulator', () => {
  let test: TestApp
  let url: string
  beforeAll(async () => {
    test = await startTestApp()
    url = await test.app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => { await test.stop() })

  it('renews shifts by whole days', async () => {
    const { db } = test.database
    const hours = () => sql<{ hours: string }>`SELECT string_agg(to_char(shift_from, 'HH24:MI') || to_char(shift_to - shift_from, 'HH24'), ' ' ORDER BY id) AS hours FROM unit`.execute(db)
    const before = (await hours()).rows
    await renewShifts(db)
    expect((await hours()).rows).toEqual(before)
    expect((await sql`SELECT 1 FROM unit WHERE shift_to <= now() OR shift_to > now() + interval '1 day 1 second'`.execute(db)).rows).toEqual([])
  })

  it('moves units, takes calls, sends units to them, and they set out', async () => {
    const { db } = test.database
    const network = await test.services.network.ready()
    const options = { url, units: undefined, callsPerHour: 2_000, speed: 20, fixesPerSecond: undefined, minutes: undefined, seed: 1, key: undefined, dispatch: true, quiet: true }
    const simulation = await startSimulation(db, network, 'Asia/Shanghai', await prepareSimulator(db), options)
    const seen = async () => (await sql<{ fixes: number, moved: number, calls: number, accepted: number }>`
      SELECT (SELECT count(*)::integer FROM unit_position WHERE at > now() - interval '1 minute') AS fixes,
        (SELECT count(*)::integer FROM unit_position WHERE at > now() - interval '1 minute' AND speed_kmh > 5) AS moved,
        (SELECT count(*)::integer FROM incident_event WHERE kind = 'taken' AND actor = '模拟器') AS calls,
        (SELECT count(*)::integer FROM assignment WHERE accepted_at IS NOT NULL) AS accepted`.execute(db)).rows[0]!
    let now = await seen()
    for (let i = 0; i < 90 && (now.fixes < 10 || now.moved < 2 || now.calls < 3 || now.accepted < 2); i++) {
      await sleep(1_000)
      now = await seen()
    }
    simulation.stop()
    expect(now.fixes, simulation.report()).toBeGreaterThanOrEqual(10)
    expect(now.moved, simulation.report()).toBeGreaterThanOrEqual(2)
    expect(now.calls, simulation.report()).toBeGreaterThanOrEqual(3)
    expect(now.accepted, simulation.report()).toBeGreaterThanOrEqual(2)
    // Nothing that it says is out of the world.
    expect(simulation.report()).not.toContain('impossible_speed')
  }, 150_000)

  it('plays on one stage only, and never in an imported city', async () => {
    const { url: database, db } = test.database
    const stopping = new AbortController()
    const leave = await takeStage(database, stopping.signal, () => {})
    let second = false
    const waiting = takeStage(database, stopping.signal, () => {}).then(async give => { second = !stopping.signal.aborted; await give() })
    await sleep(300)
    expect(second).toBe(false)
    stopping.abort()
    await waiting
    await leave()
    expect(await isDemonstration(db)).toBe(true)
    await sql`UPDATE setting SET value = value - 'seed' WHERE key = 'city'`.execute(db)
    expect(await isDemonstration(db)).toBe(false)
  })
})
