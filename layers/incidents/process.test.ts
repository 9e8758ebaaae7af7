import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../seed/random.ts'
import { cityDatabase, type TestDatabase } from '../../tests/database.ts'

let city: TestDatabase
beforeAll(async () => { city = await cityDatabase() })
afterAll(() => city.drop())

const all = async <T>(statement: string): Promise<T[]> => (await sql.raw<T>(statement).execute(city.db)).rows
const one = async <T>(statement: string): Promise<T> => (await all<T>(statement))[0]!

describe('the incidents of the demonstration city', () => {
  it('happen at few places: a twentieth of them has about half', async () => {
    const { share } = await one<{ share: number }>(`
      WITH place AS (SELECT ST_AsText(geom) AS at, count(*) AS n FROM incident GROUP BY 1),
      possible AS (SELECT (SELECT count(*) FROM building) + (SELECT count(DISTINCT geom) FROM incident WHERE address_id IS NULL) AS n)
      SELECT sum(n)::float / (SELECT count(*) FROM incident) AS share
      FROM (SELECT n FROM place ORDER BY n DESC LIMIT (SELECT n / 20 FROM possible)) top`)
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.65)
  })
  it('are about half no police matter, and one in ten proves to be something else', async () => {
    const { idle, changed } = await one<{ idle: number, changed: number }>(`
      SELECT avg((NOT t.police)::int)::float AS idle, avg((resolved_code <> taken_code)::int)::float AS changed FROM incident i JOIN incident_type t ON t.code = i.taken_code`)
    expect(idle).toBeGreaterThan(0.43)
    expect(idle).toBeLessThan(0.57)
    expect(changed).toBeGreaterThan(0.08)
    expect(changed).toBeLessThan(0.12)
  })
  it('repeat nearby: more burglaries within 200 m and 14 days than when their days are shuffled', async () => {
    const burglaries = await all<{ x: number, y: number, day: number }>(`
      SELECT ST_X(geom) * 101216 AS x, ST_Y(geom) * 110800 AS y, extract(epoch FROM received_at)::float / 86400 AS day FROM incident WHERE taken_code LIKE '0101%' OR taken_code LIKE '0102%'`)
    const close: [number, number][] = []
    burglaries.forEach((a, i) => burglaries.forEach((b, j) => { if (j > i && Math.hypot(a.x - b.x, a.y - b.y) <= 200) close.push([i, j]) }))
    const pairs = (days: readonly number[]) => close.filter(([i, j]) => Math.abs(days[i]! - days[j]!) <= 14).length
    const days = burglaries.map(burglary => burglary.day), random = createRandom(1, 'Knox')
    const shuffled = Array.from({ length: 40 }, () => pairs(days.map(day => [random.next(), day] as const).sort((a, b) => a[0] - b[0]).map(([, day]) => day)))
    const expected = shuffled.reduce((sum, n) => sum + n, 0) / shuffled.length
    expect(pairs(days) / expected).toBeGreaterThan(1.3)
  })
  it('spread overnight thefts over the hours in which nobody looked', async () => {
    const { hours } = await one<{ hours: number }>(`SELECT avg(extract(epoch FROM occurred_to - occurred_from)) / 3600 AS hours FROM incident WHERE taken_code = '010201'`)
    expect(Number(hours)).toBeGreaterThan(5)
  })
  it('are open only lately, in every state, and never after now', async () => {
    const states = await all<{ status: string }>(`SELECT DISTINCT status FROM incident WHERE received_at > (SELECT max(received_at) FROM incident) - interval '4 hours'`)
    for (const status of ['received', 'dispatched', 'enroute', 'on_scene', 'handled', 'transferred', 'returned']) expect(states.map(row => row.status)).toContain(status)
    const { late, open, disordered } = await one<{ late: number, open: number, disordered: number }>(`
      SELECT count(*) FILTER (WHERE received_at > '2026-11-20T04:00:00Z') AS late,
             count(*) FILTER (WHERE status NOT IN ('closed', 'handled') AND received_at < timestamptz '2026-11-20T04:00:00Z' - interval '4 days') AS open,
             count(*) FILTER (WHERE timeline->-1->>'status' <> status OR (timeline->-1->>'at')::timestamptz > '2026-11-20T04:00:00Z') AS disordered
      FROM incident`)
    expect([late, open, disordered]).toEqual([0, 0, 0])
  })
  it('are counted in the rollup exactly as the table counts them', async () => {
    const difference = (rollup: string) => one<{ n: number }>(`
      SELECT count(*) AS n FROM (
        SELECT cell, day, n::bigint FROM ${rollup} WHERE resolution = 9 AND category = '0102'
        EXCEPT SELECT coalesce(h3_parent(cell, 9), 0), date_trunc('${rollup === 'incident_day' ? 'day' : 'month'}', local_day)::date, count(*) FROM incident WHERE code LIKE '0102%' GROUP BY station_id, 1, 2) x`)
    expect((await difference('incident_day')).n).toBe(0)
    const { rolled, rows } = await one<{ rolled: number, rows: number }>(`SELECT (SELECT sum(n) FROM incident_day WHERE resolution = 7 AND category = '') AS rolled, (SELECT count(*) FROM incident) AS rows`)
    expect(Number(rolled)).toBe(Number(rows))
  })
  it('carry numbers that no other incident has', async () => {
    const { twice } = await one<{ twice: number }>('SELECT count(*) - count(DISTINCT number) AS twice FROM incident')
    expect(twice).toBe(0)
  })
})
