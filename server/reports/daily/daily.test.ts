import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellOf } from '../../../layers/h3.ts'
import { startTestApp, type Asker, type TestApp } from '../../../tests/app.ts'
import { cityNow } from '../../../tests/global-setup.ts'
import { keepDailyReport, makeDailyReport, type DailyReport } from './daily-report.ts'
import { dueDays, makeDueReports, startDailyReports } from './morning.ts'
import { hotness } from './new-hot.ts'
import { spansOf } from './spans.ts'

let test: TestApp, station: DailyReport['station'], other: number, stations: number
const timeZone = 'Asia/Shanghai', day = '2026-11-19'
const local = (text: string) => new Date(`${text}+08:00`)
const make = () => makeDailyReport(test.database.db, station, day, timeZone, cityNow)

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { rows } = await sql<DailyReport['station']>`
    SELECT d.id, d.name, d.name_en FROM division d JOIN incident i ON i.station_id = d.id AND i.local_day > '2026-09-01' WHERE d.kind = 'station' GROUP BY d.id ORDER BY count(*) DESC, d.id LIMIT 2`.execute(test.database.db)
  ;[station, { id: other }] = rows as [DailyReport['station'], DailyReport['station']]
  stations = (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM division WHERE kind = 'station'`.execute(test.database.db)).rows[0]!.n
})
afterAll(() => test.stop())

/** Incidents at one point of the station, one an hour from an instant on. */
const insert = (n: number, from: string, [x, y]: [number, number], more: { addressId?: number, tag: string }) => sql`
  INSERT INTO incident (number, received_at, local_day, taken_code, station_id, address_id, geom, cell)
  SELECT ${more.tag} || i, t, (t AT TIME ZONE ${timeZone})::date, '010201', ${station.id}, ${more.addressId ?? null}, ST_SetSRID(ST_MakePoint(${x}, ${y}), 4326), ${cellOf(x, y)}::bigint
  FROM generate_series(1, ${n}::integer) i, LATERAL (SELECT ${from}::timestamptz + i * interval '1 hour' AS t) x`.execute(test.database.db)

describe('a daily report', () => {
  it('counts what SQL counts, day by day and week by week', async () => {
    const { incidents } = await make()
    const count = async (from: string, to: string, top = '') => (await sql<{ n: number }>`
      SELECT count(*)::integer AS n FROM incident WHERE station_id = ${station.id} AND received_at >= ${local(from)} AND received_at < ${local(to)} AND code LIKE ${top} || '%'`.execute(test.database.db)).rows[0]!.n
    const shifted = (date: string, days: number) => `${new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)}T00:00:00`
    const range = async (from: number, to: number, top = '') => {
      const before = (await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(week => count(shifted(day, from - 7 * week), shifted(day, to - 7 * week), top)))).sort((a, b) => a - b)
      return { today: await count(shifted(day, from), shifted(day, to), top), expected: (before[3]! + before[4]!) / 2, low: before[0], high: before[7] }
    }
    expect(incidents).toMatchObject({ ...await range(0, 1), weeks: 8 })
    expect(incidents.week).toMatchObject(await range(-6, 1))
    expect(incidents.week.today).toBeGreaterThan(0)
    expect(incidents.by_top.find(({ code }) => code === '03')).toMatchObject({ label: { zh: '交通' }, ...await range(0, 1, '03') })
    expect(incidents.week.by_top.reduce((sum, { today }) => sum + today, 0)).toBe(incidents.week.today)
  })

  it('calls hot what the weeks before don\'t explain, after correction', () => {
    // 9 in a week after 8 in eight weeks: P(X >= 9 of 17 at 1/9) is about 2e-5; 2 after none is too few; 1 a week is usual.
    const [hot, few, usual, none] = hotness([[9, 8], [2, 0], [1, 8], [0, 0]])
    expect([hot!.hot, few!.hot, usual!.hot, none!.hot]).toEqual([true, false, false, false])
    expect(hot!.p).toBeLessThan(1e-4)
    expect(hot!.p_adjusted).toBeCloseTo(hot!.p * 3, 12)
    expect(usual!.p).toBeGreaterThan(0.5)
    // Among four hundred cells the same three incidents are nothing.
    expect(hotness([[3, 0]])[0]!.hot).toBe(true)
    expect(hotness([[3, 0], ...Array.from({ length: 400 }, () => [1, 8] as const)])[0]!.hot).toBe(false)
  })

  it('names cells that became hot this week, and not those that were hot before', async () => {
    const { rows: doors } = await sql<{ x: number, y: number, road: string }>`
      SELECT DISTINCT ON (h3_parent(cell, 8)) ST_X(geom) AS x, ST_Y(geom) AS y, parts->>'road' AS road FROM address WHERE station_id = ${station.id} AND level = 'building' AND parts ? 'road' ORDER BY h3_parent(cell, 8), id LIMIT 2`.execute(test.database.db)
    const [fresh, known] = doors as [typeof doors[0], typeof doors[0]]
    const before = (await make()).new_hot.length
    await insert(12, '2026-11-14 01:00+08', [fresh.x, fresh.y], { tag: 'N' })
    await insert(12, '2026-11-07 01:00+08', [known.x, known.y], { tag: 'K' })
    await insert(12, '2026-11-14 01:00+08', [known.x, known.y], { tag: 'L' })
    const { new_hot: hot } = await make()
    expect(hot).toHaveLength(before + 1)
    expect(hot[0]!.count).toBeGreaterThanOrEqual(12)
    expect(hot[0]!.name, 'the door where they happened').toContain(fresh.road)
  })

  it('lists addresses with three calls or more in the week', async () => {
    const { rows: [door] } = await sql<{ id: number, x: number, y: number, full_text: string }>`SELECT a.id, ST_X(a.geom) AS x, ST_Y(a.geom) AS y, full_text FROM address a
      WHERE station_id = ${station.id} AND level = 'building' AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.address_id = a.id) LIMIT 1`.execute(test.database.db)
    const listed = async () => (await make()).repeat_addresses.find(each => each.address_id === door!.id)
    await insert(2, '2026-11-18 01:00+08', [door!.x, door!.y], { addressId: door!.id, tag: 'P' })
    expect(await listed()).toBeUndefined()
    await insert(1, '2026-11-19 22:59+08', [door!.x, door!.y], { addressId: door!.id, tag: 'Q' })
    expect(await listed()).toMatchObject({ address: door!.full_text, count: 3, last_at: '2026-11-19T15:59:00.000Z' })
    // A minute later it is the next day's.
    await insert(1, '2026-11-19 23:00+08', [door!.x, door!.y], { addressId: door!.id, tag: 'R' })
    expect((await listed())!.count).toBe(3)
  })

  it('says of each zone how much more happened inside, what was said anew and what ends', async () => {
    const { db } = test.database, { rows: [at] } = await sql<{ x: number, y: number }>`SELECT ST_X(p) AS x, ST_Y(p) AS y FROM division d, LATERAL (SELECT ST_PointOnSurface(d.geom) AS p) c WHERE d.id = ${station.id}`.execute(db)
    const box = (size: number) => sql`ST_Multi(ST_MakeEnvelope(${at!.x - size}, ${at!.y - size}, ${at!.x + size}, ${at!.y + size}, 4326))`
    const { rows: [zone] } = await sql<{ id: number }>`INSERT INTO zone (name, reason, version, shifts, valid_from, valid_to, state, author, station_id, geom, cell, created_at)
      VALUES ('试区', 'x', 2, '{}', '2026-10-01 00:00+08', '2026-11-21 00:00+08', 'active', 'a', ${station.id}, ${box(0.002)}, ${cellOf(at!.x, at!.y)}::bigint, '2026-10-01 00:00+08') RETURNING id`.execute(db)
    for (const [version, size, created] of [[1, 0.001, '2026-10-01 00:00+08'], [2, 0.002, '2026-11-18 09:00+08']] as const) await sql`
      INSERT INTO zone_version (zone_id, version, name, reason, shifts, valid_from, valid_to, geom, author, created_at, evidence)
      VALUES (${zone!.id}, ${version}, '试区', '扩大', '{}', '2026-10-01 00:00+08', '2026-11-21 00:00+08', ${box(size)}, 'a', ${created}, '{"selection":{"codes":["0102"]}}')`.execute(db)
    const inside = async (from: string, to: string) => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE code LIKE '0102%' AND channel <> 'patrol' AND merged_into_id IS NULL
      AND point_level IN ('road', 'number', 'building', 'unit', 'room') AND received_at >= ${local(from)} AND received_at < ${local(to)} AND ST_Intersects(geom, ${box(0.002)})`.execute(db)).rows[0]!.n
    await insert(4, '2026-11-15 01:00+08', [at!.x, at!.y], { tag: 'S' })
    const { zones, moved } = await make(), now = await inside('2026-11-13T00:00:00', '2026-11-20T00:00:00'), before = await inside('2026-11-06T00:00:00', '2026-11-13T00:00:00')
    expect(zones.find(({ id }) => id === zone!.id)).toMatchObject({ name: '试区', state: 'active', expiring: true, codes: ['0102'], now, before, change: now - before, new_versions: [{ version: 2, at: '2026-11-18T01:00:00.000Z', reason: '扩大' }] })
    expect(now).toBeGreaterThanOrEqual(4)
    expect(moved.find(({ id }) => id === zone!.id)!.overlap).toBeCloseTo(0.25, 4)
  })

  it('is made once: what is entered later changes nothing of it', async () => {
    const { db } = test.database, kept = await keepDailyReport(db, station, '2026-11-10', timeZone, cityNow)
    await insert(1, '2026-11-10 11:00+08', [118.1, 24.48], { tag: 'T' })
    expect(await keepDailyReport(db, station, '2026-11-10', timeZone, new Date())).toEqual(kept)
    expect((await makeDailyReport(db, station, '2026-11-10', timeZone, cityNow)).incidents.today).toBe(kept.incidents.today + 1)
  })

  it('keeps whole days where clocks change', () => {
    const { days, bounds } = spansOf('2026-11-01', 'America/New_York')
    expect(days[0]).toMatchObject({ from: new Date('2026-11-01T04:00:00Z'), to: new Date('2026-11-02T05:00:00Z') })
    expect(bounds[4]).toEqual(new Date('2026-11-02T05:00:00Z'))
    expect(bounds[3]).toEqual(new Date('2026-10-26T04:00:00Z'))
  })
})

