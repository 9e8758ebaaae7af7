// Who should go: against brute force, and case by case.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRandom } from '../../../seed/random.ts'
import { startTestApp, type Asker, type TestApp } from '../../../tests/app.ts'
import type { UnitNow } from '../../positions/units.ts'
import { freshUnits, key, makeIncident, unitsOnDuty } from '../../../tests/dispatch-city.ts'
import { recommend, type Request, type Target } from './recommend.ts'
import { usualSettings, type DispatchSettings } from './settings.ts'
import { planJourney, travel } from './travel.ts'

let test: TestApp, dispatcher: Asker
beforeAll(async () => {
  test = await startTestApp()
  dispatcher = await test.as('dispatcher')
  await test.services.network.ready()
})
afterAll(() => test.stop())
beforeEach(async () => {
  await sql`UPDATE assignment SET ended_at = now(), ended = 'stood_down' WHERE ended_at IS NULL`.execute(test.database.db)
  await sql`UPDATE unit SET incident_id = NULL, capabilities = '{first_aid}', crew = 2`.execute(test.database.db)
  await sql`DELETE FROM unit_status_change`.execute(test.database.db)
  await freshUnits(test)
})

/** Nothing but the time counts. */
const timeOnly: DispatchSettings = { ...usualSettings, weights: Object.fromEntries(Object.keys(usualSettings.weights).map(name => [name, 0])) as DispatchSettings['weights'], max_minutes: 240 }
const plain: Request = { kinds: [], capabilities: [], unitsWanted: 1, siren: true }
const target = (longitude: number, latitude: number, more: Partial<Target> = {}): Target => ({ id: 0, code: '030101', grade: 3, station_id: null, longitude, latitude, ...more })
const onDuty = () => [...test.services.units.all()].filter(unit => unit.meaning === 'available' && unit.fix)
const at = (unit: UnitNow) => [unit.fix!.longitude, unit.fix!.latitude] as const
const edit = async (id: number, values: Record<string, unknown>) => {
  await sql`UPDATE unit SET ${sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))} WHERE id = ${id}`.execute(test.database.db)
  await test.services.units.reload()
}
/** The unit that would be proposed at the place of another, far from all else. */
const ask = (unit: UnitNow, { settings = usualSettings, request = {}, more = {} }: { settings?: DispatchSettings, request?: Partial<Request>, more?: Partial<Target> } = {}) =>
  recommend(test.services, target(...at(unit), more), { ...plain, ...request }, { settings, coverage: false })

