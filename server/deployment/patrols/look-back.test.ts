// Planned against done, over HTTP: a patrol of a past evening, and the track of its unit, half a minute after half a minute.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayAfter, localDay } from '../../../layers/time.ts'
import { startTestApp, type Asker, type TestApp } from '../../../tests/app.ts'
import { metresPerDegree } from '../../network/metric.ts'
import type { ComplianceTold } from './look-back.ts'
import type { Patrol } from './schemas.ts'

let test: TestApp, chief: Asker, car: { id: number, callsign: string, station_id: number }, home: { longitude: number, latitude: number }, id: number
const day = '2026-11-19', begin = Date.parse(`${day}T08:00:00Z`), at = (minutes: number) => new Date(begin + minutes * 60_000)
const compliance = async (of = id, asker = chief): Promise<ComplianceTold> => {
  const answer = await asker(`/api/deployment/patrols/${of}/compliance`)
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200)
  return answer.json()
}
const planned: [stop: string, arrive: number, leave: number][] = [['gate', 10, 22], ['market', 60, 72], ['gate', 130, 142], ['market', 180, 192], ['gate', 240, 252], ['gate', 360, 372], ['market', 460, 472]]

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { db } = test.database
  chief = await test.as('chief')
  await test.services.network.ready()
  car = (await sql<typeof car>`SELECT id::integer, callsign, station_id FROM unit WHERE kind = 'patrol_car' ORDER BY id LIMIT 1`.execute(db)).rows[0]!
  home = (await sql<typeof home>`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM facility WHERE kind = 'station' ORDER BY id LIMIT 1`.execute(db)).rows[0]!
  const [perLongitude] = metresPerDegree(home.latitude), east = (metres: number) => home.longitude + metres / perLongitude
  const minutesOf = { least_minutes: 10, most_minutes: 16, every_minutes: 120, zone_id: null, incidents: null }
  const stops: Patrol['stops'] = ['gate', 'market', 'nobody'].map((stop, i) => ({ id: stop, name: stop, longitude: east(1_500 * i), latitude: home.latitude, weight: 1, ...minutesOf }))
  const tours: Patrol['tours'] = [{
    unit_id: car.id, callsign: car.callsign, kind: 'patrol_car', from: at(0).toISOString(), to: at(480).toISOString(), start: { ...home, name: 'station' }, meal: null, travel_minutes: 30, free_minutes: 60, detour: 1, unpredictability: null,
    visits: planned.map(([stop, arrive, leave]) => ({ stop, arrive: at(arrive).toISOString(), leave: at(leave).toISOString() })),
  }]
  id = (await sql<{ id: number }>`INSERT INTO patrol_plan (name, day, shift, from_at, to_at, seed, asked, settings, stops, tours, unserved, notes, status, author_id, author, published_at, published_by)
    VALUES ('昨夜', ${day}, 'evening', ${at(0)}, ${at(480)}, 1, '{}', ${JSON.stringify({ least_minutes: 10, most_minutes: 16, every_minutes: 120, again_minutes: 30, best_guess: 0.5 })}, ${JSON.stringify(stops)}, ${JSON.stringify(tours)}, '[]', '[]',
      'published', 1, '测试', ${at(-60)}, '测试') RETURNING id`.execute(db)).rows[0]!.id
  await sql`SELECT ensure_track_partitions(${at(-60)}, ${at(600)})`.execute(db)
  await sql`DELETE FROM unit_track WHERE unit_id = ${car.id}`.execute(db)
  await sql`DELETE FROM unit_status_change WHERE unit_id = ${car.id}`.execute(db)
  for (const [from, to, when] of [['off_duty', 'patrolling', -30], ['patrolling', 'enroute', 125], ['enroute', 'on_scene', 135], ['on_scene', 'patrolling', 160]] as const)
    await sql`INSERT INTO unit_status_change (unit_id, from_status, to_status, at, actor) VALUES (${car.id}, ${from}, ${to}, ${at(when)}, 'test')`.execute(db)
  // At the gate from 10 to 22; at the market from 80 to 92, 180 to 185 and 460 to 472; else 3 km off. Silent from 230 to 260.
  await sql`INSERT INTO unit_track (unit_id, at, geom) SELECT ${car.id}, ${at(0)}::timestamptz + m * interval '1 minute', ST_SetSRID(ST_MakePoint(CASE WHEN m BETWEEN 10 AND 22 THEN ${east(0)}::float8
      WHEN m BETWEEN 80 AND 92 OR m BETWEEN 180 AND 185 OR m BETWEEN 460 AND 472 THEN ${east(1_500)}::float8 ELSE ${east(-3_000)}::float8 END, ${home.latitude}), 4326)
    FROM (SELECT n / 2.0 AS m FROM generate_series(0, 959) n) minutes WHERE m <= 230 OR m >= 260`.execute(db)
})
afterAll(() => test.stop())

