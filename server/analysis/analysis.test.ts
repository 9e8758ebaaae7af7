import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'

let test: TestApp, analyst: Asker

beforeAll(async () => {
  test = await startTestApp()
  analyst = await test.as('analyst')
})
afterAll(() => test.stop())

const selection = { from: '2024-01-01', to: '2027-01-01', codes: ['01', '02'] }
const run = async (payload: object) => (await analyst('/api/analysis/runs', { method: 'POST', payload: { wait_ms: 30_000, selection, ...payload } })).json()

describe('an analysis', () => {
  it.each(['counts', 'compare', 'gi_star', 'emerging', 'density', 'local_moran', 'near_repeat', 'clusters', 'concentration', 'clock', 'trend', 'risk'])('by %s answers with its size, what was left out and a result', async method => {
    // A comparison needs as long a window before it on record.
    const answer = await run({ method, resolution: 8, ...method === 'compare' && { selection: { ...selection, from: '2026-01-01', to: '2026-11-20' } } })
    expect(answer, JSON.stringify(answer).slice(0, 300)).toMatchObject({ state: 'done', method, size: expect.any(Number), left_out: { patrol: expect.any(Number) } })
    expect(answer.size).toBeGreaterThan(100)
    expect(answer.left_out.patrol).toBeGreaterThan(0)
  })

  it('counts what SQL counts, patrols left out', async () => {
    const { rows: [row] } = await test.services.pool.query<{ n: number }>(`
      SELECT count(*)::int AS n FROM incident WHERE (code LIKE '01%' OR code LIKE '02%') AND channel <> 'patrol'
        AND received_at >= '2024-01-01 00:00+08' AND received_at < '2027-01-01 00:00+08'
        AND geom IS NOT NULL AND merged_into_id IS NULL AND point_level IN ('road', 'number', 'building', 'unit', 'room')`)
    const answer = await run({ method: 'counts' })
    expect(answer.size).toBe(row!.n)
    expect(answer.result.counts.reduce((sum: number, n: number) => sum + n, 0)).toBe(row!.n)
  })

  it('does not compare with a time from before the records', async () => {
    expect(await run({ method: 'compare' })).toMatchObject({ state: 'nothing', why: { en: expect.stringMatching(/not whole/) } })
    expect(await run({ method: 'compare', selection: { ...selection, from: '2026-06-01', to: '2026-07-01' }, parameters: { against: 'days_back', days_back: 7 } }))
      .toMatchObject({ state: 'nothing', why: { en: expect.stringMatching(/overlap/) } })
    const lastYear = await run({ method: 'compare', selection: { ...selection, from: '2026-06-01', to: '2026-07-01' }, parameters: { against: 'year' } })
    expect(lastYear.result.before_window.from).toBe('2025-06-01T16:00:00.000Z')
  })

  it('clusters as PostGIS does', async () => {
    const { result } = await run({ method: 'clusters', parameters: { distance: 200, least: 6 } })
    // On the same plane: metres about the middle of the chosen points.
    const { rows: [row] } = await test.services.pool.query<{ clusters: number, noise: number }>(`
      WITH chosen AS (SELECT ST_X(geom) AS x, ST_Y(geom) AS y FROM incident WHERE (code LIKE '01%' OR code LIKE '02%') AND channel <> 'patrol'
          AND geom IS NOT NULL AND point_level IN ('road', 'number', 'building', 'unit', 'room')),
        middle AS (SELECT cos(radians((min(y) + max(y)) / 2)) AS shrink FROM chosen),
        labelled AS (SELECT ST_ClusterDBSCAN(ST_MakePoint(x * 111319.490793 * shrink, y * 111319.490793), 200, 6) OVER () AS c FROM chosen, middle)
      SELECT count(DISTINCT c)::int AS clusters, count(*) FILTER (WHERE c IS NULL)::int AS noise FROM labelled`)
    expect(result).toMatchObject({ found: row!.clusters, noise: row!.noise })
  })

  it('says in words when there is nothing to say', async () => {
    expect(await run({ method: 'gi_star', selection: { from: '2001-01-01', to: '2001-02-01' } })).toMatchObject({ state: 'nothing', why: { en: expect.stringMatching(/No incidents/) } })
    const speck = { type: 'Polygon', coordinates: [[[118.1, 24.48], [118.1001, 24.48], [118.1001, 24.4801], [118.1, 24.48]]] }
    expect(await run({ method: 'gi_star', selection: { ...selection, area: speck } })).toMatchObject({ state: 'nothing', why: { zh: expect.stringMatching(/所选范围之外/), en: expect.stringMatching(/lie outside the area/) } })
  })

  it.each([
    ['a window that ends before it begins', { selection: { from: '2026-02-01', to: '2026-01-01' } }, '/body/selection/to'],
    ['a bandwidth of zero', { method: 'density', parameters: { bandwidth: 0 } }, '/body/parameters/bandwidth'],
    ['an unknown method', { method: 'astrology' }, '/body/method'],
    ['an unknown parameter', { parameters: { colour: 1 } }, '/body/parameters/colour'],
    ['an unknown source', { selection: { ...selection, channels: ['rumour'] } }, '/body/selection/channels'],
    ['a division that isn\'t there', { selection: { ...selection, division_id: 999_999 } }, '/body/selection/division_id'],
  ])('refuses %s', async (_, payload, pointer) => {
    const answer = await run({ method: 'gi_star', ...payload })
    expect(answer).toMatchObject({ status: 400, errors: [{ pointer }] })
  })

  it('is run once for the same question, and is nobody else\'s', async () => {
    const first = await run({ method: 'gi_star' }), second = await run({ method: 'gi_star' })
    expect(second.id).toBe(first.id)
    const other = await test.as('analyst')
    expect((await other(`/api/analysis/runs/${first.id}`)).statusCode).toBe(404)
    expect((await (await test.as('wall'))('/api/analysis/methods')).statusCode).toBe(200)
    expect((await (await test.as('wall'))('/api/analysis/runs', { method: 'POST', payload: { method: 'counts', selection } })).statusCode).toBe(403)
  })

  it('can be cancelled in the middle', async () => {
    const started = await run({ method: 'near_repeat', wait_ms: 0, parameters: { permutations: 999, metres: [1, 5000], days: [700] } })
    expect(started.state).toBe('running')
    const cancelled = (await analyst(`/api/analysis/runs/${started.id}`, { method: 'DELETE' })).json()
    expect(cancelled.state).toBe('cancelled')
    expect((await run({ method: 'counts' })).state).toBe('done')
  })
})
