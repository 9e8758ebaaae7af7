// A void appears when the only unit leaves, is told with its time, raises an alert when it lasts, and closes when the unit returns.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { evaluateAlerts } from '../alerts/evaluate.ts'
import { changeStatus } from '../dispatch/change-status.ts'
import type { Cover } from './cover-rules.ts'
import { Voids } from './voids.ts'

let test: TestApp
let chief: Asker
let rule: { id: number }
let unit: { id: number, callsign: string }

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { db } = test.database
  chief = await test.as('chief')
  // One motorcycle in the city, in the middle of the addresses of one station.
  unit = (await sql<{ id: number, callsign: string }>`SELECT u.id, u.callsign FROM unit u JOIN unit_position p ON p.unit_id = u.id WHERE u.kind = 'motorcycle' AND u.status <> 'off_duty' ORDER BY u.id LIMIT 1`.execute(db)).rows[0]!
  await sql`UPDATE unit SET status = 'off_duty' WHERE kind = 'motorcycle' AND id <> ${unit.id}`.execute(db)
  await sql`UPDATE unit SET status = 'patrolling', status_since = now() WHERE id = ${unit.id}`.execute(db)
  await sql`UPDATE unit_position SET at = now(), geom = (
    SELECT geom FROM address WHERE status = 'active' AND level = 'number' AND station_id = (SELECT station_id FROM address GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)
    ORDER BY h3_parent(cell, 9), id LIMIT 1) WHERE unit_id = ${unit.id}`.execute(db)
  await sql`DELETE FROM response_rule`.execute(db)
  rule = (await chief('/api/response-rules', { method: 'POST', payload: { code: 'motorcycle-4', name: '摩托 4 分钟', name_en: '4 minutes by motorcycle', minutes: 4, tied_to: 'force', unit_kinds: ['motorcycle'], void_alert_minutes: 10 } })).json()
  await test.services.units.reload()
  await test.services.network.ready()
})
afterAll(() => test.stop())

const asked = async () => {
  await test.services.coverage.refresh()
  return (await chief(`/api/coverage/${rule.id}`)).json() as { as_of: string, cells: string[], seconds: (number | null)[], void: { cell: string, since: string }[], units: number[] }
}
const status = (to: string) => test.database.db.transaction().execute(transaction =>
  changeStatus(transaction, { unitId: unit.id, to, at: new Date(), actor: { accountId: null, name: 'test' } }))
const heard = (meaning: string) => vi.waitFor(() => expect(test.services.units.get(unit.id)!.meaning).toBe(meaning), { timeout: 3_000 })

