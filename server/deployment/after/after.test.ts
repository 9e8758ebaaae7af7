// The evening after, over HTTP: a plan that was solved and published, and what the tracks and the log say of its day.
import { cellToLatLng } from 'h3-js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cellOf } from '../../../layers/h3.ts'
import { dayAfter, localDay } from '../../../layers/time.ts'
import { startTestApp, type Asker, type TestApp } from '../../../tests/app.ts'
import { post } from '../../../tests/deployment.ts'
import { metresPerDegree } from '../../network/metric.ts'
import type { DeploymentPlan } from '../plans/plan.ts'
import type { Told } from '../solve/solved.ts'
import type { After } from './after.ts'

let test: TestApp, chief: Asker, result: Told, plan: DeploymentPlan, cars: { id: number, callsign: string, station_id: number }[]
const day = '2026-11-19', begin = Date.parse(`${day}T08:00:00Z`), today = localDay(new Date(), 'Asia/Shanghai'), at = (minutes: number) => new Date(begin + minutes * 60_000)
const after = async (asker: Asker = chief, of = day): Promise<After> => {
  const answer = await asker(`/api/deployment/plans/${plan.id}/after?day=${of}`)
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200)
  return answer.json()
}

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { db } = test.database
  chief = await test.as('chief')
  await test.services.network.ready()
  const solved = (await post(chief, 'runs', { selection: { from: '2026-01-01', to: '2026-11-15' }, model: 'maximal_covering', posts: 3, wait_ms: 30_000, sites: { junctions: { spacing_metres: 2_000 } } })).json()
  result = solved.result
  cars = (await sql<(typeof cars)[number]>`SELECT id::integer, callsign, station_id FROM unit WHERE kind = 'patrol_car' ORDER BY id LIMIT 2`.execute(db)).rows
  plan = (await post(chief, 'plans', { name: '中班警力', run_id: solved.id, valid_from: today })).json()
  expect((await chief(`/api/deployment/plans/${plan.id}/after?day=${today}`)).statusCode).toBe(409)
  expect((await post(chief, `plans/${plan.id}/publish`, {})).statusCode).toBe(200)
  // The evening of a day that is past, as if it had been published then: two posts with units, one without.
  for (const [i, site] of result.sites.entries()) await sql`INSERT INTO duty_post (plan_id, day, shift, site, name, unit_id, from_at, to_at, geom)
    VALUES (${plan.id}, ${day}, 'evening', ${site.id}, ${site.name}, ${cars[i]?.id ?? null}, ${at(0)}, ${at(480)}, ST_SetSRID(ST_MakePoint(${site.longitude}, ${site.latitude}), 4326))`.execute(db)

  await sql`SELECT ensure_track_partitions(${at(-60)}, ${at(600)})`.execute(db)
  await sql`DELETE FROM unit_track WHERE unit_id = ANY(${cars.map(({ id }) => id)}::bigint[])`.execute(db)
  await sql`DELETE FROM unit_status_change WHERE unit_id = ANY(${cars.map(({ id }) => id)}::bigint[])`.execute(db)
  for (const [unit, from, to, when] of [[0, 'off_duty', 'available', -10], [0, 'available', 'enroute', 120], [0, 'enroute', 'on_scene', 130], [0, 'on_scene', 'available', 160], [1, 'off_duty', 'available', -60], [1, 'available', 'off_duty', 240]] as const)
    await sql`INSERT INTO unit_status_change (unit_id, from_status, to_status, at, actor) VALUES (${cars[unit]!.id}, ${from}, ${to}, ${at(when)}, 'test')`.execute(db)
  // A fix a minute. The first: at its post, on a call from 120 to 160, back at 161, silent from 300 to 360, elsewhere after. The second at its post all the time, its receiver also after it went off duty.
  const first = result.sites[0]!, [perLongitude] = metresPerDegree(first.latitude), east = 1_500 / perLongitude
  await sql`INSERT INTO unit_track (unit_id, at, geom) SELECT ${cars[0]!.id}, ${at(0)}::timestamptz + m * interval '1 minute',
    ST_SetSRID(ST_MakePoint(${first.longitude} + CASE WHEN m BETWEEN 121 AND 160 OR m >= 360 THEN ${east}::float8 ELSE 0 END, ${first.latitude}), 4326) FROM generate_series(0, 479) m WHERE m NOT BETWEEN 301 AND 359`.execute(db)
  await sql`INSERT INTO unit_track (unit_id, at, geom) SELECT ${cars[1]!.id}, ${at(0)}::timestamptz + m * interval '1 minute', ST_SetSRID(ST_MakePoint(${result.sites[1]!.longitude}, ${result.sites[1]!.latitude}), 4326) FROM generate_series(0, 479) m`.execute(db)

  // Four calls of that evening and no others: one with its arrival in the timeline, a slow one, one whose unit's arrival alone was logged, one without. One that a patrol found, and one where the plan has no cell.
  await sql`DELETE FROM incident WHERE received_at >= ${at(0)} AND received_at < ${at(480)}`.execute(db)
  const cells = result.cells.cell, insert = async (n: number, [latitude, longitude]: [number, number], more: { timeline?: object[], channel?: string, precision?: string } = {}) => {
    await sql`INSERT INTO incident (id, number, received_at, local_day, taken_code, geom, cell, channel, time_precision, timeline, station_id) VALUES (${9_000_000 + n}, ${`T${n}`}, ${at(60 + n)}, ${day}, '0101', ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326),
      ${cellOf(longitude, latitude)}::bigint, ${more.channel ?? 'call'}, ${more.precision ?? 'minute'}, ${JSON.stringify(more.timeline ?? [])}::jsonb, ${cars[0]!.station_id})`.execute(db)
  }
  const step = (n: number, seconds: number) => [{ status: 'enroute', at: at(60 + n).toISOString(), actor: 'x' }, { status: 'on_scene', at: new Date(at(60 + n).getTime() + seconds * 1000).toISOString(), actor: 'x' }]
  await insert(1, cellToLatLng(cells[0]!), { timeline: step(1, 120) })
  await insert(2, cellToLatLng(cells[1]!), { timeline: step(2, 7_200) })
  await insert(3, cellToLatLng(cells[2]!))
  await insert(4, cellToLatLng(cells[3]!))
  await insert(5, cellToLatLng(cells[4]!), { channel: 'patrol' })
  await insert(6, [24.9, 119.3])
  // Of a day, nobody knows when: it may have been in the morning.
  await insert(7, cellToLatLng(cells[5]!), { precision: 'day' })
  await sql`INSERT INTO assignment (incident_id, received_at, unit_id, assigned_at, arrived_at, ended_at, ended) VALUES (9000003, ${at(63)}, ${cars[0]!.id}, ${at(63)}, ${at(66)}, ${at(70)}, 'done')`.execute(db)
  const { rows: [row] } = await sql<{ revision: number }>`SELECT revision::integer FROM layer_revision WHERE layer = 'incidents'`.execute(db)
  await vi.waitFor(() => expect(test.services.changes.revision('incidents').revision).toBe(row!.revision))
})
afterAll(() => test.stop())

