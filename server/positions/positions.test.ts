import { sql } from 'kysely'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { changeStatus } from '../dispatch/change-status.ts'
import { tidyTracks } from './retention.ts'
import type { UnitNow } from './units.ts'

let test: TestApp, administrator: Asker, key: string
const folder = mkdtempSync(join(tmpdir(), 'positions-'))
beforeAll(async () => {
  test = await startTestApp({ journalFolder: folder })
  administrator = await test.as('administrator')
  key = (await administrator('/api/gateways', { method: 'POST', payload: { name: '350M' } })).json().key
})
afterAll(async () => {
  await test.stop()
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.fixes'))).toEqual([])
  rmSync(folder, { recursive: true, force: true })
})

/** Units on duty that no other test uses. */
const unused = new Set<number>()
function unitOnDuty(): UnitNow {
  const unit = [...test.services.units.all()].find(({ id, meaning, fix }) => meaning === 'available' && fix && !unused.has(id))!
  unused.add(unit.id)
  return unit
}
const send = (payload: unknown, headers: Record<string, string> = {}) =>
  test.app.inject({ method: 'POST', url: '/api/positions', headers: { 'x-api-key': key, 'content-type': 'application/json', ...headers }, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) })
/** A fix so many seconds ago, so many metres north of where the unit was seeded. */
const fix = ({ id, fix: last }: UnitNow, secondsAgo: number, metres = 0, origin = last!) =>
  ({ unit: id, at: Date.now() - secondsAgo * 1000, longitude: origin.longitude, latitude: origin.latitude + metres / 111_000, heading: 90, speed_kmh: 30 })
const track = async (unit: UnitNow) => (await sql<{ at: Date }>`SELECT at FROM unit_track WHERE unit_id = ${unit.id} ORDER BY at`.execute(test.database.db)).rows.map(({ at }) => at.getTime())
const position = async (unit: UnitNow) => (await sql<{ at: Date, longitude: number }>`SELECT at, ST_X(geom) AS longitude FROM unit_position WHERE unit_id = ${unit.id}`.execute(test.database.db)).rows[0]
const become = (unit: UnitNow, to: string) => test.database.db.transaction().execute(transaction =>
  changeStatus(transaction, { unitId: unit.id, to, at: new Date(), actor: { accountId: null, name: '值班员' } }))

