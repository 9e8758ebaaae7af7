import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellOf } from '../../layers/h3.ts'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { keepZoneStates } from './keeper.ts'

let test: TestApp, chief: Asker, analyst: Asker, stranger: Asker, wall: Asker
/** A station, one elsewhere, and a point well inside the first. */
let ours: number, theirs: number, east: number, north: number

const post = (asker: Asker, url: string, payload: object) => asker(url, { method: 'POST', payload })
const square = (longitude: number, latitude: number, size: number) => ({ type: 'Polygon', coordinates: [[[longitude, latitude], [longitude + size, latitude], [longitude + size, latitude + size], [longitude, latitude + size], [longitude, latitude]]] })
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const zone = (more: object = {}) => ({ name: '夜间盗窃区', reason: '电动车被盗集中', geometry: square(east, north, 0.001), shifts: ['night'], valid_from: soon(-1), valid_to: soon(30), ...more })
const selection = { from: '2024-01-01', to: '2026-11-20', codes: ['01'] }
const run = async (asker: Asker, more: object = {}) => {
  const answer = (await post(asker, '/api/analysis/runs', { method: 'gi_star', selection, resolution: 8, wait_ms: 30_000, ...more })).json()
  expect(answer.state, JSON.stringify(answer).slice(0, 300)).toBe('done')
  return answer
}

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { rows } = await sql<{ id: number, x: number, y: number }>`
    SELECT d.id, ST_X(p) AS x, ST_Y(p) AS y FROM division d, LATERAL (SELECT (ST_MaximumInscribedCircle(d.geom)).center AS p) c
    WHERE d.kind = 'station' AND EXISTS (SELECT 1 FROM incident i WHERE i.station_id = d.id) ORDER BY ST_Area(d.geom) DESC LIMIT 2`.execute(test.database.db)
  ;[ours, theirs, east, north] = [rows[0]!.id, rows[1]!.id, rows[0]!.x, rows[0]!.y]
  chief = await test.as('chief')
  analyst = await test.as('analyst', ours)
  stranger = await test.as('analyst', theirs)
  wall = await test.as('wall', theirs)
})
afterAll(() => test.stop())

describe('the demonstration city', () => {
  it('has zones of every state, each on evidence, some widened, handed over or withdrawn', async () => {
    // As the seed's own clock says: the machine's may be elsewhere.
    const { rows: states } = await sql<{ state: string }>`SELECT DISTINCT state FROM zone ORDER BY 1`.execute(test.database.db)
    expect(states.map(({ state }) => state)).toEqual(['active', 'expired', 'planned', 'withdrawn'])
    const { zones } = (await wall('/api/zones')).json() as { zones: { version: number, evidence: { figures: { incidents_inside: number } }, handed_over: object[] }[] }
    for (const { evidence } of zones) expect(evidence.figures.incidents_inside).toBeGreaterThan(0)
    expect(zones.some(({ version }) => version > 1)).toBe(true)
    expect(zones.some(({ handed_over: given }) => given.length > 0)).toBe(true)
  })
})

