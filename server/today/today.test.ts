import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/app.ts'
import { cityNow } from '../../tests/global-setup.ts'
import { comparedDays } from './count-today.ts'
import { readFigures } from './routes.ts'

let test: TestApp
beforeAll(async () => { test = await startTestApp({ alertSeconds: 0 }) })
afterAll(() => test.stop())

describe('today', () => {
  it('equals what SQL counts by hand, day by day', async () => {
    const figures = await readFigures(test.services, 'all', cityNow)
    // The clock stands at noon in Xiamen.
    const dayCount = async (weeksAgo: number, hours: [number, number]) => (await sql<{ n: number }>`
      SELECT count(*)::integer AS n FROM incident WHERE received_at >= '2026-11-20 00:00+08'::timestamptz - ${weeksAgo * 7}::integer * interval '1 day' + ${hours[0]} * interval '1 hour'
        AND received_at < '2026-11-20 00:00+08'::timestamptz - ${weeksAgo * 7}::integer * interval '1 day' + ${hours[1]} * interval '1 hour'`.execute(test.database.db)).rows[0]!.n
    const today = await dayCount(0, [0, 12])
    expect(today).toBeGreaterThan(0)
    expect(figures.today.count).toBe(today)
    expect(Object.values(figures.today.by_top).reduce((sum, n) => sum + n, 0)).toBe(today)
    const before = (await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(week => dayCount(week, [0, 12])))).sort((a, b) => a - b)
    expect(figures.expected).toEqual({ median: (before[3]! + before[4]!) / 2, low: before[0], high: before[7], weeks: 8 })
    for (const hour of [0, 9, 20]) {
      const those = (await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(week => dayCount(week, [hour, hour + 1])))).sort((a, b) => a - b)
      expect(figures.hours[hour]).toEqual({ hour, count: hour > 12 ? null : await dayCount(0, [hour, hour + 1]), low: those[0], median: (those[3]! + those[4]!) / 2, high: those[7] })
    }
    const { rows: [open] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident
      WHERE status IN ('received', 'dispatched', 'enroute', 'on_scene', 'returned') AND received_at > ${cityNow}::timestamptz - interval '3 days'`.execute(test.database.db)
    expect(figures.open.n).toBe(open!.n)
    const { rows: [units] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM unit_on_map`.execute(test.database.db)
    const { available, enroute, on_scene, unavailable } = figures.units
    expect(available + enroute + on_scene + unavailable).toBe(units!.n)
    expect(figures.units.stale).toBeGreaterThan(0)
  })

  it('is of the caller\'s stations', async () => {
    const { rows: [station] } = await sql<{ id: number, n: number }>`SELECT station_id AS id, count(*)::integer AS n FROM incident
      WHERE station_id IS NOT NULL AND received_at >= '2026-11-20 00:00+08' GROUP BY 1 ORDER BY 2 DESC LIMIT 1`.execute(test.database.db)
    const figures = await readFigures(test.services, [station!.id], cityNow)
    expect(figures).toMatchObject({ scope: 'own', today: { count: station!.n } })
    const wall = await test.as('wall', station!.id)
    expect((await wall('/api/today')).json()).toMatchObject({ scope: 'own', expected: { weeks: 8 } })
  })

  it('keeps to local hours where clocks change', () => {
    // Summer time ended in New York on 1 November 2026.
    const days = comparedDays(new Date('2026-11-04T15:30:00Z'), 'America/New_York')
    expect(days[0]!.from.toISOString()).toBe('2026-11-04T05:00:00.000Z')
    expect(days[1]).toEqual({ week: 1, from: new Date('2026-10-28T04:00:00Z'), now: new Date('2026-10-28T14:30:00Z'), to: new Date('2026-10-29T04:00:00Z') })
    // The day of the change itself has 25 hours, and is compared up to the same time on the clock.
    expect(comparedDays(new Date('2026-11-08T20:00:00Z'), 'America/New_York')[1]).toEqual({ week: 1, from: new Date('2026-11-01T04:00:00Z'), now: new Date('2026-11-01T20:00:00Z'), to: new Date('2026-11-02T05:00:00Z') })
  })
})