describe('the first that is proposed', () => {
  it('is the one that arrives first of all that fit, on 500 incidents anywhere in the city', async () => {
    const random = createRandom(20261122, 'recommendation')
    const { extent: [west, south, east, north] } = await test.services.city()
    const network = test.services.network.current()
    const everybody = onDuty().map(unit => ({ unit, metres: 0 }))
    let decided = 0, unreached = 0
    for (let i = 0; i < 500; i++) {
      // Near somebody, or anywhere at all: on water and hills nobody can get there by road.
      const near = random.pick(everybody).unit.fix!
      const [longitude, latitude] = i % 5 ? [near.longitude + random.between(-0.03, 0.03), near.latitude + random.between(-0.03, 0.03)] : [random.between(west, east), random.between(south, north)]
      const now = Date.now() + random.integer(0, 20) * 1000, hour = (new Date(now).getUTCHours() + 8) % 24
      const { candidates, shortfall } = await recommend(test.services, target(longitude, latitude), plain, { settings: timeOnly, now, coverage: false })
      const journey = planJourney({ network, longitude, latitude, hour, siren: true, settings: timeOnly })
      const all = everybody.map(({ unit }) => ({ unit, metres: metresBetween(unit.fix!, { longitude, latitude }) }))
      const best = [...travel(journey, all)].map(([id, { seconds }]) => ({ id, seconds })).filter(({ seconds }) => seconds < Infinity).sort((a, b) => a.seconds - b.seconds || a.id - b.id)[0]
      if (!best) { expect(shortfall?.missing).toContain('unreachable'); unreached++; continue }
      // Told in tenths of a second; a tie goes to the lower id.
      expect(Math.abs(candidates[0]!.seconds! - best.seconds)).toBeLessThan(0.051)
      expect(candidates[0]!.unit_id).toBe(best.id)
      decided++
    }
    expect(decided + unreached).toBe(500)
    expect(decided).toBeGreaterThan(300)
  }, 120_000)

  it('stays the same where two are equal, and its candidates come best first', async () => {
    const { candidates } = await ask(onDuty()[0]!)
    expect(candidates.map(one => one.score)).toEqual(candidates.map(one => one.score).sort((a, b) => a - b))
    expect(candidates.map(one => one.rank)).toEqual([1, 2, 3, 4, 5])
    expect((await ask(onDuty()[0]!)).candidates).toEqual(expect.arrayContaining(candidates.map(({ unit_id, score }) => expect.objectContaining({ unit_id, score }))))
  })

  it('has a score that is its minutes and what speaks against it, added up', async () => {
    const { candidates } = await ask(onDuty()[0]!, { more: { station_id: -1, grade: 1 } })
    for (const { score, seconds, reasons } of candidates) expect(score).toBeCloseTo(seconds! + reasons.reduce((sum, reason) => sum + reason.seconds, 0), 1)
    expect(candidates[0]!.reasons.some(reason => reason.code === 'other_station' && !reason.for && reason.seconds === 45)).toBe(true)
  })
})

describe('never proposed', () => {
  it('is a unit off duty, whatever is stored of where it was', async () => {
    const unit = onDuty()[0]!, [longitude, latitude] = at(unit)
    await edit(unit.id, { status: 'off_duty' })
    const { candidates, passed_over } = await recommend(test.services, target(longitude, latitude), plain, { coverage: false })
    expect([...candidates, ...passed_over].map(one => one.unit_id)).not.toContain(unit.id)
  })

  it('is a unit whose fix is older than the limit; it says how old', async () => {
    const unit = onDuty()[0]!
    unit.fix!.at = Date.now() - 31 * 60_000
    const { candidates, passed_over } = await ask(unit)
    expect(candidates.map(one => one.unit_id)).not.toContain(unit.id)
    expect(passed_over.find(one => one.unit_id === unit.id)!.reasons[0]).toMatchObject({ code: 'stale_fix', for: false, text: { zh: '定位已过期 31 分钟', en: 'its fix is 31 min old' } })
    unit.fix!.at = Date.now() - 29 * 60_000
    expect((await ask(unit)).candidates[0]!.unit_id).toBe(unit.id)
  })

  it('is one that is on the scene, having a meal, or of a kind that wasn\'t asked for', async () => {
    const unit = onDuty()[0]!, [longitude, latitude] = at(unit), here = () => recommend(test.services, target(longitude, latitude), plain, { coverage: false })
    for (const status of ['on_scene', 'meal', 'enroute']) {
      await edit(unit.id, { status })
      const { candidates, passed_over } = await here()
      expect(candidates.map(one => one.unit_id), status).not.toContain(unit.id)
      expect(passed_over[0]!.unit_id).toBe(unit.id)
    }
    const { candidates } = await ask(unit, { request: { kinds: ['patrol_car'] } })
    expect(candidates.every(one => one.kind === 'patrol_car')).toBe(true)
  })
})

