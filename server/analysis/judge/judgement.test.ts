import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { startTestApp, type Asker, type TestApp } from '../../../tests/app.ts'

let test: TestApp, analyst: Asker

beforeAll(async () => {
  test = await startTestApp()
  analyst = await test.as('analyst')
})
afterAll(() => test.stop())

const selection = { from: '2026-08-01', to: '2026-10-01', codes: ['01', '02', '03'] }
const post = async (path: string, payload: object) => (await analyst(`/api/analysis/${path}`, { method: 'POST', payload })).json()
const judge = (payload: object) => post('judgements', { wait_ms: 30_000, selection, resolution: 8, ...payload })
/** Around the busiest streets. */
const circle = async () => (await sql<{ geometry: string }>`
  SELECT ST_AsGeoJSON(ST_Buffer(ST_Centroid(ST_Collect(geom))::geography, 600)::geometry, 6) AS geometry
  FROM incident WHERE geom IS NOT NULL GROUP BY h3_parent(cell, 8) ORDER BY count(*) DESC LIMIT 1`.execute(test.database.db)).rows[0]!.geometry

async function drawZone({ drawnAt, validFrom }: { drawnAt: string, validFrom: string }): Promise<number> {
  const geometry = await circle()
  const { rows: [zone] } = await sql<{ id: number }>`
    INSERT INTO zone (name, reason, shifts, valid_from, valid_to, state, author, geom, cell)
    SELECT '岛中', '试', '{}', ${validFrom}::timestamptz, '2027-06-01', 'active', 'test', geom, (SELECT cell FROM incident WHERE cell IS NOT NULL LIMIT 1) FROM (SELECT ST_Multi(ST_GeomFromGeoJSON(${geometry})) AS geom) g RETURNING id`.execute(test.database.db)
  await sql`INSERT INTO zone_version (zone_id, version, name, reason, shifts, valid_from, valid_to, geom, author, created_at)
    SELECT id, 1, name, reason, shifts, valid_from, valid_to, geom, author, ${drawnAt}::timestamptz FROM zone WHERE id = ${zone!.id}`.execute(test.database.db)
  return zone!.id
}

