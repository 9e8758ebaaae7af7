import { parse } from 'csv-parse/sync'
import type { FeatureCollection, Polygon } from 'geojson'
import { latLngToCell } from 'h3-js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'

let test: TestApp, analyst: Asker, colleague: Asker, officer: Asker

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  analyst = await test.as('analyst')
  colleague = await test.as('analyst')
  officer = await test.as('community_officer')
})
afterAll(() => test.stop())

const selection = { from: '2025-01-01', to: '2026-11-20', codes: ['01'], shifts: ['night'] }
const post = (asker: Asker, url: string, payload: object) => asker(url, { method: 'POST', payload })
const run = async (method: string, more: object = {}) => (await post(analyst, '/api/analysis/runs', { method, selection, resolution: 8, wait_ms: 30_000, ...more })).json()
const save = async (runId: string, more: object = {}) => post(analyst, '/api/reports', { title: '夜间案件,"热区"\n一览', question: { selection, method: 'gi_star' }, run_id: runId, language: 'zh', ...more })
const audited = async (action: string) => (await sql<{ subject: string, detail: object }>`SELECT subject, detail FROM audit WHERE action = ${action} ORDER BY id DESC LIMIT 1`.execute(test.database.db)).rows[0]

describe('a report', () => {
  it('holds everything as it was when it was saved, for those who analyse', async () => {
    const found = await run('gi_star'), saved = await save(found.id, { conclusions: '三处热区，均在夜班。' })
    expect(saved.statusCode, saved.body).toBe(201)
    const { id } = saved.json(), url = `/api/reports/${id}`, report = (await colleague(url)).json()
    expect(report).toMatchObject({
      title: '夜间案件,"热区"\n一览', conclusions: '三处热区，均在夜班。', selection, size: found.size, left_out: found.left_out, revision: found.revision, as_of: found.as_of, result: found.result,
      method: { id: 'gi_star', shows: { z: {} }, limits: { zh: expect.any(String) } }, words: { types: [{ code: '01', label: { zh: '刑事' } }], shifts: [{ id: 'night', label: { zh: '夜班' } }] },
    })
    expect([report.limits.length, report.sources.length]).toEqual([1, 3])
    await sql`INSERT INTO incident (number, received_at, local_day, taken_code, geom, cell) SELECT 'R' || i, received_at, local_day, taken_code, geom, cell FROM incident, generate_series(1, 3) i
      WHERE code LIKE '01%' AND geom IS NOT NULL AND received_at > '2026-11-01' AND received_at < '2026-11-20' LIMIT 9`.execute(test.database.db)
    await sql`UPDATE incident_type SET name = '别名' WHERE code = '01'`.execute(test.database.db)
    expect((await analyst(url)).json()).toEqual(report)
    await expect.poll(async () => (await run('gi_star')).revision).toBeGreaterThan(found.revision)
    expect((await officer(url)).statusCode).toBe(403)
    expect((await officer(`${url}.csv`)).statusCode).toBe(403)
    expect((await post(officer, '/api/reports', {})).statusCode).toBeGreaterThanOrEqual(400)
    await expect(sql`UPDATE report SET title = 'x' WHERE id = ${id}`.execute(test.database.db)).rejects.toThrow('keeps what was written')
  })

  it('is made of one\'s own finished run, and of zones that are there', async () => {
    const found = await run('counts')
    expect((await post(colleague, '/api/reports', { title: 'x', question: {}, run_id: found.id, language: 'zh' })).json().errors[0].pointer).toBe('/body/run_id')
    expect((await save(found.id, { zone_ids: [999_999] })).json().errors[0].pointer).toBe('/body/zone_ids')
    const { rows: [zone] } = await sql<{ id: number, name: string }>`SELECT id, name FROM zone ORDER BY id LIMIT 1`.execute(test.database.db)
    const { id } = (await save(found.id, { zone_ids: [zone!.id] })).json()
    expect((await analyst(`/api/reports/${id}`)).json().zones).toMatchObject([{ id: zone!.id, name: zone!.name, evidence: { figures: { pai: expect.any(Number) } } }])
  })

  it('keeps the clock of its own selection, the judgement and what its page shows', async () => {
    const found = await run('gi_star'), clock = await run('clock')
    const judged = (await post(analyst, '/api/analysis/judgements', { method: 'gi_star', selection, resolution: 8, windows: 4, wait_ms: 30_000 })).json()
    const { id } = (await save(found.id, { clock_run_id: clock.id, judgement_run_id: judged.id, parts: ['map', 'clock'] })).json(), report = (await analyst(`/api/reports/${id}`)).json()
    expect(report).toMatchObject({ clock: { hours: clock.result.hours, without_hour: clock.result.without_hour }, judgement: { verdict: judged.result.verdict, overall: judged.result.overall, windows: 4 }, parts: ['map', 'clock'], method: { ranks: 'z' } })
    expect((await save(found.id, { clock_run_id: found.id })).json().errors[0].pointer).toBe('/body/clock_run_id')
    const other = await run('clock', { selection: { ...selection, codes: ['02'] } })
    expect((await save(found.id, { clock_run_id: other.id })).json().errors[0].pointer).toBe('/body/clock_run_id')
    expect((await save(found.id, { judgement_run_id: found.id })).json().errors[0].pointer).toBe('/body/judgement_run_id')
  })

  it('is listed newest first, page by page', async () => {
    const found = await run('counts'), ids: number[] = []
    for (let i = 0; i < 3; i++) ids.unshift((await save(found.id)).json().id)
    const first = (await colleague('/api/reports?limit=2')).json()
    expect(first.reports.map((each: { id: number }) => each.id)).toEqual(ids.slice(0, 2))
    const second = (await colleague(`/api/reports?limit=2&before=${first.next}`)).json()
    expect(second.reports[0].id).toBe(ids[2])
  })
})