describe('a patrol, afterwards', () => {
  it('is told visit by visit: done, late, missed for a call, short, unknown, missed', async () => {
    const { visits, complete, notes } = await compliance()
    expect(complete).toBe(true)
    expect(visits.map(({ stop, done, on_call: call }) => [stop, done, call])).toEqual([
      ['gate', 'done', false], ['market', 'late', false], ['gate', 'missed', true], ['market', 'short', false], ['gate', 'unknown', false], ['gate', 'missed', false], ['market', 'done', false],
    ])
    expect(visits[1]).toMatchObject({ arrive: at(60).toISOString(), arrived: at(79.75).toISOString(), left: at(92.25).toISOString(), minutes: 12.5, late_minutes: 19.8 })
    expect(visits[2]).not.toHaveProperty('arrived')
    expect(notes.some(({ zh }) => zh.includes('不算缺勤'))).toBe(true)
  })

  it('is summed up by stop and by unit', async () => {
    const { stops, units } = await compliance()
    expect(stops).toMatchObject([
      { stop: 'gate', unit_id: car.id, planned: 4, done: 1, late: 0, short: 0, missed: 2, unknown: 1, on_call: 1, minutes_planned: 48, minutes_done: 12.5, longest_gap_minutes: 457.8, unplanned: 0, radius_metres: 80 },
      { stop: 'market', planned: 3, done: 2, late: 1, short: 1, missed: 0, unknown: 0, on_call: 0, minutes_planned: 36, minutes_done: 30.5, longest_gap_minutes: 274.5, unplanned: 0 },
      { stop: 'nobody', unit_id: null, planned: 0, done: 0, longest_gap_minutes: null },
    ])
    expect(units).toMatchObject([{ unit_id: car.id, callsign: car.callsign, planned: 7, done: 3, share: 3 / 7, on_call: 1, on_call_minutes: 35, off_duty_minutes: 0, without_fix_minutes: 30, minutes_planned: 84, minutes_done: 43 }])
  })

  it('knows nothing of where a unit was off duty: what it missed then it missed', async () => {
    await sql`INSERT INTO unit_status_change (unit_id, from_status, to_status, at, actor) VALUES (${car.id}, 'patrolling', 'off_duty', ${at(455)}, 'test')`.execute(test.database.db)
    const { visits, units } = await compliance()
    expect(visits.at(-1)).toMatchObject({ stop: 'market', done: 'missed' })
    expect(visits.at(-1)).not.toHaveProperty('arrived')
    expect(units[0]).toMatchObject({ off_duty_minutes: 25, done: 2 })
  })

  it('of a unit whose log says nothing of the time is unknown, and its track isn\'t read', async () => {
    const { db } = test.database
    await sql`DELETE FROM unit_status_change WHERE unit_id = ${car.id}`.execute(db)
    await sql`UPDATE unit SET status = 'patrolling', status_since = ${at(450)} WHERE id = ${car.id}`.execute(db)
    const { visits, units } = await compliance()
    expect(visits.map(({ done }) => done)).toEqual([...Array(6).fill('unknown'), 'done'])
    expect(units[0]).toMatchObject({ off_duty_minutes: 0, without_fix_minutes: 450 })
  })

  it('is looked at by those who plan, of their own stations, and that is audited', async () => {
    expect((await (await test.as('dispatcher'))(`/api/deployment/patrols/${id}/compliance`)).statusCode).toBe(403)
    const { rows: [other] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' AND id <> ${car.station_id} LIMIT 1`.execute(test.database.db)
    const { units, stops } = await compliance(id, await test.as('analyst', other!.id))
    expect([units, stops.map(({ stop }) => stop)]).toEqual([[], ['nobody']])
    const { rows } = await sql`SELECT 1 FROM audit WHERE action = 'patrol looked back on' AND subject = ${`patrol_plan/${id}`}`.execute(test.database.db)
    expect(rows.length).toBeGreaterThanOrEqual(2)
  })

  it('while the shift runs counts what is over, and before it began there is nothing', async () => {
    const [today, hour] = [localDay(new Date(), 'Asia/Shanghai'), (new Date().getUTCHours() + 8) % 24], hours = [23, 0, 1].map(more => (hour + more) % 24)
    await sql`UPDATE setting SET value = value || ${JSON.stringify([{ id: 'now', label: { zh: '此刻', en: 'Now' }, hours }])}::jsonb WHERE key = 'shifts'`.execute(test.database.db)
    const ask = { name: '此刻', shift: 'now', stops: [{ longitude: home.longitude + 0.003, latitude: home.latitude }], units: [{ unit_id: car.id }], settings: { every_minutes: 30, again_minutes: 0 } }
    const make = async (of: string) => {
      const { id: made } = (await chief('/api/deployment/patrols', { method: 'POST', payload: { ...ask, day: of } })).json()
      expect((await chief(`/api/deployment/patrols/${made}/compliance`)).statusCode).toBe(409)
      return (await chief(`/api/deployment/patrols/${made}/publish`, { method: 'POST', payload: {} })).json() as Patrol & { id: number }
    }
    const running = await make(hour === 0 ? dayAfter(today, -1) : today), before = Date.now(), { complete, units } = await compliance(running.id)
    const over = (instant: number) => running.tours[0]!.visits.filter(({ leave }) => Date.parse(leave) <= instant).length
    expect(complete).toBe(false)
    expect(units[0]!.planned).toBeGreaterThan(0)
    expect([over(before), over(Date.now())]).toContain(units[0]!.planned)
    const later = await make(dayAfter(today, 2)), answer = await chief(`/api/deployment/patrols/${later.id}/compliance`)
    expect([answer.statusCode, answer.json().detail_zh]).toEqual([409, '“此刻”的班次尚未开始'])
  })
})