describe('the evening after', () => {
  it('tells who stood at their posts: there, on a call, away and unknown, minute by minute', async () => {
    const { posts, complete, from, to, shift } = await after(), [first, second, third] = posts, rounded = (value: number) => Math.round(value * 480 * 100) / 100
    expect({ complete, from, to, shift }).toEqual({ complete: true, from: at(0).toISOString(), to: at(480).toISOString(), shift: null })
    const minutes = (each: typeof first) => [each!.on_post, each!.on_call, each!.away, each!.unknown, each!.off_duty].map(rounded)
    expect(minutes(first)).toEqual([259.5, 40, 120.5, 60, 0])
    expect(first).toMatchObject({ callsign: cars[0]!.callsign, first_there: at(0).toISOString(), last_there: at(300).toISOString() })
    // Off duty it is away, and where its receiver was then isn't looked at.
    expect(minutes(second)).toEqual([240, 0, 240, 0, 240])
    expect(second!.last_there).toBe(at(239).toISOString())
    expect(minutes(third)).toEqual([0, 0, 0, 480, 0])
    expect(third).toMatchObject({ unit_id: null, first_there: null })
  })

  it('holds the plan\'s seconds for each call beside the log\'s', async () => {
    const { incidents, notes } = await after(), { seconds, limit } = result.cells
    expect(notes.some(({ en }) => en === 'incidents whose hour isn\'t known, which are left out: 1')).toBe(true)
    expect(incidents).toMatchObject({ all: 4, reached: 3, elsewhere: 1 })
    expect(incidents.each.map(({ id, real_seconds: real }) => [id, real])).toEqual([[9_000_001, 120], [9_000_002, 7_200], [9_000_003, 180], [9_000_004, null]])
    expect(incidents.each.map(({ planned_seconds: each }) => each === null ? null : Math.round(each))).toEqual(seconds.slice(0, 4))
    expect(incidents.each.map(({ limit_seconds: each }) => each)).toEqual(limit.slice(0, 4))
    expect(incidents.real).toEqual({ share: 2 / 3, mean_seconds: 2_500, ninetieth_seconds: 7_200 })
    const share = (n: number) => seconds.slice(0, n).filter((each, i) => each !== null && each <= limit[i]!).length / n
    expect(incidents.planned.share).toBeCloseTo(share(4), 9)
    expect(incidents.planned_of_reached.share).toBeCloseTo(share(3), 9)
    const known = seconds.slice(0, 4).flatMap(each => each ?? [])
    expect(Math.abs(incidents.planned.mean_seconds! - known.reduce((a, b) => a + b, 0) / known.length)).toBeLessThan(0.51)
  })

  it('is of the caller\'s own stations: their incidents, their units', async () => {
    const { rows: [other] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' AND id <> ALL(${cars.map(car => car.station_id)}::integer[]) LIMIT 1`.execute(test.database.db)
    const { incidents, posts, notes } = await after(await test.as('analyst', other!.id))
    expect(incidents.all).toBe(0)
    expect(incidents.planned.share).toBeNull()
    expect(posts.map(({ unit_id: id }) => id)).toEqual([null])
    expect(notes.some(({ en }) => en.includes('not listed: 2'))).toBe(true)
  })

  it('of a shift that runs is of its hours until now, and says so', async () => {
    const { complete, posts, from } = await after(chief, today)
    expect(complete).toBe(false)
    expect(Date.parse(from)).toBeLessThan(Date.now())
    expect(posts).toHaveLength(3)
  })

  it('is refused to those who don\'t plan, for a day without duty, and is audited', async () => {
    expect((await (await test.as('dispatcher'))(`/api/deployment/plans/${plan.id}/after?day=${day}`)).statusCode).toBe(403)
    const none = await chief(`/api/deployment/plans/${plan.id}/after?day=${dayAfter(today, 5)}`)
    expect([none.statusCode, none.json().errors[0].pointer]).toEqual([400, '/query/day'])
    expect((await chief(`/api/deployment/plans/2000000/after?day=${day}`)).statusCode).toBe(404)
    const count = async () => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM audit WHERE action = 'duty looked back on'`.execute(test.database.db)).rows[0]!.n, before = await count()
    await after()
    expect(await count()).toBe(before + 1)
  })
})