describe('a void', () => {
  it('appears when the only unit leaves, with its time, and closes when it returns', async () => {
    const before = await asked()
    expect(before.units).toEqual([unit.id])
    const covered = before.cells.filter((_, i) => before.seconds[i] !== null && before.seconds[i]! <= 240)
    expect(covered.length).toBeGreaterThan(2)
    const held = new Set(before.void.map(({ cell }) => cell))
    expect(covered.some(cell => held.has(cell))).toBe(false)

    await status('meal')
    await heard('unavailable')
    const left = Date.now(), during = await asked()
    expect(during.units).toEqual([])
    const since = new Map(during.void.map(each => [each.cell, Date.parse(each.since)]))
    for (const cell of covered) expect(since.get(cell)).toBeGreaterThanOrEqual(left - 1000)
    // What was void before keeps its time.
    for (const { cell, since: began } of before.void) expect(since.get(cell)).toBe(Date.parse(began))
    // The unit that left is what would close it.
    const { options } = (await chief(`/api/coverage/${rule.id}/closures?cell=${covered[0]}`)).json()
    expect(options).toContainEqual(expect.objectContaining({ kind: 'unit', unit_id: unit.id, name: unit.callsign }))

    await status('patrolling')
    await heard('available')
    const after = await asked()
    expect(new Set(after.void.map(({ cell }) => cell))).toEqual(held)
  })

  it('is written when it has settled, once, and ended when it closes; another process takes the books over', async () => {
    const { db } = test.database, { coverage } = test.services, { city } = coverage.ground
    const full = await coverage.of(rule.id), start = full.at
    const empty: Cover = { ...full, units: [], soonest: { ...full.soonest, firstSeconds: new Float64Array(city.cells.length).fill(Infinity) } }
    const rows = async () => (await sql<{ cell: string, since: Date, until: Date | null }>`SELECT to_hex(cell) AS cell, since, until FROM void_period WHERE rule_id = ${rule.id}`.execute(db)).rows
    await sql`DELETE FROM void_period`.execute(db)
    const voids = new Voids()
    await voids.load(db)
    const at = (seconds: number, cover: Cover) => { voids.note({ ...cover, at: start + seconds * 1000 }, city); return voids.persist(db, start + seconds * 1000) }
    await at(0, full)
    const standing = voids.of(rule.id).size
    await at(10, empty)
    // Shorter than a minute: none of its cells is written.
    await at(40, full)
    expect(await rows()).toEqual([])
    await at(100, empty)
    expect((await rows()).length).toBe(standing)
    const fresh = full.cells.length - standing
    expect(await at(170, empty)).toEqual({ begun: fresh, ended: 0 })
    expect(await at(180, empty)).toEqual({ begun: 0, ended: 0 })
    expect((await rows()).filter(({ since }) => since.getTime() === start + 100_000)).toHaveLength(fresh)

    const other = new Voids()
    await other.load(db)
    expect(other.of(rule.id).size).toBe(full.cells.length)
    other.note({ ...full, at: start + 300_000 }, city)
    expect(await other.persist(db, start + 300_000)).toEqual({ begun: 0, ended: fresh })
    expect((await rows()).filter(({ until }) => until?.getTime() === start + 300_000)).toHaveLength(fresh)
  })

  it('raises an alert when it lasts, by station, but not for what was never covered', async () => {
    const { db } = test.database, { coverage } = test.services, { city } = coverage.ground
    const full = await coverage.of(rule.id), start = full.at
    const empty: Cover = { ...full, at: start + 1000, soonest: { ...full.soonest, firstSeconds: new Float64Array(city.cells.length).fill(Infinity) } }
    await sql`DELETE FROM void_period`.execute(db)
    await sql`DELETE FROM setting WHERE key = 'coverage_baseline'`.execute(db)
    const voids = new Voids()
    voids.note(full, city)
    voids.note(empty, city)
    const lasting = (minutes: number) => voids.lasting([empty], city, start + minutes * 60_000)
    expect(lasting(9)).toEqual([])
    const found = lasting(23)
    expect(found.length).toBeGreaterThan(0)
    const newly = full.cells.length - [...full.cells].filter(cell => full.soonest.firstSeconds[cell]! > 240).length
    expect(found.reduce((sum, { cells }) => sum + cells, 0)).toBeLessThanOrEqual(newly)
    const evaluate = (minutes: number, voids: typeof found) => evaluateAlerts(db, { now: new Date(start + minutes * 60_000), timeZone: 'Asia/Shanghai', voids: async () => voids, kinds: ['void'], onError: (_kind, error) => { throw error } })
    expect((await evaluate(23, found)).raised).toHaveLength(found.length)
    const { alerts } = (await chief('/api/alerts')).json()
    expect(alerts).toContainEqual(expect.objectContaining({ kind: 'void', station_id: found[0]!.station!.id, data: expect.objectContaining({ rule: '摩托 4 分钟', cells: found[0]!.cells, station: found[0]!.station!.name, minutes: 22 }) }))
    // It closes.
    voids.note({ ...full, at: start + 24 * 60_000 }, city)
    expect(lasting(25)).toEqual([])
    expect((await evaluate(25, [])).cleared).toHaveLength(found.length)
  })
})