describe('the morning', () => {
  const failed = (error: unknown) => { throw error }

  it('begins at its hour, local time', async () => {
    const { db } = test.database
    await sql`TRUNCATE daily_report`.execute(db)
    expect(await dueDays(db, timeZone, local('2026-11-20T06:59:00'))).toEqual(['2026-11-18'])
    expect(await dueDays(db, timeZone, local('2026-11-20T07:00:00'))).toEqual(['2026-11-19'])
    await sql`UPDATE setting SET value = '{"hour": 9}' WHERE key = 'daily_report'`.execute(db)
    expect(await dueDays(db, timeZone, local('2026-11-20T08:00:00'))).toEqual(['2026-11-18'])
    await sql`UPDATE setting SET value = '{"hour": "seven"}' WHERE key = 'daily_report'`.execute(db)
    await expect(dueDays(db, timeZone, local('2026-11-20T08:00:00'))).rejects.toThrow('"daily_report" is {"hour":"seven"}')
    await sql`UPDATE setting SET value = '{"hour": 7}' WHERE key = 'daily_report'`.execute(db)
  })

  it('makes one report for every station, and makes up for days on which nobody was up', async () => {
    const { db } = test.database
    expect(await makeDueReports(db, timeZone, local('2026-11-16T08:00:00'), failed)).toBe(stations)
    expect(await makeDueReports(db, timeZone, local('2026-11-16T08:01:00'), failed)).toBe(0)
    expect(await makeDueReports(db, timeZone, local('2026-11-19T23:00:00'), failed)).toBe(3 * stations)
    const { rows } = await sql<{ day: string, n: number }>`SELECT day, count(*)::integer AS n FROM daily_report GROUP BY 1 ORDER BY 1`.execute(db)
    expect(rows).toEqual(['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18'].map(each => ({ day: each, n: stations })))
  })

  it('is held by a server that starts late in the day', async () => {
    const { db, url } = test.database, due = (await dueDays(db, timeZone, new Date())).at(-1)!
    const running = startDailyReports({ databaseUrl: url, config: { statementTimeoutMs: 15_000, dailyReports: true }, city: test.services.city, onError: failed })
    try {
      await expect.poll(async () => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM daily_report WHERE day = ${due}::date`.execute(db)).rows[0]!.n, { timeout: 30_000 }).toBe(stations)
    } finally {
      await running.stop()
    }
  })
})

describe('who reads it', () => {
  let own: Asker, stranger: Asker
  beforeAll(async () => {
    own = await test.as('community_officer', station.id)
    stranger = await test.as('chief', other)
  })

  it('is the station\'s own people, and those above', async () => {
    const url = `/api/reports/daily?station=${station.id}&day=${day}`
    const answer = await own(url)
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    expect(answer.json()).toMatchObject({ station: { id: station.id }, day, incidents: { today: expect.any(Number) } })
    expect((await (await test.as('chief'))(url)).json()).toEqual(answer.json())
    expect((await stranger(url)).statusCode).toBe(403)
    for (const role of ['wall', 'administrator', 'auditor'] as const) expect((await (await test.as(role))(url)).statusCode, role).toBe(403)
    expect((await own(`/api/reports/daily/days?station=${station.id}`)).json().days).toContain(day)
    expect((await stranger(`/api/reports/daily/days?station=${station.id}`)).statusCode).toBe(403)
  })

  it('asks for a day that is over and on record', async () => {
    for (const wrong of ['2026-02-30', 'yesterday', '2031-01-01', '1999-01-01'])
      expect((await own(`/api/reports/daily?station=${station.id}&day=${wrong}`)).json().errors?.[0].pointer, wrong).toBe('/query/day')
    expect((await own('/api/reports/daily?station=999999')).statusCode).toBe(404)
  })
})
