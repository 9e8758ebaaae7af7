// Plans that are moved by hand, compared, kept and published, over HTTP.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayAfter, localDay } from '../../../layers/time.ts'
import type { Asker, TestApp } from '../../../tests/app.ts'
import { post, question, selection, solved, startPlanningCity } from '../../../tests/deployment.ts'

let test: TestApp, chief: Asker, analyst: Asker, stationAnalyst: Asker, dispatcher: Asker, stationId: number
beforeAll(async () => { ({ test, chief, analyst, stationAnalyst, dispatcher, stationId } = await startPlanningCity()) })
afterAll(() => test.stop())

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
