// Replay: for those who may, for a purpose, audited; on duty only.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { stepFor } from './read-replay.ts'

let test: TestApp
let chief: Asker
let station: number, other: number
let unit: number, stranger: number, standing: number

const start = Date.parse('2026-11-20T02:00:00Z')
const at = (minutes: number) => new Date(start + minutes * 60_000)

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { db } = test.database
  chief = await test.as('chief')
  const { rows } = await sql<{ id: number, station_id: number }>`SELECT DISTINCT ON (station_id) id, station_id FROM unit WHERE kind = 'patrol_car' ORDER BY station_id, id LIMIT 2`.execute(db)
  ;[{ id: unit, station_id: station }, { id: stranger, station_id: other }] = rows as [typeof rows[0], typeof rows[0]]
  standing = (await sql<{ id: number }>`SELECT id FROM unit WHERE station_id = ${station} AND id <> ${unit} ORDER BY id LIMIT 1`.execute(db)).rows[0]!.id
  await sql`SELECT ensure_track_partitions(${at(-60 * 24)}, ${at(60 * 24)})`.execute(db)
  // Every ten seconds for two hours; the first unit is off duty from minute 30 to minute 60.
  await sql`
    INSERT INTO unit_track (unit_id, at, geom) SELECT u.id, ${at(0)}::timestamptz + s * interval '10 seconds',
      (SELECT ST_StartPoint(geom) FROM road WHERE class = 'residential' ORDER BY id OFFSET (s / 60) % 20 LIMIT 1)
    FROM generate_series(0, 719) s, (VALUES (${unit}::bigint), (${stranger}::bigint), (${standing}::bigint)) u(id)`.execute(db)
  for (const [id, from, to, when] of [[unit, 'off_duty', 'patrolling', -120], [unit, 'patrolling', 'off_duty', 30], [unit, 'off_duty', 'patrolling', 60], [unit, 'patrolling', 'enroute', 90], [stranger, 'off_duty', 'patrolling', -10]] as const)
    await sql`INSERT INTO unit_status_change (unit_id, from_status, to_status, at, actor) VALUES (${id}, ${from}, ${to}, ${at(when)}, 'test')`.execute(db)
  // Never logged, and on its status for a few minutes only: what it was before isn't known.
  await sql`UPDATE unit SET status = 'patrolling', status_since = ${at(100)} WHERE id = ${standing}`.execute(db)
})
afterAll(() => test.stop())