describe('what is asked of a unit', () => {
  const drunk = { ...usualSettings, capabilities: [{ prefix: '03', needed: [], wanted: ['aed'] }, { prefix: '030202', needed: ['breath_test'], wanted: ['first_aid'] }] }

  it('passes over who can\'t do what the type needs, and says what nobody has', async () => {
    const unit = onDuty()[0]!
    const none = await ask(unit, { settings: drunk, more: { code: '030202' } })
    expect(none.candidates).toEqual([])
    expect(none.shortfall!.missing).toEqual(['capability:breath_test'])
    expect(none.shortfall!.text.zh).toMatch(/^需 1 个警力，缺 1 个；没有空闲警力具备酒精检测；最近的是.+不具备 酒精检测）；已查看 \d+ 个（全部）$/)
    expect(none.shortfall!.text.en).toContain('no available unit has Breath test; nearest anyway: ')
    const able = onDuty().findLast(one => one.kind === 'patrol_car')!
    await edit(able.id, { capabilities: ['breath_test', 'first_aid'] })
    const one = await ask(unit, { settings: drunk, more: { code: '030202' } })
    expect(one.candidates.map(each => each.unit_id)).toEqual([able.id])
    expect(one.candidates[0]!.reasons).toContainEqual({ code: 'capability', for: true, text: { zh: '具备 酒精检测、急救', en: 'has Breath test, First aid' }, seconds: 0 })
    expect(one.shortfall).toBeNull()
  })

  it('costs a unit two minutes for what is only wanted', async () => {
    const { candidates: [first] } = await ask(onDuty()[0]!, { settings: drunk })
    expect(first!.reasons).toContainEqual({ code: 'wanted_capability', for: false, text: { zh: '缺 AED', en: 'lacks AED' }, seconds: 120 })
  })

  it('counts rest, crew and the end of the shift', async () => {
    const unit = onDuty()[0]!
    await edit(unit.id, { crew: 1, shift_to: new Date(Date.now() + 15 * 60_000), status_since: new Date(Date.now() - 4 * 60_000) })
    await sql`INSERT INTO unit_status_change (unit_id, from_status, to_status, at, actor) VALUES (${unit.id}, 'on_scene', 'available', now() - interval '4 minutes', 'x')`.execute(test.database.db)
    const { candidates } = await ask(unit, { more: { grade: 1 } })
    const reasons = Object.fromEntries(candidates.find(one => one.unit_id === unit.id)!.reasons.map(({ code, seconds, text }) => [code, { seconds, zh: text.zh }]))
    expect(reasons).toMatchObject({ crew: { seconds: 45, zh: '仅 1 人' }, rest: { seconds: 36, zh: '4 分钟前刚处警完' }, shift_end: { zh: '15 分钟后下岗' } })
    expect(reasons.shift_end!.seconds).toBeGreaterThanOrEqual(89)
  })
})

describe('a unit on its way elsewhere', () => {
  it('is proposed for something more urgent, marked as a diversion, and for nothing else', async () => {
    const unit = onDuty()[0]!, minor = await makeIncident(test, { grade: 3 }), [longitude, latitude] = at(unit)
    expect((await dispatcher(`/api/incidents/${minor.id}/assignments`, { method: 'POST', payload: { unit_ids: [unit.id], request_key: key() } })).statusCode).toBe(200)
    await test.services.units.reload()
    const asked = (grade: number) => recommend(test.services, target(longitude, latitude, { grade }), plain, { settings: { ...usualSettings, weights: { ...usualSettings.weights, diversion: 1 } }, coverage: false })
    const urgent = (await asked(1)).candidates.find(one => one.unit_id === unit.id)!
    expect(urgent.reasons).toContainEqual({ code: 'diversion', for: false, text: { zh: `改派：正赶往 ${minor.number}（三级）`, en: `diverted from ${minor.number} (grade 3)` }, seconds: 1 })
    expect(urgent.text.zh).toContain('改派：正赶往')
    const serious = await makeIncident(test, { grade: 1 })
    const { id } = (await dispatcher(`/api/incidents/${serious.id}/recommendation`, { method: 'POST', payload: { units_wanted: 5 } })).json()
    const same = await asked(3)
    expect(same.candidates.map(one => one.unit_id)).not.toContain(unit.id)
    expect(same.passed_over[0]).toMatchObject({ unit_id: unit.id, reasons: [{ code: 'enroute', text: { zh: `正赶往 ${minor.number}（三级）` } }] })
    // Who was proposed as a diversion was seen as one: no second question.
    await sql`UPDATE recommendation SET answer = jsonb_set(answer, '{candidates}', ${JSON.stringify([urgent])}::jsonb) WHERE id = ${id}`.execute(test.database.db)
    const sent = await dispatcher(`/api/incidents/${serious.id}/assignments`, { method: 'POST', payload: { unit_ids: [unit.id], recommendation_id: id } })
    expect(sent.statusCode, sent.body).toBe(200)
    expect((await sql<{ status: string }>`SELECT status FROM incident WHERE id = ${minor.id}`.execute(test.database.db)).rows[0]!.status).toBe('received')
  })
})