describe('reporting positions', () => {
  it('needs the key of a gateway, which an account of any role is not, and a disabled one neither', async () => {
    const payload = { fixes: [] }
    expect((await test.app.inject({ method: 'POST', url: '/api/positions', payload })).statusCode).toBe(401)
    expect((await send(payload, { 'x-api-key': 'wrong' })).statusCode).toBe(401)
    expect((await administrator('/api/positions', { method: 'POST', payload })).statusCode).toBe(401)
    expect((await test.app.inject({ method: 'POST', url: '/api/positions', payload, headers: { authorization: `Bearer ${key}` } })).statusCode).toBe(200)
    const other = (await administrator('/api/gateways', { method: 'POST', payload: { name: 'old' } })).json()
    expect((await send(payload, { 'x-api-key': other.key })).statusCode).toBe(200)
    expect((await administrator(`/api/gateways/${other.id}`, { method: 'DELETE' })).statusCode).toBe(204)
    expect((await send(payload, { 'x-api-key': other.key })).statusCode).toBe(401)
    expect((await administrator('/api/gateways', { method: 'POST', payload: { name: 'old' } })).statusCode).toBe(409)
    expect((await (await test.as('chief'))('/api/gateways')).statusCode).toBe(403)
    const { rows } = await sql`SELECT 1 FROM gateway WHERE encode(key_hash, 'escape') LIKE ${`%${key}%`}`.execute(test.database.db)
    expect(rows).toEqual([])
  })

  it('moves the unit on the map at once, and is in track and database soon', async () => {
    const unit = unitOnDuty(), older = fix(unit, 2), newer = fix(unit, 1, 20)
    expect((await send({ fixes: [older, newer] })).json()).toMatchObject({ accepted: 2, duplicate: 0, invalid: 0, errors: [] })
    expect(unit.fix).toMatchObject({ at: newer.at, latitude: newer.latitude, heading: 90, speedKmh: 30 })
    await vi.waitFor(async () => expect(await track(unit)).toEqual([older.at, newer.at]), { timeout: 5_000 })
    expect((await position(unit))!.at.getTime()).toBe(newer.at)
  })

  it('takes arrays and lines as well, by device key as well, and counts what is wrong without losing the rest', async () => {
    const unit = unitOnDuty(), other = unitOnDuty()
    expect((await send([fix(unit, 5)])).json()).toMatchObject({ accepted: 1 })
    const lines = [JSON.stringify({ ...fix(unit, 4), unit: unit.deviceKey }), '{"unit":', JSON.stringify({ ...fix(other, 4), latitude: 118 }), '', JSON.stringify({ ...fix(other, 3), at: new Date(Date.now() - 3_000).toISOString() }), JSON.stringify({ ...fix(other, 3), unit: 'NOBODY' })]
    const answer = (await send(lines.join('\n'), { 'content-type': 'application/x-ndjson' })).json()
    expect(answer).toMatchObject({ accepted: 2, invalid: 2, unknown_unit: 1 })
    expect(answer.errors).toMatchObject([{ pointer: '/fixes/1', value: '{"unit":' }, { pointer: '/fixes/2/latitude', value: 118 }])
    const old = (await send([{ ...fix(other, 0), at: Math.round(Date.now() / 1000) }])).json()
    expect(old.errors[0]).toMatchObject({ pointer: '/fixes/0/at', detail: expect.stringContaining('milliseconds') })
  })

  it('refuses what is no list of fixes, and too many at once', async () => {
    expect((await send({ positions: [] })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/body' }] })
    expect((await send(Array(10_001).fill({}))).json()).toMatchObject({ status: 400, errors: [{ pointer: '/body/fixes', value: 10_001 }] })
    expect((await send('[', {})).statusCode).toBe(400)
    expect((await send(`["${'x'.repeat(4 * 2 ** 20)}"]`)).statusCode).toBe(413)
  })

  it('a gateway that repeats its last hour changes nothing', async () => {
    const unit = unitOnDuty()
    const began = { ...unit.fix!, at: Date.now() - 3_590_000 }
    unit.fix = null
    const hour = Array.from({ length: 360 }, (_, i) => fix(unit, 3_580 - i * 9.9, i * 10, began))
    expect((await send(hour)).json()).toMatchObject({ accepted: 360 })
    await vi.waitFor(async () => expect(await track(unit)).toHaveLength(360), { timeout: 5_000 })
    const before = { fix: unit.fix, track: await track(unit), position: await position(unit), pending: test.services.positions.journalled }
    expect((await send(hour)).json()).toMatchObject({ accepted: 0, duplicate: 360 })
    expect((await send([...hour].reverse())).json()).toMatchObject({ accepted: 0, duplicate: 360 })
    expect({ fix: unit.fix, track: await track(unit), position: await position(unit), pending: test.services.positions.journalled }).toEqual(before)
  })

  it('of a clock ten minutes ahead is refused, of one ten minutes behind taken with its true age; both offsets are told', async () => {
    const unit = unitOnDuty(), other = unitOnDuty()
    other.fix = { ...other.fix!, at: Date.now() - 3_600_000 }
    const gateways = await Promise.all(['ahead', 'behind'].map(async name => (await administrator('/api/gateways', { method: 'POST', payload: { name } })).json().key as string))
    const before = { ...unit.fix }
    for (let i = 0; i < 3; i++) {
      expect((await send([fix(unit, -600)], { 'x-api-key': gateways[0]! })).json()).toMatchObject({ accepted: 0, future: 1 })
      expect((await send([fix(other, 600 - i * 0.01)], { 'x-api-key': gateways[1]! })).json()).toMatchObject({ accepted: 1 })
    }
    expect(unit.fix).toEqual(before)
    expect(Date.now() - other.fix.at).toBeGreaterThan(599_000)
    const listed = (await administrator('/api/gateways')).json() as { name: string, clock_offset_seconds: number, seen_at: string, counts: { future: number } }[]
    const of = (name: string) => listed.find(each => each.name === name)!
    expect(of('ahead').clock_offset_seconds).toBeCloseTo(600, -1)
    expect(of('behind').clock_offset_seconds).toBeCloseTo(-600, -1)
    expect(of('ahead').counts.future).toBe(3)
    expect(Date.parse(of('ahead').seen_at)).toBeGreaterThan(Date.now() - 60_000)
  })

  it('of a unit off duty reaches nothing; a unit that goes off duty leaves the map at once', async () => {
    const unit = unitOnDuty(), last = { ...unit.fix! }
    await send([fix(unit, 3)])
    await vi.waitFor(async () => expect(await track(unit)).toHaveLength(1), { timeout: 5_000 })
    await become(unit, 'off_duty')
    await vi.waitFor(() => expect(unit.fix).toBeNull())
    await vi.waitFor(async () => expect(await position(unit)).toBeUndefined())
    expect((await send([fix(unit, 1, 0, last)])).json()).toMatchObject({ accepted: 0, off_duty: 1 })
    await become(unit, 'available')
    await vi.waitFor(() => expect(unit.meaning).toBe('available'))
    // From before it came on duty.
    expect((await send([fix(unit, 30, 0, last)])).json()).toMatchObject({ accepted: 0, off_duty: 1 })
    expect((await send([fix(unit, 0, 0, last)])).json()).toMatchObject({ accepted: 1 })
    await vi.waitFor(async () => expect(await track(unit)).toHaveLength(2), { timeout: 5_000 })
  })

  it('is counted in the metrics', async () => {
    expect((await administrator('/metrics')).body).toMatch(/yizhangtu_fixes_total\{outcome="duplicate"\} 720/)
    // Once the last of them are written out.
    await vi.waitFor(async () => {
      const { body } = await administrator('/metrics')
      expect(body).toMatch(/yizhangtu_fixes_journalled 0\n/)
      expect(body).toMatch(/yizhangtu_fixes_write_lag_seconds 0\n/)
    }, { timeout: 10_000 })
    expect((await test.app.inject('/health')).json()).toEqual({ status: 'ok', redis: 'unused', mqtt: 'unused' })
  })
})

describe('the units as they are now', () => {
  it('are those on duty, encoded once, and not sent again to who has them', async () => {
    const answer = await (await test.as('wall'))('/api/units', { headers: { 'accept-encoding': 'identity' } })
    const { units } = answer.json() as { units: { id: number, meaning: string, fix: object | null }[] }
    const onDuty = [...test.services.units.all()].filter(({ meaning }) => meaning !== 'off_duty')
    expect(units.map(({ id }) => id)).toEqual(onDuty.map(({ id }) => id))
    expect(units.find(({ id }) => id === onDuty[0]!.id)).toEqual({
      id: onDuty[0]!.id, callsign: onDuty[0]!.callsign, kind: onDuty[0]!.kind, capabilities: onDuty[0]!.capabilities, status: onDuty[0]!.status, meaning: onDuty[0]!.meaning,
      status_since: expect.stringMatching(/Z$/), station_id: onDuty[0]!.stationId, shift_from: expect.any(String), shift_to: expect.any(String), crew: onDuty[0]!.crew, incident_id: null,
      fix: { longitude: expect.any(Number), latitude: expect.any(Number), at: expect.any(String), heading: onDuty[0]!.fix!.heading, speed_kmh: onDuty[0]!.fix!.speedKmh },
    })
    const again = await administrator('/api/units', { headers: { 'if-none-match': String(answer.headers.etag), 'accept-encoding': 'gzip' } })
    expect(again.statusCode).toBe(304)
    const unit = unitOnDuty()
    await become(unit, 'meal')
    await vi.waitFor(() => expect(unit.status).toBe('meal'))
    const zipped = await administrator('/api/units', { headers: { 'if-none-match': String(answer.headers.etag), 'accept-encoding': 'gzip' } })
    expect(zipped).toMatchObject({ statusCode: 200, headers: { 'content-encoding': 'gzip' } })
  })
})

describe('the track', () => {
  it('is dropped by days when it is older than it is kept, by one process at a time', async () => {
    const { db } = test.database
    await sql`SELECT ensure_track_partitions(now() - interval '40 days', now() - interval '35 days')`.execute(db)
    await sql`INSERT INTO unit_track (unit_id, at, geom) VALUES (1, now() - interval '36 days', ST_SetSRID(ST_MakePoint(118, 24), 4326))`.execute(db)
    await db.transaction().execute(async busy => {
      await sql`SELECT pg_advisory_xact_lock(20261122)`.execute(busy)
      expect(await tidyTracks(db, 30)).toBeUndefined()
    })
    expect(await tidyTracks(db, 30)).toBe(6)
    expect(await tidyTracks(db, 30)).toBe(0)
    expect((await sql`SELECT 1 FROM unit_track WHERE at < now() - interval '31 days'`.execute(db)).rows).toEqual([])
    expect((await sql`SELECT to_regclass('unit_track_' || to_char(now() AT TIME ZONE 'UTC' + interval '1 day', 'YYYY_MM_DD')) AS made`.execute(db)).rows).not.toEqual([{ made: null }])
  })
})
