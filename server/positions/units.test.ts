import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/app.ts'
import { changeStatus } from '../dispatch/change-status.ts'
import type { UnitNow } from './units.ts'

let test: TestApp
beforeAll(async () => { test = await startTestApp() })
afterAll(() => test.stop())

const onDuty = (): UnitNow => [...test.services.units.all()].find(unit => unit.meaning === 'available' && unit.fix)!
const become = (unitId: number, to: string) => test.database.db.transaction().execute(transaction =>
  changeStatus(transaction, { unitId, to, at: new Date(), actor: { accountId: null, name: '值班员' } }))

describe('the index of units', () => {
  it('knows every unit, and a fix of those on duty only', async () => {
    const { rows } = await sql<{ id: number, fixed: boolean }>`SELECT u.id, m.id IS NOT NULL AS fixed FROM unit u LEFT JOIN unit_on_map m ON m.id = u.id ORDER BY u.id`.execute(test.database.db)
    expect([...test.services.units.all()].map(({ id, fix }) => ({ id, fixed: fix !== null }))).toEqual(rows)
    expect(rows.some(({ fixed }) => !fixed)).toBe(true)
  })

  it('finds the nearest units as PostGIS does', async () => {
    const [longitude, latitude] = [118.1, 24.48]
    const { rows } = await sql<{ id: number }>`SELECT id FROM unit_on_map
      ORDER BY ST_DistanceSphere(geom, ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)), id LIMIT 5`.execute(test.database.db)
    expect(test.services.units.nearest(longitude, latitude, 5).map(({ unit }) => unit.id)).toEqual(rows.map(({ id }) => id))
  })

  it('takes a newer fix and leaves an older one', () => {
    const unit = onDuty(), { at } = unit.fix!
    const moved = vi.fn()
    test.services.units.on('moved', moved)
    expect(test.services.units.move(unit.id, { longitude: 118.2, latitude: 24.6, at: at + 1000, heading: null, speedKmh: 12 })).toBe(true)
    expect(test.services.units.move(unit.id, { longitude: 0, latitude: 0, at, heading: null, speedKmh: null })).toBe(false)
    expect(moved).toHaveBeenCalledExactlyOnceWith(unit)
    expect(test.services.units.nearest(118.2, 24.6, 1)[0]).toMatchObject({ unit: { id: unit.id }, metres: 0 })
    test.services.units.off('moved', moved)
  })

  it('hears of a status at once; off duty it is nowhere', async () => {
    const unit = onDuty()
    expect(await become(unit.id, 'off_duty')).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(unit).toMatchObject({ status: 'off_duty', meaning: 'off_duty', fix: null, dutySince: null }))
    expect(test.services.units.nearest(118.1, 24.48, 10_000).map(found => found.unit.id)).not.toContain(unit.id)
    expect(test.services.units.move(unit.id, { longitude: 118.1, latitude: 24.5, at: Date.now(), heading: null, speedKmh: null })).toBe(false)
    expect(await become(unit.id, 'available')).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(unit.meaning).toBe('available'))
    expect(unit.dutySince).toBe(unit.statusSince)
  })

  it('learns of new, changed and removed units', async () => {
    const { units } = test.services
    const { rows: [{ id }] } = await sql<{ id: number }>`INSERT INTO unit (id, callsign, kind, status, device_key) VALUES (900001, '试1', 'drone', 'available', 'TEST-1') RETURNING id`.execute(test.database.db) as { rows: [{ id: number }] }
    await vi.waitFor(() => expect(units.byDevice('TEST-1')).toMatchObject({ id, callsign: '试1', fix: null }), { timeout: 5_000 })
    await sql`UPDATE unit SET callsign = '试2', device_key = 'TEST-2' WHERE id = ${id}`.execute(test.database.db)
    await vi.waitFor(() => expect(units.byDevice('TEST-2')?.callsign).toBe('试2'), { timeout: 5_000 })
    expect(units.byDevice('TEST-1')).toBeUndefined()
    await sql`DELETE FROM unit WHERE id = ${id}`.execute(test.database.db)
    await vi.waitFor(() => expect(units.get(id)).toBeUndefined(), { timeout: 5_000 })
  })
})
