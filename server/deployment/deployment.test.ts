// The tiny city's deployment from demand to duty, over HTTP, on real roads.
import { gridDisk } from 'h3-js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayAfter, localDay } from '../../layers/time.ts'
import { cellOf } from '../../layers/h3.ts'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { travelTimesFrom } from '../network/travel-times.ts'
import { snapTo } from '../coverage/anchors.ts'
import type { Told } from './solve/solved.ts'

let test: TestApp, chief: Asker, analyst: Asker, stationAnalyst: Asker, dispatcher: Asker, stationId: number
const selection = { from: '2026-01-01', to: '2026-11-20' }
const question = { selection, model: 'maximal_covering', posts: 3, wait_ms: 30_000, sites: { junctions: { spacing_metres: 2_000 } } }
const post = (asker: Asker, url: string, payload: object) => asker(`/api/deployment/${url}`, { method: 'POST', payload })
const solved = async (asker: Asker, more: object = {}): Promise<{ id: string, result: Told }> => {
  const answer = (await post(asker, 'runs', { ...question, ...more })).json()
  expect(answer.state, JSON.stringify(answer).slice(0, 500)).toBe('done')
  return answer
}

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  await sql`UPDATE unit_position SET at = now() WHERE at > '2026-11-20T03:30:00Z'`.execute(test.database.db)
  await test.services.units.reload()
  await test.services.network.ready()
  const { rows: [station] } = await sql<{ id: number }>`SELECT station_id AS id FROM incident WHERE station_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`.execute(test.database.db)
  chief = await test.as('chief')
  analyst = await test.as('analyst')
  stationId = station!.id
  stationAnalyst = await test.as('analyst', stationId)
  dispatcher = await test.as('dispatcher')
})
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
    const { rows: [anchor] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM road`.execute(test.database.db)
    expect(anchor!.n).toBeGreaterThan(0)
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

describe('a post that is moved by hand', () => {
  it('tells what it changes, and agrees with a plan that is solved with it fixed there', async () => {
    const { id, result } = await solved(chief), { sites } = (await post(chief, 'sites', { selection, sites: question.sites })).json()
    const free = sites.find(({ id: site }: { id: string }) => !result.sites.some(each => each.id === site)), moves = [{ from: result.sites[0]!.id, to: free.id }]
    const changed = (await post(chief, 'what-if', { run_id: id, moves })).json()
    expect(changed.before).toEqual(result.figures)
    expect(changed.after.covered).toBeLessThanOrEqual(result.figures.covered + 1e-9)
    const fixed = await solved(chief, { fixed: [free.id, ...result.sites.slice(1).map(({ id: site }) => site)] })
    expect(changed.after.share).toBeCloseTo(fixed.result.figures.share!, 9)
    const weight = new Map(result.cells.cell.map((cell, i) => [cell, result.cells.weight[i]!])), of = (cells: string[]) => cells.reduce((sum, cell) => sum + weight.get(cell)!, 0)
    expect(of(changed.gained) - of(changed.lost)).toBeCloseTo(changed.after.covered - changed.before.covered, 6)
    const point = [free.longitude + 0.0001, free.latitude], anywhere = (await post(chief, 'what-if', { run_id: id, moves: [{ from: result.sites[0]!.id, point }] })).json()
    expect(anywhere.sites.some(({ kind, longitude }: { kind: string, longitude: number }) => kind === 'drawn' && longitude === point[0])).toBe(true)
    expect((await post(chief, 'what-if', { run_id: id, moves: [{ from: free.id, to: free.id }] })).json().errors[0].pointer).toBe('/body/moves/0/from')
  })
})

describe('comparing', () => {
  it('holds today\'s force, a proposal and a hand\'s change against the same held-out weeks', async () => {
    const { id, result } = await solved(chief), moves = [{ from: result.sites[0]!.id, point: [result.sites[0]!.longitude, result.sites[0]!.latitude] }]
    const compared = (await post(chief, 'compare', { run_id: id, moves })).json()
    expect(compared.today).toMatchObject({ source: 'units', plan_id: null })
    expect(compared.today.sites.length).toBeGreaterThan(3)
    expect(compared.proposal.built).toEqual(result.figures)
    expect(compared.proposal.judged).toEqual(result.held_out!.plan)
    // Moved to where it was: nothing changes.
    expect(compared.what_if.judged.share).toBeCloseTo(compared.proposal.judged.share, 9)
    expect(compared.differences.what_if_to_proposal).toMatchObject({ mean: 0, low: 0, high: 0 })
    const { judged_share: share, judged } = compared.proposal
    expect(share.mean).toBeCloseTo(judged.share, 9)
    expect(share.low).toBeLessThan(share.high)
    expect(compared.differences.proposal_to_today.mean).toBeCloseTo(judged.share - compared.today.judged.share, 9)
    // Weeks that are named end now, whatever is asked: what is to come would thin out what happened.
    const { from, weeks } = compared.judge, named = (await post(chief, 'compare', { run_id: id, judge: { from, to: '2099-01-01' } })).json().judge
    expect(Date.parse(named.to)).toBeLessThanOrEqual(Date.now())
    expect(named.weeks).toBeCloseTo((Date.parse(named.to) - Date.parse(from)) / (7 * 86_400_000), 9)
    expect(named.weeks).toBeGreaterThanOrEqual(weeks)
  })
})

describe('a duty plan', () => {
  it('that a station\'s analyst made is looked into by that analyst, not by another of a station', async () => {
    const { id, result } = await solved(stationAnalyst), made = (await post(stationAnalyst, 'plans', { name: '本所警力', run_id: id, valid_from: '2026-12-01' })).json()
    expect((await post(stationAnalyst, 'look', { plan_id: made.id })).json().cells).toEqual(result.cells)
    expect((await post(await test.as('chief', stationId), 'look', { plan_id: made.id })).statusCode).toBe(403)
  })

  const today = localDay(new Date(), 'Asia/Shanghai')
  it('is kept as a draft by an analyst, published by a chief, and is what stands in force then', async () => {
    const { id, result } = await solved(analyst), { rows: [unit] } = await sql<{ id: number, callsign: string }>`SELECT id::integer, callsign FROM unit WHERE kind = 'patrol_car' ORDER BY id LIMIT 1`.execute(test.database.db)
    const body = { name: '今日警力', run_id: id, valid_from: today, units: { [result.sites[0]!.id]: [unit!.id] } }
    const made = await post(analyst, 'plans', body)
    expect(made.statusCode, made.body).toBe(201)
    const plan = made.json()
    expect(plan).toMatchObject({ status: 'draft', moved: false, situation: result.situation, judge_from: result.judge_from, result: { gap: 0, objective: result.objective } })
    expect((await dispatcher(`/api/deployment/plans/${plan.id}`)).statusCode).toBe(404)
    expect((await post(analyst, `plans/${plan.id}/publish`, {})).statusCode).toBe(403)
    const published = await post(chief, `plans/${plan.id}/publish`, {})
    expect(published.statusCode, published.body).toBe(200)
    const { duty } = (await dispatcher('/api/deployment/duty')).json()
    expect(duty).toHaveLength(3)
    expect(duty.filter(({ callsign }: { callsign: string | null }) => callsign === unit!.callsign)).toHaveLength(1)
    expect(Date.parse(duty[0].to) - Date.parse(duty[0].from)).toBe(86_400_000)
    expect((await dispatcher(`/api/deployment/plans/${plan.id}`)).json().status).toBe('published')
    // Now it is what a proposal is held against.
    const compared = (await post(chief, 'compare', { plan_id: plan.id })).json()
    expect(compared.today).toMatchObject({ source: 'duty_plan', plan_id: plan.id })
    expect(compared.today.judged.share).toBeCloseTo(compared.proposal.judged.share, 9)
    expect(compared.proposal.judged).toEqual(result.held_out!.plan)
    expect((await post(stationAnalyst, 'compare', { plan_id: plan.id })).statusCode).toBe(403)
    // On the map it is what the search found, from its situation alone.
    const look = (await post(chief, 'look', { plan_id: plan.id })).json()
    expect(look.cells).toEqual(result.cells)
    expect(look.candidates.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(result.sites.map(({ id }) => id)))
    expect((await post(stationAnalyst, 'look', { plan_id: plan.id })).statusCode).toBe(403)

    const second = (await post(chief, 'plans', { name: '另一份', run_id: (await solved(chief)).id, valid_from: today })).json(), refused = await post(chief, `plans/${second.id}/publish`, {})
    expect(refused.statusCode).toBe(409)
    expect(refused.json().detail_zh).toContain('今日警力')
    expect((await post(chief, `plans/${plan.id}/withdraw`, { reason: '改案' })).json()).toMatchObject({ status: 'withdrawn', withdrawn: { reason: '改案' } })
    expect((await post(chief, `plans/${second.id}/publish`, {})).json().status).toBe('published')
    const { rows } = await sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${`deployment_plan/${plan.id}`} ORDER BY id`.execute(test.database.db)
    expect(rows.map(({ action }) => action)).toEqual(['deployment plan made', 'deployment plan published', 'deployment plan withdrawn'])
    await expect(sql`UPDATE deployment_plan SET sites = '[]' WHERE id = ${plan.id}`.execute(test.database.db)).rejects.toThrow('keeps what it was made of')
  })

  it('has the hours of its shift, a night over midnight on the day on which it begins', async () => {
    const { id } = await solved(chief), plan = (await post(chief, 'plans', { name: '中班', run_id: id, shift: 'evening', valid_from: '2027-03-01', valid_to: '2027-03-02' })).json()
    await post(chief, `plans/${plan.id}/publish`, {})
    const { duty } = (await chief('/api/deployment/duty?day=2027-03-02')).json()
    expect(duty).toHaveLength(3)
    expect(duty[0]).toMatchObject({ from: '2027-03-02T08:00:00.000Z', to: '2027-03-02T16:00:00.000Z', shift: 'evening' })
  })

  it('is nobody\'s duty on days that are over', async () => {
    const yesterday = dayAfter(today, -1), make = async (more: object) => (await post(chief, 'plans', { name: '昨天起', run_id: (await solved(chief)).id, valid_from: yesterday, shift: 'morning', ...more })).json()
    const over = await make({}), refused = await post(chief, `plans/${over.id}/publish`, {})
    expect([refused.statusCode, refused.json().detail_zh]).toEqual([409, expect.stringContaining(yesterday)])
    const going = await make({ valid_to: dayAfter(today, 1) })
    expect((await post(chief, `plans/${going.id}/publish`, {})).json().status).toBe('published')
    expect((await chief(`/api/deployment/duty?day=${yesterday}`)).json().duty).toEqual([])
    expect((await chief(`/api/deployment/duty?day=${dayAfter(today, 1)}`)).json().duty).toHaveLength(3)
    await expect(sql`UPDATE deployment_plan SET valid_from = ${today} WHERE id = ${going.id}`.execute(test.database.db)).rejects.toThrow('keeps what it was made of')
  })

  it('isn\'t published around the clock when its shift is gone meanwhile', async () => {
    const { id } = await solved(chief), plan = (await post(chief, 'plans', { name: '夜班', run_id: id, shift: 'night', valid_from: '2027-05-01' })).json()
    const { rows: [kept] } = await sql<{ value: { id: string }[] }>`SELECT value FROM setting WHERE key = 'shifts'`.execute(test.database.db)
    const write = (shifts: object) => sql`UPDATE setting SET value = ${JSON.stringify(shifts)} WHERE key = 'shifts'`.execute(test.database.db)
    await write(kept!.value.filter(shift => shift.id !== 'night'))
    const refused = await post(chief, `plans/${plan.id}/publish`, {})
    await write(kept!.value)
    expect(refused.statusCode).toBe(409)
    expect(refused.json().detail_zh).toContain('night')
    expect((await chief('/api/deployment/duty?day=2027-05-01')).json().duty).toEqual([])
  })

  it.each([
    ['an unknown shift', { shift: 'teatime' }, '/body/shift'], ['days the wrong way round', { valid_to: '2020-01-01' }, '/body/valid_to'], ['more than a month', { valid_from: '2027-01-01', valid_to: '2027-03-01' }, '/body/valid_to'],
    ['units at no site of it', { units: { 'facility:0': [1] } }, '/body/units/facility:0'], ['a division that isn\'t there', { division_id: 2_000_000_000 }, '/body/division_id'], ['an id beyond what there may be', { division_id: 3_000_000_000 }, '/body/division_id'],
  ])('refuses %s', async (_, more, pointer) => {
    const { id } = await solved(chief), answer = await post(chief, 'plans', { name: 'x', run_id: id, valid_from: today, ...more })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0].pointer).toBe(pointer)
  })
})

