import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/app.ts'

interface Listed { units: { id: number, callsign: string, station_id: number, on_board: number, meaning: string }[] }
let test: TestApp
let unit: { id: number, callsign: string, station_id: number }
beforeAll(async () => {
  test = await startTestApp()
  unit = (await sql<typeof unit>`SELECT id, callsign, station_id FROM unit WHERE station_id IS NOT NULL ORDER BY id LIMIT 1`.execute(test.database.db)).rows[0]!
  await sql`UPDATE unit SET status = 'off_duty' WHERE id = ${unit.id}`.execute(test.database.db)
})
afterAll(() => test.stop())

it('lists an officer the units of the own station, off duty or on, with who is on board', async () => {
  const officer = await test.as('community_officer', unit.station_id)
  expect((await officer('/api/duty/board', { method: 'POST', payload: { unit_id: unit.id } })).statusCode).toBe(204)
  const { units } = (await officer('/api/duty/units')).json<Listed>()
  const { rows: [own] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM unit WHERE station_id = ${unit.station_id}`.execute(test.database.db)
  expect(units).toHaveLength(own!.n)
  expect(new Set(units.map(({ station_id }) => station_id))).toEqual(new Set([unit.station_id]))
  expect(units.find(({ id }) => id === unit.id)).toMatchObject({ on_board: 1, meaning: 'off_duty' })
})

it('narrows the list by a part of the callsign', async () => {
  const dispatcher = await test.as('dispatcher')
  const { units } = (await dispatcher(`/api/duty/units?q=${encodeURIComponent(unit.callsign.slice(1).toLowerCase())}`)).json<Listed>()
  expect(units.map(({ id }) => id)).toContain(unit.id)
  for (const { callsign } of units) expect(callsign.toLowerCase()).toContain(unit.callsign.slice(1).toLowerCase())
  expect((await dispatcher('/api/duty/units?q=%25')).json<Listed>().units).toEqual([])
})

it('lists nothing for those who stand for nobody on duty', async () => {
  for (const role of ['analyst', 'wall', 'auditor'] as const) expect((await (await test.as(role))('/api/duty/units')).json<Listed>().units).toEqual([])
})
