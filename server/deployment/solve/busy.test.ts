import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/app.ts'
import { measureBusy } from './busy.ts'

let test: TestApp
beforeAll(async () => { test = await startTestApp({ alertSeconds: 0 }) })
afterAll(() => test.stop())

it('is the share of the time on duty that a unit is out, what it last told lasting until the window ends', async () => {
  const { db } = test.database, code = async (meaning: string) => (await sql<{ code: string }>`SELECT code FROM unit_status WHERE meaning = ${meaning} LIMIT 1`.execute(db)).rows[0]!.code
  const { rows: [unit] } = await sql<{ id: number, station_id: number }>`SELECT id::integer, station_id FROM unit WHERE kind = 'patrol_car' AND station_id IS NOT NULL ORDER BY id LIMIT 1`.execute(db)
  // Long before anything else was logged; the unit's own rows of these days alone.
  const tell = async (at: string, meaning: string) => sql`INSERT INTO unit_status_change (unit_id, at, to_status, actor) VALUES (${unit!.id}, ${at}::timestamptz, ${await code(meaning)}, 'test')`.execute(db)
  for (const [at, meaning] of [['2001-01-01T00:00Z', 'available'], ['2001-01-01T06:00Z', 'off_duty'], ['2001-01-01T10:00Z', 'available'], ['2001-01-01T12:00Z', 'enroute'], ['2001-01-01T13:00Z', 'on_scene']] as const) await tell(at, meaning)
  const epoch = (at: string) => Date.parse(at) / 1000
  // On duty 00 to 06 and 10 to 16, out 12 to 16.
  expect(await measureBusy(db, 'patrol_car', [unit!.station_id], { from: epoch('2001-01-01T00:00Z'), to: epoch('2001-01-01T16:00Z') })).toBeCloseTo(4 / 12, 9)
  expect(await measureBusy(db, 'patrol_car', [unit!.station_id], { from: epoch('2001-01-01T06:00Z'), to: epoch('2001-01-01T10:00Z') })).toBeNull()
})