const replay = (asker: Asker, more: Record<string, unknown> = {}) => asker('/api/replay', { method: 'POST', payload: { from: at(0).toISOString(), to: at(120).toISOString(), purpose: '复盘', ...more } })
const audited = async () => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM audit WHERE action = 'replay'`.execute(test.database.db)).rows[0]!.n

describe('replay', () => {
  it('is refused to those who may not, and not audited as a read', async () => {
    const before = await audited()
    for (const role of ['wall', 'analyst', 'community_officer', 'administrator'] as const) expect((await replay(await test.as(role))).statusCode, role).toBe(403)
    expect(await audited()).toBe(before)
    for (const role of ['dispatcher', 'chief', 'auditor'] as const) expect((await replay(await test.as(role))).statusCode, role).toBe(200)
    expect(await audited()).toBe(before + 3)
    const { rows: [entry] } = await sql<{ subject: string, detail: unknown }>`SELECT subject, detail FROM audit WHERE action = 'replay' ORDER BY id DESC LIMIT 1`.execute(test.database.db)
    expect(entry).toEqual({ subject: `${at(0).toISOString()}/${at(120).toISOString()}`, detail: { purpose: '复盘' } })
  })

  it('needs a purpose and a window of a day at most', async () => {
    const before = await audited()
    for (const [payload, pointer] of [[{ purpose: ' ' }, '/body/purpose'], [{ to: at(60 * 25).toISOString() }, '/body/to'], [{ to: at(-1).toISOString() }, '/body/to'], [{ from: 'yesterday' }, '/body/from'], [{ bbox: '1,2,3' }, '/body/bbox']] as const) {
      const answer = await replay(chief, payload)
      expect(answer.statusCode).toBe(400)
      expect(answer.json().errors[0].pointer).toBe(pointer)
    }
    expect(await audited()).toBe(before)
  })

  it('shows units on duty only, and says when they were not', async () => {
    const { tracks, step_seconds, truncated } = (await replay(chief)).json()
    expect({ step_seconds, truncated }).toEqual({ step_seconds: 5, truncated: false })
    const track = tracks.find((each: { unit_id: number }) => each.unit_id === unit)
    const minutes = (track.points as [number, number, number][]).map(([second]) => (second - start / 1000) / 60)
    expect(minutes.filter(minute => minute < 30)).toHaveLength(180)
    expect(minutes.filter(minute => minute >= 30 && minute < 60)).toHaveLength(0)
    expect(minutes.filter(minute => minute >= 60)).toHaveLength(360)
    expect(track.statuses).toEqual([[start / 1000, 'available'], [start / 1000 + 1800, 'off_duty'], [start / 1000 + 3600, 'available'], [start / 1000 + 5400, 'enroute']])
    const unlogged = tracks.find((each: { unit_id: number }) => each.unit_id === standing)
    expect(Math.min(...(unlogged.points as [number][]).map(([second]) => (second - start / 1000) / 60))).toBe(100)
  })

  it('is of the caller\'s own stations', async () => {
    const answer = (await replay(await test.as('dispatcher', station))).json()
    const ids = (answer.tracks as { unit_id: number }[]).map(each => each.unit_id)
    expect(ids).toContain(unit)
    expect(ids).not.toContain(stranger)
    const { rows: [count] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE geom IS NOT NULL AND station_id = ${station} AND received_at >= ${at(0)} AND received_at < ${at(120)}`.execute(test.database.db)
    expect((answer.incidents as { received_at: string }[]).filter(each => Date.parse(each.received_at) >= start)).toHaveLength(count!.n)
    expect((await replay(await test.as('dispatcher', other))).json().tracks.map((each: { unit_id: number }) => each.unit_id)).toEqual([stranger])
  })

  it('tells the course of incidents, not who did what', async () => {
    const { incidents } = (await replay(chief, { from: at(-600).toISOString() })).json()
    expect(incidents.length).toBeGreaterThan(0)
    expect(incidents.some((each: { timeline: unknown[] }) => each.timeline.length > 0)).toBe(true)
    for (const { timeline } of incidents) for (const entry of timeline) {
      expect(Object.keys(entry).sort()).toEqual(['at', 'status'])
      expect(Date.parse(entry.at)).toBeLessThan(at(120).getTime())
    }
  })

  it('takes longer steps for more units and longer windows', () => {
    expect([stepFor(10, at(0), at(60)), stepFor(1000, at(0), at(60 * 24)), stepFor(5000, at(0), at(60 * 24))]).toEqual([5, 300, 600])
  })

  it('knows coverage at an instant, by those who were on duty and free then', async () => {
    await test.services.network.ready()
    const { rules } = (await chief('/api/response-rules')).json()
    const id = rules.find((rule: { code: string }) => rule.code === 'bureau-5').id
    const unitsThen = async (minutes: number) => (await chief(`/api/replay/coverage?rule_id=${id}&at=${at(minutes).toISOString()}`)).json() as { as_of: string, units: number[], seconds: (number | null)[], void: { since: string | null }[] }
    const early = await unitsThen(10)
    expect(early.as_of).toBe(at(10).toISOString())
    expect(early.units.sort()).toEqual([unit, stranger].sort())
    expect(early.seconds.some(seconds => seconds !== null)).toBe(true)
    expect((await unitsThen(45)).units).toEqual([stranger])
    expect((await unitsThen(95)).units).toEqual([stranger])
    expect((await unitsThen(-30)).units).toEqual([])
    expect((await (await test.as('wall'))(`/api/replay/coverage?rule_id=${id}&at=${at(10).toISOString()}`)).statusCode).toBe(403)
    expect((await chief(`/api/replay/coverage?rule_id=${id}&at=2099-01-01T00:00:00Z`)).statusCode).toBe(409)
  })
})