describe('beats', () => {
  it('are connected, balanced, and hold every cell that hangs together', async () => {
    const ask = { selection, beats: 3, tolerance: 0.3, resolution: 8, detached: 'leave_out', seconds: 10 }, drawn = (await post(chief, 'beats', ask)).json()
    expect(drawn.reasons).toEqual([])
    expect(['optimal', 'gap']).toContain(drawn.status)
    expect(drawn.objective).toBeGreaterThanOrEqual(drawn.bound)
    const mean = drawn.beats.reduce((sum: number, { load }: { load: number }) => sum + load, 0) / 3
    expect(drawn.beats.reduce((sum: number, { load, mean_seconds: way }: { load: number, mean_seconds: number | null }) => sum + load * (way ?? 0), 0)).toBeCloseTo(drawn.objective, 3)
    for (const [i, { load, cells }] of drawn.beats.entries()) {
      expect(Math.abs(load / mean - 1)).toBeLessThanOrEqual(0.3 + 1e-9)
      const own = new Set<string>(drawn.cells.filter((_: string, at: number) => drawn.beat[at] === i)), path = [[...own][0]!]
      expect(own.size).toBe(cells)
      own.delete(path[0]!)
      while (path.length > 0) for (const next of gridDisk(path.pop()!, 1)) if (own.delete(next)) path.push(next)
      expect(own.size).toBe(0)
    }
    const apart = (await post(chief, 'beats', { ...ask, beats: 1, detached: 'refuse' })).json()
    expect(apart.status).toBe('infeasible')
    expect(apart.reasons.map(({ code }: { code: string }) => code)).toContain('apart')
  })
})