describe('a zone', () => {
  it('is drawn by an analyst where their own stations are, and read by everybody', async () => {
    const answer = await post(analyst, '/api/zones', zone())
    expect(answer.statusCode, answer.body).toBe(201)
    const made = answer.json()
    expect(made).toMatchObject({ version: 1, station_id: ours, state: 'active', shifts: ['night'], handed_over: [], evidence: null, withdrawn: null })
    expect((await wall(`/api/zones/${made.id}`)).json()).toMatchObject({ id: made.id, versions: [{ version: 1, name: '夜间盗窃区' }] })
    expect((await wall(`/api/records/zones/${made.id}`)).json().properties).toMatchObject({ name: '夜间盗窃区', state: 'active' })
    expect((await post(stranger, '/api/zones', zone())).statusCode).toBe(403)
    expect((await post(wall, '/api/zones', zone())).statusCode).toBe(403)
    // Mostly elsewhere, though its middle may be ours.
    expect((await post(analyst, '/api/zones', zone({ geometry: square(east - 0.5, north - 0.5, 1) }))).statusCode).toBe(403)
    for (const [path, payload] of [['versions', { revision: 1, reason: 'x' }], ['hand-over', { to: 'patrol' }], ['withdraw', { reason: 'x' }]] as const)
      expect((await post(stranger, `/api/zones/${made.id}/${path}`, payload)).statusCode, path).toBe(403)
    const { rows: [audited] } = await sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${`zones/${made.id}`}`.execute(test.database.db)
    expect(audited!.action).toBe('zone drawn')
  })

  it.each([
    ['a polygon that crosses itself', () => ({ geometry: { type: 'Polygon', coordinates: [[[east, north], [east + 0.001, north + 0.001], [east + 0.001, north], [east, north + 0.001], [east, north]]] } }), '/body/geometry'],
    ['an end before its begin', () => ({ valid_from: soon(10), valid_to: soon(5) }), '/body/valid_to'],
    ['more than a year', () => ({ valid_to: soon(400) }), '/body/valid_to'],
    ['an end in the past', () => ({ valid_from: soon(-10), valid_to: soon(-5) }), '/body/valid_to'],
    ['a day that doesn\'t exist', () => ({ valid_from: '2026-02-30' }), '/body/valid_from'],
    ['an unknown shift', () => ({ shifts: ['teatime'] }), '/body/shifts'],
    ['a run of nobody', () => ({ evidence: { run_id: 'no-such-run' } }), '/body/evidence/run_id'],
    ['an identity number in its reason', () => ({ reason: '见 11010519491231002X' }), '/body/reason'],
  ])('refuses %s', async (_, more, pointer) => {
    const answer = await post(analyst, '/api/zones', zone(more()))
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0].pointer).toBe(pointer)
  })

  it('keeps every version, and refuses who saw an older one', async () => {
    const { id } = (await post(analyst, '/api/zones', zone())).json()
    const second = await post(analyst, `/api/zones/${id}/versions`, { revision: 1, reason: '扩大', geometry: square(east, north, 0.002) })
    expect(second.json()).toMatchObject({ version: 2, name: '夜间盗窃区', reason: '扩大' })
    const stale = await post(chief, `/api/zones/${id}/versions`, { revision: 1, reason: '也要改' })
    expect(stale.statusCode).toBe(409)
    expect(stale.json().detail_zh).toContain('现为第 2 版')
    const { versions } = (await wall(`/api/zones/${id}`)).json()
    expect(versions.map((each: { reason: string }) => each.reason)).toEqual(['电动车被盗集中', '扩大'])
    await expect(sql`UPDATE zone_version SET reason = 'x' WHERE zone_id = ${id}`.execute(test.database.db)).rejects.toThrow('keeps what was written')
    await expect(sql`DELETE FROM zone WHERE id = ${id}`.execute(test.database.db)).rejects.toThrow('keeps what was written')
  })

  it('of two versions says how much ground they share', async () => {
    const { id } = (await post(chief, '/api/zones', zone({ geometry: square(118, 24, 0.02) }))).json()
    await post(chief, `/api/zones/${id}/versions`, { revision: 1, reason: '移', geometry: square(118.01, 24, 0.02) })
    const compared = (await wall(`/api/zones/${id}/compare?a=1&b=2`)).json()
    // Two equal squares that overlap by half: a third of what either covers.
    const { a, both, only_a: onlyA, only_b: onlyB } = compared.area_m2
    expect(compared.overlap).toBeCloseTo(1 / 3, 4)
    expect(both / a).toBeCloseTo(0.5, 4)
    expect(onlyA + both).toBeCloseTo(a, 3)
    expect(onlyB).toBeCloseTo(onlyA, 0)
    // A degree of longitude at 24.01° north is about 101.7 km, one of latitude 110.8 km.
    expect(a / (0.02 * 101_700 * 0.02 * 110_770)).toBeCloseTo(1, 2)
    expect(compared.incidents).toBeUndefined()
    expect((await wall(`/api/zones/${id}/compare?a=1&b=7`)).statusCode).toBe(404)
  })

  it('freezes its evidence: what happens later changes nothing of it', async () => {
    const found = await run(chief), { rows: [hot] } = await sql<{ x: number, y: number }>`
      SELECT ST_X(geom) AS x, ST_Y(geom) AS y FROM incident WHERE code LIKE '01%' AND channel <> 'patrol' GROUP BY geom ORDER BY count(*) DESC LIMIT 1`.execute(test.database.db)
    const geometry = square(hot!.x - 0.005, hot!.y - 0.005, 0.01)
    const made = (await post(chief, '/api/zones', zone({ geometry, evidence: { run_id: found.id } }))).json()
    const { evidence } = made
    expect(evidence).toMatchObject({ method: 'gi_star', selection, resolution: 8, size: found.size, left_out: found.left_out, revision: found.revision, as_of: found.as_of, parameters: found.parameters })
    const inside = async () => (await sql<{ n: number }>`
      SELECT count(*)::integer AS n FROM incident WHERE code LIKE '01%' AND channel <> 'patrol' AND merged_into_id IS NULL AND received_at >= '2024-01-01 00:00+08' AND received_at < '2026-11-20 00:00+08'
        AND point_level IN ('road', 'number', 'building', 'unit', 'room') AND ST_Contains(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), geom)`.execute(test.database.db)).rows[0]!.n
    expect(evidence.figures.incidents_inside).toBe(await inside())
    expect(evidence.figures.incidents_inside).toBeGreaterThan(0)
    expect(evidence.figures.share_inside).toBeCloseTo(evidence.figures.incidents_inside / found.size, 12)
    expect(evidence.figures.pai).toBeCloseTo(evidence.figures.share_inside / evidence.figures.area_share, 12)
    expect(evidence.figures.area_share).toBeCloseTo(made.area_m2 / evidence.figures.study_area_m2, 6)

    await sql`INSERT INTO incident (number, received_at, local_day, taken_code, station_id, geom, cell)
      SELECT 'Z' || i, '2026-11-01 12:00+08', '2026-11-01', '010301', ${ours}, ST_SetSRID(ST_MakePoint(${hot!.x}, ${hot!.y}), 4326), ${cellOf(hot!.x, hot!.y)}::bigint FROM generate_series(1, 20) i`.execute(test.database.db)
    const again = (await wall(`/api/zones/${made.id}`)).json()
    expect(again.evidence).toEqual(evidence)
    expect(await inside()).toBe(evidence.figures.incidents_inside + 20)
    // A comparison counts now; the frozen figures stay.
    const moved = (await post(chief, `/api/zones/${made.id}/versions`, { revision: 1, reason: '缩小', geometry: square(hot!.x - 0.001, hot!.y - 0.001, 0.002) })).json()
    expect(moved.evidence, 'evidence is of a shape').toBeNull()
    await expect.poll(async () => (await wall(`/api/zones/${made.id}/compare?a=1&b=2`)).json().incidents).toMatchObject({ a: evidence.figures.incidents_inside + 20, of_version: 1 })
    const renamed = (await post(chief, `/api/zones/${made.id}/versions`, { revision: 2, reason: '改名', name: '新名' })).json()
    expect(renamed).toMatchObject({ version: 3, name: '新名', evidence: null })
  })

  it('takes nobody else\'s run for evidence, and no judgement without evidence', async () => {
    const found = await run(chief)
    expect((await post(analyst, '/api/zones', zone({ evidence: { run_id: found.id } }))).json().errors[0].pointer).toBe('/body/evidence/run_id')
    expect((await post(chief, '/api/zones', zone({ judgement: { run_id: found.id } }))).json().errors[0].pointer).toBe('/body/judgement')
    expect((await post(chief, '/api/zones', zone({ evidence: { run_id: found.id }, judgement: { run_id: found.id } }))).json().errors[0].pointer).toBe('/body/judgement/run_id')
  })

  it('freezes how its method did on later days, with the verdict in words', async () => {
    const found = await run(chief), judged = (await post(chief, '/api/analysis/judgements', { method: 'counts', selection: { ...selection, from: '2026-01-01', to: '2026-09-01' }, resolution: 8, windows: 4, wait_ms: 30_000 })).json()
    expect(judged.state, JSON.stringify(judged).slice(0, 300)).toBe('done')
    const made = (await post(chief, '/api/zones', zone({ evidence: { run_id: found.id }, judgement: { run_id: judged.id } }))).json()
    const { overall, verdict } = judged.result
    expect((await wall(`/api/zones/${made.id}`)).json().evidence).toMatchObject({ method: 'gi_star', judgement: { overall, verdict, windows: judged.result.windows.length, as_of: judged.as_of } })
    expect((await post(chief, '/api/zones', zone({ evidence: { run_id: judged.id } }))).json().errors[0]).toMatchObject({ pointer: '/body/evidence/run_id', detail: expect.stringContaining('is a judgement') })
  })

  it('keeps its evidence while its shape stays', async () => {
    const found = await run(chief), { id, evidence } = (await post(chief, '/api/zones', zone({ evidence: { run_id: found.id } }))).json()
    expect((await post(chief, `/api/zones/${id}/versions`, { revision: 1, reason: '续期', valid_to: soon(60), geometry: square(east, north, 0.001) })).json().evidence).toEqual(evidence)
  })

  it('is handed over once a version, and found by whom it was handed to', async () => {
    const { id } = (await post(analyst, '/api/zones', zone())).json()
    expect((await post(analyst, `/api/zones/${id}/hand-over`, { to: 'patrol', note: '夜间停留' })).json().handed_over).toMatchObject([{ to: 'patrol', state: 'waiting', version: 1, note: '夜间停留' }])
    expect((await post(analyst, `/api/zones/${id}/hand-over`, { to: 'patrol' })).statusCode).toBe(409)
    const listed = async (taker: string) => ((await wall(`/api/zones?handed_over=${taker}`)).json().zones as { id: number }[]).map(each => each.id)
    expect(await listed('patrol')).toContain(id)
    expect(await listed('deployment')).not.toContain(id)
    expect((await wall('/api/zones?handed_over=fire')).statusCode).toBe(400)
  })

  it('is withdrawn, not deleted, and leaves the map', async () => {
    const { id } = (await post(analyst, '/api/zones', zone())).json()
    expect((await post(analyst, `/api/zones/${id}/withdraw`, { reason: '诱因消除' })).json()).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '诱因消除' } })
    for (const [path, payload] of [['versions', { revision: 1, reason: 'x' }], ['hand-over', { to: 'patrol' }], ['withdraw', { reason: 'x' }]] as const)
      expect((await post(analyst, `/api/zones/${id}/${path}`, payload)).statusCode, path).toBe(409)
    expect((await analyst(`/api/zones/${id}`, { method: 'DELETE' })).statusCode).toBe(404)
    expect((await wall('/api/zones?state=withdrawn')).json().zones).toContainEqual(expect.objectContaining({ id }))
  })

  it('begins and ends with the clock; open maps hear of it, and of nothing else', async () => {
    const { id } = (await post(analyst, '/api/zones', zone({ valid_from: soon(2), valid_to: soon(4) }))).json()
    const { db } = test.database, revision = async () => (await sql<{ revision: number }>`SELECT revision FROM layer_revision WHERE layer = 'zones'`.execute(db)).rows[0]!.revision
    const stored = async () => (await sql<{ state: string }>`SELECT state FROM zone WHERE id = ${id}`.execute(db)).rows[0]!.state
    expect(await stored()).toBe('planned')
    await keepZoneStates(db)
    const before = await revision()
    await keepZoneStates(db)
    expect(await revision()).toBe(before)
    await keepZoneStates(db, new Date(soon(3)))
    expect([await stored(), await revision()]).toEqual(['active', before + 1])
    await keepZoneStates(db, new Date(soon(5)))
    expect(await stored()).toBe('expired')
  })
})