describe('a judgement over HTTP', () => {
  it.each(['counts', 'gi_star', 'emerging', 'density'])('says in both languages whether %s beats counting, window by window', async method => {
    const answer = await judge({ method, windows: 5 })
    expect(answer, JSON.stringify(answer).slice(0, 300)).toMatchObject({ state: 'done', method: 'judgement', result: { of: { method }, verdict: { outcome: expect.stringMatching(/^(beats|loses|no_difference|too_few)$/), zh: expect.any(String), en: expect.any(String) } } })
    expect(answer.result.windows).toHaveLength(5)
    // The days after the selection, and back by a week each.
    expect(answer.result.windows[4]).toMatchObject({ find: { from: '2026-07-31T16:00:00.000Z', to: '2026-09-30T16:00:00.000Z' }, judge: { to: '2026-10-07T16:00:00.000Z' } })
    expect(answer.result.windows[0].judge.to).toBe('2026-09-09T16:00:00.000Z')
    for (const { entries: { ours, prior } } of answer.result.windows) expect(ours.area_share).toBe(prior.area_share)
    expect(answer.size).toBe(answer.result.windows.reduce((sum: number, { incidents }: { incidents: number }) => sum + incidents, 0))
  })

  it('counts the judged incidents that SQL counts', async () => {
    const { rows: [row] } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM incident WHERE (code LIKE '01%' OR code LIKE '02%' OR code LIKE '03%') AND channel <> 'patrol' AND merged_into_id IS NULL
        AND received_at >= '2026-10-01 00:00+08' AND received_at < '2026-10-08 00:00+08' AND point_level IN ('road', 'number', 'building', 'unit', 'room')`.execute(test.database.db)
    expect((await judge({ method: 'gi_star', windows: 1 })).size).toBe(row!.n)
  })

  it('judges a zone by what came after it was drawn, and claims nothing before', async () => {
    const id = await drawZone({ drawnAt: '2026-09-28T00:00+08:00', validFrom: '2026-09-28T00:00+08:00' })
    const fresh = await judge({ zone: { id }, windows: 5 })
    expect(fresh).toMatchObject({ state: 'done', result: { of: { zone: { id, version: 1 } }, verdict: { outcome: 'too_few', en: expect.stringMatching(/drawn on 2026-09-28; only 1 of the 5 windows/) } } })
    const later = await judge({ zone: { id }, windows: 5, judge_until: '2026-11-10' })
    expect(later.result.verdict.outcome).not.toBe('too_few')
    expect(later.result.overall.ours.area_share.mean).toBeCloseTo(later.result.overall.prior.area_share.mean, 12)
  })

  it.each([
    ['days that haven\'t come yet', { judge_until: '2031-01-01' }, '/body/judge_until'],
    ['a window that hasn\'t come yet', { selection: { from: '2031-01-01', to: '2031-02-01' } }, '/body/selection/from'],
    ['a window longer than the data', { selection: { from: '1999-01-01', to: '2026-10-01' } }, '/body/selection/from'],
    ['a method that ranks nothing', { method: 'clock' }, '/body/method'],
    ['an unknown method', { method: 'astrology' }, '/body/method'],
    ['neither a method nor a zone', { method: undefined }, '/body/method'],
    ['a zone that isn\'t there', { method: undefined, zone: { id: 999_999 } }, '/body/zone'],
    ['a bandwidth of zero', { method: 'density', parameters: { bandwidth: 0 } }, '/body/parameters/bandwidth'],
  ])('refuses %s', async (_, payload, pointer) => {
    expect(await judge({ method: 'gi_star', ...payload })).toMatchObject({ status: 400, errors: [{ pointer }] })
  })

  it('refuses more windows than there are data, and says how many there are', async () => {
    const answer = await judge({ method: 'gi_star', windows: 26, judge_days: 60 })
    expect(answer).toMatchObject({ status: 400, errors: [{ pointer: '/body/windows', value: 26, detail: expect.stringMatching(/at most \d+$/) }] })
    const most = Number(/at most (\d+)$/.exec(answer.errors[0].detail)![1])
    expect(await judge({ method: 'counts', windows: most, judge_days: 60 })).toMatchObject({ state: 'done' })
  })

  it('says so where nothing fits, is run once for the same question, and can be cancelled', async () => {
    const speck = { type: 'Polygon', coordinates: [[[118.1, 24.3], [118.1001, 24.3], [118.1001, 24.3001], [118.1, 24.3]]] }
    expect(await judge({ method: 'gi_star', selection: { ...selection, area: speck } })).toMatchObject({ state: 'nothing', why: { en: expect.stringMatching(/No incidents/) } })
    expect((await judge({ method: 'gi_star', windows: 4 })).id).toBe((await judge({ method: 'gi_star', windows: 4 })).id)
    const started = await judge({ method: 'emerging', resolution: 10, parameters: { periods: 104, steps: 6 }, windows: 12, wait_ms: 0 })
    expect(started.state).toBe('running')
    expect((await analyst(`/api/analysis/runs/${started.id}`, { method: 'DELETE' })).json().state).toBe('cancelled')
  })

  it('is for analysts and chiefs', async () => {
    expect((await (await test.as('wall'))('/api/analysis/judgements', { method: 'POST', payload: { method: 'gi_star', selection } })).statusCode).toBe(403)
  })
})

describe('the feedback guard over HTTP', () => {
  const all = { from: '2026-08-01', to: '2026-11-01' }
  it('counts what SQL counts', async () => {
    const geometry = await circle(), guard = await post('guard', { selection: all, area: JSON.parse(geometry) })
    const { rows } = await sql<{ inside: boolean, patrol: number, all: number }>`
      SELECT ST_Intersects(geom, ST_GeomFromGeoJSON(${geometry})) AS inside, count(*) FILTER (WHERE channel = 'patrol')::int AS patrol, count(*)::int AS all
      FROM incident WHERE received_at >= '2026-08-01 00:00+08' AND received_at < '2026-11-01 00:00+08' AND geom IS NOT NULL AND merged_into_id IS NULL
        AND point_level IN ('road', 'number', 'building', 'unit', 'room') GROUP BY 1 ORDER BY 1`.execute(test.database.db)
    expect(rows.every(({ all }) => all > 20)).toBe(true)
    for (const { inside, patrol, all } of rows) expect(guard[inside ? 'inside' : 'outside'], JSON.stringify(guard)).toEqual({ patrol, all, share: patrol / all })
    expect(guard).toMatchObject({ feeds_itself: expect.any(Boolean), why: { zh: expect.any(String) } })
  })
  it('warns of a zone that patrols made hot since it has held', async () => {
    const id = await drawZone({ drawnAt: '2026-09-01T00:00+08:00', validFrom: '2026-09-01T00:00+08:00' })
    const before = await post('guard', { selection: all, zone: { id } })
    expect(before).toMatchObject({ window: { from: '2026-08-31T16:00:00.000Z' }, feeds_itself: false, before: { all: expect.any(Number) } })
    // What was called in is found by patrols instead, inside and since then.
    await sql`UPDATE incident SET channel = 'patrol' WHERE channel = 'call' AND received_at >= '2026-09-01 00:00+08' AND ST_Intersects(geom, (SELECT geom FROM zone WHERE id = ${id}))`.execute(test.database.db)
    await expect.poll(async () => (await post('guard', { selection: all, zone: { id } })).feeds_itself, { timeout: 10_000 }).toBe(true)
  })
  it.each([
    ['neither a zone nor an area', {}, '/body/zone'],
    ['an area that crosses itself', { area: { type: 'Polygon', coordinates: [[[118, 24], [119, 25], [119, 24], [118, 25], [118, 24]]] } }, '/body/area'],
  ])('refuses %s', async (_, payload, pointer) => {
    expect(await post('guard', { selection: all, ...payload })).toMatchObject({ status: 400, errors: [{ pointer }] })
  })
})
