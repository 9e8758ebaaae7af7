// The tiny city's demand and plans, over HTTP, on real roads.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellOf } from '../../../layers/h3.ts'
import type { Asker, TestApp } from '../../../tests/app.ts'
import { post, question, selection, solved, startPlanningCity } from '../../../tests/deployment.ts'
import { snapTo } from '../../coverage/anchors.ts'
import { travelTimesFrom } from '../../network/travel-times.ts'
import type { Told } from './solved.ts'

let test: TestApp, chief: Asker, analyst: Asker, dispatcher: Asker
beforeAll(async () => { ({ test, chief, analyst, dispatcher } = await startPlanningCity()) })
afterAll(() => test.stop())

describe('demand', () => {
  it('is what incidents of the weeks before the held-out ones weigh, by cell and by hour, with an interval around it', async () => {
    const demand = (await post(chief, 'demand', { selection, estimate: 'counted', by_hour: true, weights: { by_grade: { 1: 1, 2: 1, 3: 1 } } })).json()
    expect(demand.judge).toEqual({ from: '2026-10-22T16:00:00.000Z', to: '2026-11-19T16:00:00.000Z' })
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE received_at >= '2026-01-01 00:00+08' AND received_at < '2026-10-23 00:00+08' AND channel <> 'patrol' AND merged_into_id IS NULL
      AND geom IS NOT NULL AND point_level IN ('road', 'number', 'building', 'unit', 'room')`.execute(test.database.db)
    expect(demand.size).toBe(row!.n)
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
    expect(sum(demand.counts)).toBe(row!.n)
    expect(sum(demand.weights) * demand.weeks).toBeCloseTo(row!.n, 6)
    expect(sum(demand.hours) * demand.weeks).toBeCloseTo(row!.n, 6)
    expect(sum(demand.by_hour.weight)).toBeLessThanOrEqual(sum(demand.weights) + 1e-9)
    expect(demand.cells.length).toBeLessThanOrEqual(2_000)
    demand.cells.forEach((_: string, i: number) => expect(demand.low[i]).toBeLessThan(demand.high[i]))
  })

  it('is refused where a weight is for what can be no type: it would quietly count for nothing', async () => {
    expect((await post(chief, 'demand', { selection, weights: { by_code: { '1': 5 } } })).statusCode).toBe(400)
    expect((await post(chief, 'demand', { selection, weights: { by_code: { '01': 5 } } })).statusCode).toBe(200)
  })

  it('within zones is that of incidents inside any of them', async () => {
    const { rows: zones } = await sql<{ id: number }>`SELECT id FROM zone WHERE withdrawn_at IS NULL ORDER BY id LIMIT 3`.execute(test.database.db), ids = zones.map(({ id }) => id)
    const inZones = (await post(chief, 'demand', { selection, zones: ids })).json()
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident i WHERE received_at >= '2026-01-01 00:00+08' AND received_at < '2026-10-23 00:00+08' AND channel <> 'patrol' AND merged_into_id IS NULL
      AND point_level IN ('road', 'number', 'building', 'unit', 'room') AND EXISTS (SELECT 1 FROM zone z WHERE z.id = ANY(${ids}::integer[]) AND ST_Contains(z.geom, i.geom))`.execute(test.database.db)
    expect(row!.n).toBeGreaterThan(0)
    expect(inZones.size).toBe(row!.n)
    expect((await post(chief, 'demand', { selection: { ...selection, division_id: 1 }, zones: ids })).json().errors[0].pointer).toBe('/body/zones')
  })

  it('leaves a week to build on, or says what to change', async () => {
    const answer = (await post(chief, 'demand', { selection: { from: '2026-11-01', to: '2026-11-20' }, held_out_weeks: 2 })).json()
    expect(answer.errors[0]).toMatchObject({ pointer: '/body/held_out_weeks' })
    expect(answer.errors[0].detail).toContain('5.0 days to build on')
  })
})