describe('the response circles', () => {
  it('are audited by demand, residents and key places, and their gaps closed by the fewest posts', async () => {
    const { circles } = (await post(chief, 'circles', {})).json(), circle = circles.find(({ rule }: { rule: { code: string } }) => rule.code === 'branch-3')
    expect(circles.length).toBe(4)
    expect(circle.cells_inside + circle.gap.cells).toBe(circle.cells)
    expect(circle.demand_share).toBeGreaterThan(0)
    expect(circle.demand_share + circle.gap.demand_share).toBeCloseTo(1, 9)
    const { cells } = (await post(chief, 'circles', { cells_of: circle.rule.id })).json()
    expect(cells.cell.length).toBe(circle.cells)
    expect(cells.seconds.filter((seconds: number | null) => seconds !== null && seconds <= circle.rule.minutes * 60).length).toBe(circle.cells_inside)
    expect((await post(chief, 'circles', { cells_of: 999 })).statusCode).toBe(404)
    const sites = { junctions: { spacing_metres: 3_000 } }, closed = (await post(chief, `circles/${circle.rule.id}/closure`, { sites })).json()
    expect(closed.gap.cell.length + closed.cells_beyond).toBe(circle.gap.cells)
    expect(closed.closure).toMatchObject({ status: 'optimal', bound: closed.closure.posts })
    expect(closed.closure.cells_closed + closed.closure.cells_open).toBe(closed.gap.cell.length)
    const some = (await post(chief, `circles/${circle.rule.id}/closure`, { sites, posts: 1 })).json()
    expect(some.closure.posts).toBe(1)
    expect(some.closure.demand_closed).toBeGreaterThan(0)
    expect(some.closure.demand_closed).toBeLessThanOrEqual(closed.closure.demand_closed)
  })

  it('are audited for a plan as for units that stand there', async () => {
    const { id } = await solved(chief), { circles } = (await post(chief, 'circles', { run_id: id })).json()
    expect(circles.map(({ rule, units }: { rule: { code: string }, units: number }) => [rule.code, units])).toEqual([['post-1', 0], ['branch-3', 3], ['bureau-5', 3], ['key-places-3', 3]])
  })
})

describe('the minutes allowed', () => {
  it('are the chief\'s to set, by class of area and force, and plans follow them', async () => {
    const setting = (await chief('/api/deployment/setting')).json(), { rows: [bureau] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'bureau' LIMIT 1`.execute(test.database.db)
    const wider = { ...setting, minutes: { ...setting.minutes, outskirts: { ...setting.minutes.outskirts, patrol_car: 11 } }, divisions: { [bureau!.id]: 'outskirts' } }
    expect((await analyst('/api/deployment/setting', { method: 'PUT', payload: wider })).statusCode).toBe(403)
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: { ...wider, minutes: {} } })).statusCode).toBe(400)
    // No division has such an id, and the database none so large.
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: { ...wider, divisions: { 99999999999: 'city' } } })).statusCode).toBe(400)
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: { ...wider, divisions: { downtown: 'city' } } })).statusCode).toBe(400)
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: wider })).statusCode).toBe(200)
    const { result } = await solved(chief), atStations = result.cells.limit.filter((_, i) => result.cells.area_class[i] === 'outskirts')
    expect(atStations.length).toBeGreaterThan(0)
    expect(new Set(atStations)).toEqual(new Set([660]))
    await chief('/api/deployment/setting', { method: 'PUT', payload: setting })
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