describe('an export', () => {
  it('as CSV has a watermark and a line for each cell with every column that the method shows', async () => {
    const found = await run('gi_star'), { id } = (await save(found.id)).json()
    const answer = await colleague(`/api/reports/${id}.csv`)
    expect(answer.headers['content-type']).toContain('text/csv')
    const [mark] = answer.body.split('\r\n')
    expect(mark).toMatch(/^\ufeff# 夜间案件,"热区" 一览 \| 导出 exported by analyst-\d+ \(analyst-\d+\) \| \d{4}-\d\d-\d\d [\d:]{8} Asia\/Shanghai \| http:\/\/localhost/)
    const rows = parse(answer.body, { bom: true, columns: true, comment: '#' }) as Record<string, string>[]
    expect(rows).toHaveLength(found.result.cells.length)
    expect(Object.keys(rows[0]!)).toEqual(['cell', 'longitude', 'latitude', 'confidence', 'z', 'counts', 'around', 'p', 'p_adjusted'])
    rows.forEach((row, i) => {
      expect(latLngToCell(Number(row.latitude), Number(row.longitude), 8)).toBe(row.cell)
      expect([row.cell, Number(row.z), Number(row.counts)]).toEqual([found.result.cells[i], found.result.z[i], found.result.counts[i]])
    })
    expect(await audited('exported')).toEqual({ subject: `reports/${id}`, detail: { format: 'csv', rows: rows.length, method: 'gi_star' } })
  })

  it('as GeoJSON has closed polygons, their columns and the watermark', async () => {
    const found = await run('gi_star'), answer = await analyst(`/api/analysis/runs/${found.id}.geojson`)
    expect(answer.headers['content-type']).toContain('application/geo+json')
    const { type, features, watermark } = answer.json() as FeatureCollection<Polygon> & { watermark: object }
    expect(type).toBe('FeatureCollection')
    expect(watermark).toMatchObject({ who: expect.stringContaining('analyst-'), as_of: found.as_of, revision: found.revision })
    expect(features).toHaveLength(found.result.cells.length)
    const { rows: [valid] } = await sql<{ wrong: number }>`
      SELECT count(*) FILTER (WHERE NOT ST_IsValid(g) OR ST_IsEmpty(g))::integer AS wrong FROM jsonb_array_elements(${JSON.stringify(features)}::jsonb) f, LATERAL ST_GeomFromGeoJSON(f->'geometry') g`.execute(test.database.db)
    expect(valid!.wrong).toBe(0)
    expect(features[0]!.properties).toMatchObject({ cell: found.result.cells[0], z: found.result.z[0] })
    expect((await audited('exported'))!.subject).toBe(`analysis run/${found.id}`)
    expect((await colleague(`/api/analysis/runs/${found.id}.csv`)).statusCode).toBe(404)
  })

  it.each(['counts', 'compare', 'emerging', 'density', 'local_moran', 'near_repeat', 'clusters', 'concentration', 'clock', 'trend', 'risk'])('of %s has a row for each thing it found', async method => {
    const found = await run(method, { selection: { from: '2026-01-01', to: '2026-11-20' } })
    expect(found.state, JSON.stringify(found).slice(0, 300)).toBe('done')
    const answer = await analyst(`/api/analysis/runs/${found.id}.csv`)
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    const rows = parse(answer.body, { bom: true, columns: true, comment: '#' }) as Record<string, string>[]
    const expected = found.result.cells?.length ?? { clock: 168, near_repeat: 20, clusters: found.result.clusters?.length, trend: found.result.counts?.length }[method]
    expect(rows).toHaveLength(expected)
    expect(expected).toBeGreaterThan(0)
    const onMap = await analyst(`/api/analysis/runs/${found.id}.geojson`)
    expect(onMap.statusCode).toBe(['clock', 'near_repeat', 'trend'].includes(method) ? 409 : 200)
  })
})
