// Plans simulated over HTTP on the tiny city's own calls and roads.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDay } from '../../../layers/time.ts'
import type { Asker, TestApp } from '../../../tests/app.ts'
import { post, selection, solved as solvedBy, startPlanningCity } from '../../../tests/deployment.ts'
import type { SimulationResult } from './result.ts'

let test: TestApp, chief: Asker, analyst: Asker, run: string
const solved = async (more: object = {}): Promise<string> => (await solvedBy(chief, more)).id
const simulated = async (body: object, asker = chief): Promise<SimulationResult> => {
  const answer = (await post(asker, 'simulations', { replications: 20, wait_ms: 30_000, ...body })).json()
  expect(answer.state, JSON.stringify(answer).slice(0, 500)).toBe('done')
  return answer.result
}
const plan = ({ plans }: SimulationResult, id: string) => plans.find(each => each.id === id)!

beforeAll(async () => {
  ({ test, chief, analyst } = await startPlanningCity())
  run = await solved()
})
afterAll(() => test.stop())

describe('a simulation', () => {
  it('replays the whole weeks that were held out under today\'s units and the proposal, with intervals', async () => {
    const result = await simulated({ run_id: run, replications: 40 })
    // Of Friday 23 October to Thursday 19 November, the weeks that begin on 26 October, 2 and 9 November.
    expect(result).toMatchObject({ judge: { from: '2026-10-25T16:00:00.000Z', to: '2026-11-15T16:00:00.000Z' }, weeks: 3, replications: 40, seed: 1, handling: { is: 'measured' } })
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE received_at >= '2026-10-26 00:00+08' AND received_at < '2026-11-16 00:00+08' AND channel <> 'patrol' AND merged_into_id IS NULL
      AND point_level IN ('road', 'number', 'building', 'unit', 'room') AND NOT (timeline @> '[{"status":"transferred"}]' AND NOT timeline @> '[{"status":"on_scene"}]' AND NOT timeline @> '[{"status":"enroute"}]' AND NOT timeline @> '[{"status":"dispatched"}]')`.execute(test.database.db)
    const elsewhere = Number(/^(\d+) incidents lie in none/.exec(result.notes.find(({ en }) => en.includes('none of the plan'))?.en ?? '')?.[1] ?? 0)
    expect(result.calls).toBe(row!.n - elsewhere)
    expect(result.plans.map(({ id }) => id)).toEqual(['today', 'proposal'])
    const [today, proposal] = result.plans
    for (const { figures: { share, mean, ninetieth } } of result.plans) {
      expect(share!.low).toBeLessThanOrEqual(share!.mean)
      expect(mean!.low).toBeLessThan(mean!.high)
      expect(mean!.mean).toBeLessThan(ninetieth!.mean)
    }
    expect(today!.difference).toBeNull()
    expect(proposal!.difference!.mean!.mean).toBeCloseTo(proposal!.figures.mean!.mean - today!.figures.mean!.mean, 6)
    expect(proposal!.crews).toHaveLength(3)
    expect(today!.crews.length).toBe(today!.sites.reduce((sum, { units }) => sum + units, 0))
    const answered = proposal!.crews.reduce((sum, { calls_a_week: calls }) => sum + calls!.mean, 0)
    expect(answered).toBeGreaterThan(0.9 * result.calls / 3 * (1 - proposal!.figures.unanswered!.mean))
    expect(result.notes.some(({ zh, en }) => zh.includes('3 周') && en.includes('3 weeks'))).toBe(true)
  })

  it('comes out the same from the same seed, and otherwise from another', async () => {
    const first = await simulated({ run_id: run, seed: 5 }), again = await simulated({ run_id: await solved({ seconds: 19 }), seed: 5 }), other = await simulated({ run_id: run, seed: 6 })
    expect(again).toEqual(first)
    expect(plan(other, 'proposal').figures.mean).not.toEqual(plan(first, 'proposal').figures.mean)
  })

  it('shows what a hand\'s change makes of the proposal', async () => {
    const { sites } = plan(await simulated({ run_id: run }), 'proposal'), far = { from: sites[0]!.id, to: sites[1]!.id }
    const result = await simulated({ run_id: run, moves: [far] }), [proposal, whatIf] = [plan(result, 'proposal'), plan(result, 'what_if')]
    expect(whatIf.sites.find(({ id }) => id === sites[1]!.id)!.units).toBe(2)
    expect(whatIf.crews.filter(({ site }) => site === sites[1]!.id)).toHaveLength(2)
    expect(whatIf.figures.mean).not.toEqual(proposal.figures.mean)
    expect(whatIf.figures.share!.mean).toBeLessThan(proposal.figures.share!.mean)
  })

  it('takes handling times from the log, and those that it lacks from weeks that the plan was built on', async () => {
    const logged = await simulated({ run_id: run })
    expect(logged.handling.logged).toBeGreaterThan(0.5)
    expect(logged.handling.mean_seconds).toBeGreaterThan(10 * 60)
    // What the judged weeks' log says changes none of what unknown times are drawn from.
    await sql`UPDATE incident SET timeline = '[]' WHERE received_at >= '2026-10-23 00:00+08' AND received_at < '2026-11-20 00:00+08'`.execute(test.database.db)
    await heard()
    const unlogged = await simulated({ run_id: await solved() })
    expect(unlogged.handling.logged).toBe(0)
    expect(unlogged.handling.mean_seconds).toBe(logged.handling.mean_seconds)
    expect(unlogged.notes.some(({ zh, en }) => zh.includes('100% 的警情没有记录') && en.includes('100 % of the calls'))).toBe(true)
  })

  it('lets the crews of a shift answer the calls of its hours only', async () => {
    const evening = await solved({ selection: { ...selection, shifts: ['evening'] } }), result = await simulated({ run_id: evening })
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE received_at >= '2026-10-26 00:00+08' AND received_at < '2026-11-16 00:00+08' AND channel <> 'patrol' AND merged_into_id IS NULL
      AND point_level IN ('road', 'number', 'building', 'unit', 'room') AND extract(hour FROM received_at AT TIME ZONE 'Asia/Shanghai') >= 16`.execute(test.database.db)
    expect(result.calls).toBeGreaterThan(0.9 * row!.n)
    expect(result.calls).toBeLessThanOrEqual(row!.n)
    // A third of the hours, so about three times the share of them.
    const around = plan(await simulated({ run_id: await solved() }), 'proposal'), load = (crews: typeof around.crews) => crews.reduce((sum, each) => sum + each.load!.mean, 0)
    expect(load(plan(result, 'proposal').crews)).toBeGreaterThan(load(around.crews))

    const kept = (await post(chief, 'plans', { name: '夜班', run_id: await solved(), shift: 'night', valid_from: localDay(new Date(), 'Asia/Shanghai') })).json()
    const night = await simulated({ plan_id: kept.id })
    expect(night.calls).toBeGreaterThan(0)
    expect(night.calls).toBeLessThan((await simulated({ run_id: await solved() })).calls)
    const none = (await post(chief, 'plans', { name: '错班', run_id: evening, shift: 'night', valid_from: localDay(new Date(), 'Asia/Shanghai') })).json()
    expect((await post(chief, 'simulations', { plan_id: none.id, wait_ms: 30_000 })).json()).toMatchObject({ state: 'nothing', why: { zh: expect.stringContaining('没有重合'), en: expect.stringContaining('no hour in common') } })
  })

  it('is of the proposal alone where nobody stands anywhere, and says so', async () => {
    const result = await simulated({ run_id: await solved({ force: 'motorcycle' }) })
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM unit u JOIN unit_status s ON s.code = u.status WHERE u.kind = 'motorcycle' AND s.meaning <> 'off_duty'`.execute(test.database.db)
    expect(row!.n).toBeGreaterThan(0)
    await sql`UPDATE unit SET status = 'off_duty' WHERE kind = 'motorcycle'`.execute(test.database.db)
    await test.services.units.reload()
    const alone = await simulated({ run_id: await solved({ force: 'motorcycle' }) })
    expect(alone.plans.map(({ id, difference }) => [id, difference])).toEqual([['proposal', null]])
    expect(alone.notes.some(({ zh, en }) => zh.includes('只模拟方案') && en.includes('only the proposal'))).toBe(true)
    expect(plan(alone, 'proposal').figures).toEqual(plan(result, 'proposal').figures)
  })

  it('sends a call that needs something to a crew that has it, where all units are named', async () => {
    const { rows: cars } = await sql<{ id: number }>`SELECT id::integer FROM unit WHERE kind = 'patrol_car' AND status <> 'off_duty' ORDER BY id`.execute(test.database.db), own = cars.slice(0, 3).map(({ id }) => id)
    const needed = { capabilities: [{ prefix: '03', needed: ['breath_test'], wanted: [] }] }, id = await solved(), { sites } = plan(await simulated({ run_id: id }), 'proposal')
    await sql`INSERT INTO setting (key, value) VALUES ('dispatch', ${JSON.stringify(needed)}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`.execute(test.database.db)
    await sql`UPDATE unit SET capabilities = CASE WHEN id = ${own[0]!} THEN '{breath_test}'::text[] ELSE '{}'::text[] END`.execute(test.database.db)
    await test.services.units.reload()
    const units = Object.fromEntries(sites.map(({ id: site }, i) => [site, [own[i]!]])), today = localDay(new Date(), 'Asia/Shanghai')
    const unnamed = await simulated({ run_id: id })
    expect(unnamed.notes.some(({ en }) => en.includes('not all units are named'))).toBe(true)
    const kept = (await post(chief, 'plans', { name: '指名', run_id: id, valid_from: today, units })).json(), named = await simulated({ plan_id: kept.id })
    expect(named.notes.some(({ en }) => en.includes('not all units are named'))).toBe(false)
    const calls = ({ crews }: ReturnType<typeof plan>) => crews[0]!.calls_a_week!.mean
    expect(calls(plan(named, 'proposal'))).toBeGreaterThan(calls(plan(unnamed, 'proposal')))
    expect(plan(named, 'proposal').figures.share!.mean).toBeLessThan(plan(unnamed, 'proposal').figures.share!.mean)
    await sql`DELETE FROM setting WHERE key = 'dispatch'`.execute(test.database.db)
  })

  it('holds the plan in force against the proposal, and tells where that plan has seen the weeks', async () => {
    const today = localDay(new Date(), 'Asia/Shanghai'), publish = async (run: string) => {
      const { id } = (await post(chief, 'plans', { name: '在行', run_id: run, valid_from: today })).json()
      expect((await post(chief, `plans/${id}/publish`, {})).statusCode).toBe(200)
      return id as number
    }
    const own = await solved(), honest = await publish(own), same = await simulated({ run_id: own })
    expect(plan(same, 'today').figures).toEqual(plan(same, 'proposal').figures)
    expect(plan(same, 'proposal').difference!.share).toEqual({ mean: 0, low: 0, high: 0 })
    expect(same.notes.some(({ en }) => en.includes('to its advantage'))).toBe(false)
    await post(chief, `plans/${honest}/withdraw`, { reason: '改案' })
    const knowing = await publish(await solved({ held_out_weeks: 0 })), { notes } = await simulated({ run_id: own })
    expect(notes.some(({ zh, en }) => zh.includes('2026-11-20 以前') && en.includes('until 2026-11-20'))).toBe(true)
    await post(chief, `plans/${knowing}/withdraw`, { reason: '改案' })
  })
})

describe('what can\'t be simulated', () => {
  it('is refused where the plan has seen the weeks', async () => {
    const answer = await post(chief, 'simulations', { run_id: run, judge: { from: '2026-10-01', to: '2026-11-01' } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0]).toMatchObject({ pointer: '/body/judge/from', detail: expect.stringContaining('can\'t be judged by them') })
    expect((await post(chief, 'simulations', { run_id: run, judge: { from: '2099-01-01', to: '2099-03-01' } })).json().errors[0]).toMatchObject({ pointer: '/body/judge/from', detail: expect.stringContaining('in the future') })
    expect((await post(chief, 'simulations', { run_id: run, replications: 5 })).statusCode).toBe(400)
  })

  it('is nothing, in the chief\'s words: no weeks held out, no whole week, no call', async () => {
    const nothing = async (body: object) => (await post(chief, 'simulations', { wait_ms: 30_000, ...body })).json()
    expect(await nothing({ run_id: await solved({ held_out_weeks: 0 }) })).toMatchObject({ state: 'nothing', why: { zh: expect.stringContaining('没有留出'), en: expect.stringContaining('hold some out') } })
    expect(await nothing({ run_id: run, judge: { from: '2026-10-27', to: '2026-11-08' } })).toMatchObject({ state: 'nothing', why: { zh: expect.stringContaining('2026-10-27'), en: expect.stringContaining('No whole week') } })
    await sql`DELETE FROM incident WHERE received_at >= '2026-11-09 00:00+08' AND received_at < '2026-11-16 00:00+08'`.execute(test.database.db)
    await heard()
    expect(await nothing({ run_id: run, judge: { from: '2026-11-09', to: '2026-11-16' } })).toMatchObject({ state: 'nothing', why: { zh: expect.stringContaining('1 周里没有'), en: expect.stringContaining('no call to replay') } })
  })

  it('ends at once when it is cancelled, is nobody else\'s, and takes the power to plan', async () => {
    const { id, state } = (await post(chief, 'simulations', { run_id: run, replications: 500, seed: 99, wait_ms: 0 })).json()
    expect(state).toBe('running')
    expect((await chief(`/api/deployment/simulations/${id}`)).json()).toMatchObject({ id, state: 'running', progress: { total: 500 } })
    expect((await analyst(`/api/deployment/simulations/${id}`)).statusCode).toBe(404)
    expect((await analyst(`/api/deployment/simulations/${id}`, { method: 'DELETE' })).statusCode).toBe(404)
    expect((await chief(`/api/deployment/simulations/${id}`, { method: 'DELETE' })).json().state).toBe('cancelled')
    const officer = await test.as('community_officer')
    expect((await post(officer, 'simulations', { run_id: run })).statusCode).toBe(403)
    expect((await officer(`/api/deployment/simulations/${id}`)).statusCode).toBe(403)
    expect((await post(analyst, 'simulations', { run_id: run })).statusCode).toBe(404)
  })
})

/** Until the server knows of what was written. */
async function heard(): Promise<void> {
  const { rows: [row] } = await sql<{ revision: number }>`SELECT revision::integer FROM layer_revision WHERE layer = 'incidents'`.execute(test.database.db)
  await expect.poll(() => test.services.changes.revision('incidents').revision).toBe(row!.revision)
}
