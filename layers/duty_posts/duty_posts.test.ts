import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { keepDuty } from '../../server/deployment/plans/keep-duty.ts'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { readTile } from '../../tests/read-tile.ts'
import { putPlan } from './rows.test-help.ts'

let test: TestApp, wall: Asker
/** A post, one metre of latitude from which is 9e-6 degrees, and two cars that stand there. */
const at = { longitude: 118.1, latitude: 24.48 }
let cars: { id: number, callsign: string }[]
beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  wall = await test.as('wall')
  cars = (await sql<{ id: number, callsign: string }>`SELECT id::integer, callsign FROM unit WHERE kind = 'patrol_car' ORDER BY id LIMIT 2`.execute(test.database.db)).rows
  for (const { id } of cars) await stand(id, 0)
})
afterAll(() => test.stop())

async function stand(id: number, metresNorth: number, { minutesAgo = 0, status = 'available' } = {}): Promise<void> {
  await sql`UPDATE unit SET status = ${status} WHERE id = ${id}`.execute(test.database.db)
  await sql`INSERT INTO unit_position (unit_id, at, geom, cell) VALUES (${id}, now() - ${minutesAgo} * interval '1 minute', ST_SetSRID(ST_MakePoint(${at.longitude}, ${at.latitude + metresNorth * 9e-6}), 4326), (SELECT cell FROM facility LIMIT 1))
    ON CONFLICT (unit_id) DO UPDATE SET at = excluded.at, geom = excluded.geom`.execute(test.database.db)
}
const onMap = async () => {
  const answer = await wall('/tiles/duty_posts/0/0/0.mvt')
  return answer.statusCode === 204 ? [] : readTile(answer.rawPayload).map(({ properties }) => properties)
}
const withdraw = async (...ids: number[]) => { for (const id of ids) await (await test.as('chief'))(`/api/deployment/plans/${id}/withdraw`, { method: 'POST', payload: { reason: '试毕' } }) }
const revision = async () => (await sql<{ revision: number }>`SELECT revision::integer FROM layer_revision WHERE layer = 'duty_posts'`.execute(test.database.db)).rows[0]?.revision ?? 0

it('shows posts of published plans that hold now, and takes them off within a second of their withdrawal', async () => {
  expect(await onMap()).toEqual([])
  const draft = await putPlan(test.database.db, [{ name: '草稿岗', ...at }], { status: 'draft' })
  const plan = await putPlan(test.database.db, [{ name: '火车站广场', ...at, unitIds: [cars[0]!.id] }, { name: '明早的岗', ...at, fromMinutes: 600, toMinutes: 900 }, { name: '昨晚的岗', ...at, fromMinutes: -900, toMinutes: -600 }])
  await vi.waitFor(async () => expect(await onMap()).toHaveLength(1), { timeout: 1_000, interval: 10 })
  expect((await onMap())[0]).toMatchObject({ name: '火车站广场', callsigns: cars[0]!.callsign, force: 'patrol_car', state: 'manned', units: 1, named: 1, plan: '今晚勤务' })
  await withdraw(plan, draft)
  await vi.waitFor(async () => expect(await onMap()).toEqual([]), { timeout: 1_000, interval: 10 })
})

it('draws one mark where several units stand, and says how many of them are there', async () => {
  const plan = await putPlan(test.database.db, [{ name: '中山路口', ...at, unitIds: [cars[0]!.id, cars[1]!.id, null] }]), state = async () => (await sql<{ state: string, there: number, callsigns: string }>`SELECT state, there, callsigns FROM duty_post_on_map`.execute(test.database.db)).rows
  expect(await state()).toEqual([{ state: 'partly', there: 2, callsigns: cars.map(({ callsign }) => callsign).join('、') }])
  await withdraw(plan)
})

it.each([
  ['within 300 m', 280, {}, 'manned'], ['beyond', 320, {}, 'empty'], ['out on a call', 2_000, { status: 'enroute' }, 'on_call'], ['there half an hour ago, unheard of since', 0, { minutesAgo: 31 }, 'empty'], ['off duty', 0, { status: 'off_duty' }, 'empty'],
])('a unit %s makes its post so', async (_, metres, how, state) => {
  const plan = await putPlan(test.database.db, [{ name: '岗', ...at, unitIds: [cars[0]!.id] }, { name: '空岗', ...at }])
  await stand(cars[0]!.id, metres, how)
  const { rows } = await sql<{ name: string, state: string }>`SELECT name, state FROM duty_post_on_map ORDER BY id`.execute(test.database.db)
  expect(rows).toEqual([{ name: '岗', state }, { name: '空岗', state: 'unnamed' }])
  await withdraw(plan)
  await stand(cars[0]!.id, 0)
})

it('tells open maps when a shift begins or ends and when somebody leaves the post, and nothing otherwise', async () => {
  const { db } = test.database
  const plan = await putPlan(db, [{ name: '快开始', ...at, fromMinutes: 0.02, toMinutes: 60, unitIds: [cars[0]!.id] }, { name: '快结束', ...at, fromMinutes: -60, toMinutes: 0.03, unitIds: [cars[1]!.id] }])
  await keepDuty(db)
  const begun = await revision()
  await keepDuty(db)
  expect(await revision()).toBe(begun)
  // The first has begun and the second is over.
  await vi.waitFor(async () => {
    await keepDuty(db)
    expect((await onMap()).map(({ name }) => name)).toEqual(['快开始'])
  }, { timeout: 5_000, interval: 100 })
  const steady = await revision()
  await keepDuty(db)
  expect(await revision()).toBe(steady)
  await stand(cars[0]!.id, 1_000)
  await keepDuty(db)
  expect(await revision()).toBe(steady + 1)
  await vi.waitFor(async () => expect((await onMap())[0]!.state).toBe('empty'), { timeout: 1_000, interval: 10 })
  await withdraw(plan)
  await keepDuty(db)
  const over = await revision()
  await keepDuty(db)
  expect(await revision()).toBe(over)
})