describe('what sending would leave uncovered', () => {
  it('is said of each, counts against it, and comes last in its text', async () => {
    const found = await recommend(test.services, target(...at(onDuty()[0]!)), { ...plain, unitsWanted: 5 }, { settings: { ...usualSettings, coverage_milliseconds: 5000 } })
    expect(found.coverage).toBe('weighed')
    const costly = found.candidates.filter(one => one.coverage_lost && one.coverage_lost.cells > 0)
    expect(costly.length).toBeGreaterThan(0)
    for (const { coverage_lost: lost, reasons, text } of costly) {
      expect(reasons.at(-1)).toMatchObject({ code: 'coverage', for: false, seconds: Math.min(120, lost!.cells * 3) })
      expect(text.zh).toMatch(/ · 派出后(少覆盖 \d+ 格| \S+ 无人覆盖)$/)
      expect(text.en).toMatch(/ · sending it leaves .+ without cover$/)
    }
    expect(found.candidates.map(one => one.score)).toEqual(found.candidates.map(one => one.score).sort((a, b) => a - b))
  })

  it('doesn\'t keep a proposal waiting', async () => {
    const found = await recommend(test.services, target(...at(onDuty()[0]!)), plain, { settings: { ...usualSettings, coverage_milliseconds: 0 } })
    expect(found.candidates.flatMap(one => one.reasons).filter(reason => reason.code === 'coverage').every(reason => reason.seconds === 0)).toBe(true)
    expect(found.coverage).toBe('late')
    expect(found.candidates).toHaveLength(5)
  })
})

describe('where nobody can get to', () => {
  it('is called unreachable, and who is nearest is said anyway', async () => {
    const { extent: [, south, east] } = await test.services.city()
    const { candidates, shortfall } = await recommend(test.services, target(east + 0.1, south - 0.1), { ...plain, kinds: ['patrol_car'] }, { coverage: false })
    expect(candidates).toEqual([])
    expect(shortfall!.missing[0]).toBe('unreachable')
    expect(shortfall!.text.zh).toContain('陆路无法到达')
    expect(shortfall!.text.zh).toMatch(/最近的是巡逻车 闽D·\d+警（[\d.]+ 公里/)
  })

  it('is told apart from what only takes too long, with how long it would take', async () => {
    const { candidates, passed_over, shortfall } = await ask(onDuty()[0]!, { settings: { ...usualSettings, max_minutes: 1 }, request: { unitsWanted: 5, kinds: ['patrol_car'] } })
    expect(candidates.length).toBeLessThan(5)
    expect(shortfall!.missing).toContain('too_far')
    expect(shortfall!.text.zh).toMatch(/\d+ 个太远/)
    const far = passed_over.find(one => one.reasons[0]!.code === 'too_far')!
    expect(far.seconds).toBeGreaterThan(60)
    expect(far.reasons[0]!.text.zh).toMatch(/^需 [\d.]+ 分钟，超过 1 分钟$/)
  })
})