describe('a plan', () => {
  it('is proven, no worse than greedy, and every time in it is the road\'s', async () => {
    const { result } = await solved(chief)
    expect(result).toMatchObject({ status: 'optimal', gap: 0, travel: { times: 'road', kind: 'car', force: 'patrol_car' } })
    expect(result.sites.reduce((sum, { units }) => sum + units, 0)).toBe(3)
    expect(result.figures.covered).toBeCloseTo(result.objective, 6)
    expect(result.figures.covered).toBeGreaterThanOrEqual(result.greedy!.figures.covered - 1e-9)
    expect(result.figures.loads.reduce((sum, { load, units }) => sum + load * units, 0) + result.figures.unreached).toBeCloseTo(result.figures.demand, 6)
    const roads = test.services.network.current(), { cells, sites, travel } = result, reached = cells.seconds.findIndex((each, i) => each !== null && each > 60 && cells.site[i]! >= 0)
    const run = test.services.deployment.runs, own = (await solved(chief)).id, hand = run.own(own, (await accountId('chief')))
    if (hand.current.state !== 'done') throw new Error('not done')
    const { ground } = hand.current.byShift[0]!.inHand.situation, to = snapTo(roads, ground.longitude[reached]!, ground.latitude[reached]!, 'car')!
    const times = sites.map(({ longitude, latitude }) => travelTimesFrom(roads, snapTo(roads, longitude, latitude, 'car')!, [to], { kind: 'car', siren: true, hour: travel.hour })[0]!)
    expect(cells.seconds[reached]).toBe(Math.round(Math.min(...times)))
  })

  it('can\'t be built on data that it is judged by', async () => {
    const { rows: [place] } = await sql<{ x: number, y: number }>`SELECT ST_X(geom) AS x, ST_Y(geom) AS y FROM facility WHERE kind = 'station' ORDER BY id DESC LIMIT 1`.execute(test.database.db)
    const before = await solved(chief), repeats = async () => (await post(chief, 'demand', { selection, weights: { near_repeat: { metres: 300 } } })).json(), nearBefore = await repeats()
    expect(before.result.judge_from).toBe('2026-10-22T16:00:00.000Z')
    // So much after that instant that any plan that saw it would have to stand there.
    await sql`INSERT INTO incident (number, received_at, local_day, taken_code, geom, cell)
      SELECT 'L' || i, '2026-11-01 12:00+08', '2026-11-01', '0101', ST_SetSRID(ST_MakePoint(${place!.x}, ${place!.y}), 4326), ${cellOf(place!.x, place!.y)}::bigint FROM generate_series(1, 5000) i`.execute(test.database.db)
    await heard()
    const after = await solved(chief)
    expect(after.id).not.toBe(before.id)
    expect(after.result.situation).toBe(before.result.situation)
    expect(after.result.sites).toEqual(before.result.sites)
    expect(after.result.figures).toEqual(before.result.figures)
    expect(after.result.held_out!.incidents).toBe(before.result.held_out!.incidents + 5_000)
    expect(nearBefore.near_repeat).toMatchObject({ metres: 300, days: 14, observed: expect.any(Number) })
    expect(await repeats()).toEqual(nearBefore)
    // And whoever asks to judge it by earlier weeks is refused.
    const refused = (await post(chief, 'compare', { run_id: after.id, judge: { from: '2026-10-01', to: '2026-11-01' } })).json()
    expect(refused.errors[0].pointer).toBe('/body/judge/from')
    expect(refused.errors[0].detail).toContain('can\'t be judged by them')
    await sql`DELETE FROM incident WHERE number LIKE 'L%'`.execute(test.database.db)
    await heard()
  })

  it.each([
    ['backup_covering', {}], ['set_covering', { posts: undefined, unreachable: 'leave_out' }], ['p_median', {}], ['p_centre', { unreachable: 'leave_out', minutes: { rural: 60 } }], ['busy_units', { busy: 0.3, room: 2 }],
  ])('of the model %s is proven too', async (model, more) => {
    const { result } = await solved(chief, { model, ...more })
    expect(result.status).toBe('optimal')
    expect(result.sites.length).toBeGreaterThan(0)
  })

  it('for each shift lets no more posts move than it may, and each can be looked at on its own', async () => {
    const ask = { ...question, model: 'by_shift', posts: 4, shifts: ['night', 'morning', 'evening'] }, at = (sites: { id: string }[]) => sites.map(({ id }) => id)
    const still = (await post(chief, 'runs', { ...ask, moves: 0 })).json(), free = (await post(chief, 'runs', { ...ask, moves: 4 })).json()
    expect(still.shifts.map(({ shift }: { shift: string }) => shift)).toEqual(ask.shifts)
    expect(new Set(still.shifts.map(({ result }: { result: Told }) => at(result.sites).join())).size).toBe(1)
    expect(free.shifts[0].result.objective).toBeGreaterThanOrEqual(still.shifts[0].result.objective - 1e-9)
    const covered = free.shifts.reduce((sum: number, { result }: { result: Told }) => sum + result.figures.covered, 0)
    expect(covered).toBeCloseTo(free.shifts[0].result.objective, 6)
    const compared = (await post(chief, 'compare', { run_id: free.id, of_shift: 'evening' })).json()
    expect(compared.proposal.built).toEqual(free.shifts[2].result.figures)
    expect((await post(chief, 'compare', { run_id: free.id })).json().errors[0]).toMatchObject({ pointer: '/body/of_shift', detail: expect.stringContaining('night, morning, evening') })
    expect((await post(chief, 'runs', { ...ask, shifts: ['night'] })).json().errors[0].pointer).toBe('/body/shifts')
  })

  it('by straight line, or with near repeats, says so', async () => {
    const { result } = await solved(chief, { straight_line: { kmh: 30 }, weights: { near_repeat: { metres: 300 } } })
    expect(result.travel.times).toBe('straight_line')
    expect(result.notes.some(({ zh, en }) => zh.includes('直线') && en.includes('straight line'))).toBe(true)
    expect(result.notes.some(({ zh, en }) => zh.includes('300 米') && en.includes('within 300 m'))).toBe(true)
  })

  it('is refused in the chief\'s words where the question contradicts itself', async () => {
    const { sites } = (await post(chief, 'sites', { selection, sites: question.sites })).json(), ids = sites.map(({ id }: { id: string }) => id) as string[]
    const ask = async (more: object) => (await post(chief, 'runs', { ...question, ...more })).json()
    const both = await ask({ fixed: [ids[0]], forbidden: [ids[0]] })
    expect(both).toMatchObject({ state: 'infeasible', reasons: [{ code: 'fixed_forbidden', sites: [ids[0]] }] })
    expect(both.reasons[0].why.zh).toContain(sites[0].name)
    expect((await ask({ posts: ids.length + 1 })).reasons[0]).toMatchObject({ code: 'more_posts_than_sites', change: { en: expect.stringContaining(`no more than ${ids.length}`) } })
    expect((await ask({ selection: { ...selection, from: '2001-01-01', to: '2001-06-01' } })).reasons[0]).toMatchObject({ code: 'no_demand' })
    expect((await ask({ model: 'set_covering', posts: undefined, minutes: { city: 0.5, outskirts: 0.5, rural: 0.5 } })).reasons[0]).toMatchObject({ code: 'unreachable', cells: expect.any(Array) })
    expect((await ask({ sites: { stations: false, police_posts: false } })).reasons[0].code).toBe('no_sites')
    expect((await ask({ fixed: ['facility:0'] })).errors[0]).toMatchObject({ pointer: '/body/fixed' })
  })

  it('tells of demand that no road leads to', async () => {
    const { result } = await solved(chief, { minutes: { city: 2, outskirts: 2, rural: 2 } })
    expect(result.left_out.cells.length).toBeGreaterThan(0)
    expect(result.left_out.share).toBeGreaterThan(0)
  })

  it('ends at once when it is cancelled, and is nobody else\'s', async () => {
    const { id } = (await post(chief, 'runs', { ...question, posts: 5, wait_ms: 0 })).json()
    expect((await analyst(`/api/deployment/runs/${id}`)).statusCode).toBe(404)
    expect((await chief(`/api/deployment/runs/${id}`, { method: 'DELETE' })).json().state).toBe('cancelled')
    expect((await chief(`/api/deployment/runs/${id}`)).statusCode).toBe(404)
    expect((await post(dispatcher, 'runs', question)).statusCode).toBe(403)
  })
})

/** Until the server knows of what was written. */
async function heard(): Promise<void> {
  const { rows: [row] } = await sql<{ revision: number }>`SELECT revision::integer FROM layer_revision WHERE layer = 'incidents'`.execute(test.database.db)
  await expect.poll(() => test.services.changes.revision('incidents').revision).toBe(row!.revision)
}

async function accountId(role: string): Promise<number> {
  const { rows: [row] } = await sql<{ id: number }>`SELECT id FROM account WHERE name LIKE ${`${role}-%`} ORDER BY id LIMIT 1`.execute(test.database.db)
  return row!.id
}