describe('by HTTP', () => {
  it('reads like a dispatcher speaks, in two languages, and is kept with what was chosen and why', async () => {
    const incident = await makeIncident(test)
    const answer = await dispatcher(`/api/incidents/${incident.id}/recommendation`, { method: 'POST', payload: {} })
    expect(answer.statusCode, answer.body).toBe(200)
    const { id, candidates, looked_at } = answer.json()
    expect(candidates[0].text.zh).toMatch(/^[\d.]+ 分钟(（直线）)? · (巡逻车|摩托车|步巡民警|无人机|固定岗|备勤组) \S+ · 空闲 60 分钟/)
    expect(candidates[0].text.en).toMatch(/^[\d.]+ min( \(straight\))? · (Patrol car|Motorcycle|Officer on foot|Drone|Post|Station reserve) \S+ · available 60 min/)
    expect(looked_at).toBeGreaterThan(5)
    const second = candidates[1]
    const sent = await dispatcher(`/api/incidents/${incident.id}/assignments`, { method: 'POST', payload: { unit_ids: [second.unit_id], recommendation_id: id, reason: '熟悉该小区' } })
    expect(sent.json().assignments[0].expected_seconds).toBe(second.seconds)
    const { recommendations } = (await dispatcher(`/api/incidents/${incident.id}/recommendations`)).json()
    expect(recommendations[0]).toMatchObject({ id, chosen: [second.unit_id], reason: '熟悉该小区', answer: { candidates: [{ rank: 1 }, { rank: 2 }, { rank: 3 }, { rank: 4 }, { rank: 5 }] } })
    const other = await makeIncident(test)
    const [unit] = await unitsOnDuty(test, 1)
    expect((await dispatcher(`/api/incidents/${other.id}/assignments`, { method: 'POST', payload: { unit_ids: [unit!.id], recommendation_id: id } })).statusCode).toBe(400)
  })

  it('is for dispatchers and chiefs of the incident\'s station, and refuses what it doesn\'t know', async () => {
    const incident = await makeIncident(test), url = `/api/incidents/${incident.id}/recommendation`
    expect((await (await test.as('analyst'))(url, { method: 'POST', payload: {} })).statusCode).toBe(403)
    expect((await dispatcher(url, { method: 'POST', payload: { kinds: ['tank'] } })).json().errors[0]).toMatchObject({ pointer: '/body/kinds/0', value: 'tank' })
    expect((await dispatcher(url, { method: 'POST', payload: { capabilities: ['flying'] } })).statusCode).toBe(400)
    expect((await dispatcher('/api/incidents/999999999/recommendation', { method: 'POST', payload: {} })).statusCode).toBe(404)
  })

  it('weights are settings that an administrator changes', async () => {
    const administrator = await test.as('administrator')
    const settings = (await administrator('/api/dispatch-settings')).json()
    expect(settings.weights.diversion).toBe(240)
    expect(settings.capabilities.length).toBeGreaterThan(3)
    const changed = { ...settings, drone_kmh: 60, weights: { ...settings.weights, diversion: 10 } }
    expect((await dispatcher('/api/dispatch-settings', { method: 'PUT', payload: changed })).statusCode).toBe(403)
    expect((await administrator('/api/dispatch-settings', { method: 'PUT', payload: { ...changed, capabilities: [{ prefix: '01', needed: ['wings'], wanted: [] }] } })).statusCode).toBe(400)
    expect((await administrator('/api/dispatch-settings', { method: 'PUT', payload: changed })).statusCode).toBe(204)
    expect((await dispatcher('/api/dispatch-settings')).json()).toEqual(changed)
  })
})

function metresBetween(a: { longitude: number, latitude: number }, b: { longitude: number, latitude: number }): number {
  const x = (b.longitude - a.longitude) * Math.cos((a.latitude + b.latitude) / 2 * Math.PI / 180)
  return Math.hypot(x, b.latitude - a.latitude) * Math.PI / 180 * 6_371_008.8
}
