import { describe, expect, it } from 'vitest'
import type { HeardPositions } from './decode-positions.ts'
import { isStale, passes, propertiesOf, type LiveUnit, type UnitRow } from './unit.ts'
import { takeFixes, takeGone, takeRows, takeStatus } from './unit-table.ts'

const noon = Date.parse('2026-11-22T12:00:00Z')
const row = (id: number, more: Partial<UnitRow> = {}): UnitRow => ({
  id, callsign: `闽D·${id}`, kind: 'patrol_car', capabilities: [], status: 'available', meaning: 'available', status_since: '2026-11-22T11:00:00Z',
  station_id: 1, shift_from: null, shift_to: null, crew: 2, incident_id: null,
  fix: { longitude: 118, latitude: 24, at: '2026-11-22T11:59:00Z', heading: null, speed_kmh: null }, ...more,
})
const table = (...rows: UnitRow[]) => {
  const units = new Map<number, LiveUnit>()
  takeRows(units, rows, 0)
  return units
}
const heard = (id: number, longitude: number, at: number): HeardPositions => new Map([[id, { longitude, latitude: 24, at, heading: 90, speedKmh: 30 }]])

describe('the units of the open map', () => {
  it('forget who is no longer listed', () => {
    const units = table(row(1), row(2))
    takeRows(units, [row(2)], 0)
    expect([...units.keys()]).toEqual([2])
  })

  it('keep what the stream told when an older answer comes late', () => {
    const units = table(row(1))
    takeFixes(units, [1], heard(1, 118.001, noon), 0, 500)
    takeStatus(units, { id: 1, status: 'enroute', meaning: 'enroute', status_since: '2026-11-22T12:00:00Z', incident_id: 7, shift_to: null })
    takeRows(units, [row(1)], 0)
    expect(units.get(1)).toMatchObject({ meaning: 'enroute', incident_id: 7, fix: { longitude: 118.001, at: noon } })
  })

  it('say when a fix is of a unit that they lack, and when it is the first of one', () => {
    const units = table(row(1, { fix: null }))
    expect(takeFixes(units, [1], heard(1, 118, noon), 0, 500)).toEqual({ unknown: false, placed: true })
    expect(takeFixes(units, [9], heard(9, 118, noon), 0, 500)).toEqual({ unknown: true, placed: false })
    expect(units.has(9)).toBe(false)
  })

  it('lose who goes off duty, and the place of who leaves the map', () => {
    const units = table(row(1), row(2))
    takeStatus(units, { id: 1, status: 'off_duty', meaning: 'off_duty', status_since: '', incident_id: null, shift_to: null })
    expect(units.has(1)).toBe(false)
    expect(takeGone(units, [1, 2])).toBe(true)
    expect(units.get(2)).toMatchObject({ fix: null, motion: null })
    expect(takeStatus(units, { id: 5, status: 'available', meaning: 'available', status_since: '', incident_id: null, shift_to: null })).toBe(true)
  })

  it('are stale after half an hour without a fix, or without any', () => {
    const [unit] = table(row(1)).values()
    expect(isStale(unit!, noon)).toBe(false)
    expect(isStale(unit!, noon + 29 * 60_000)).toBe(false)
    expect(isStale(unit!, noon + 29 * 60_000 + 1)).toBe(true)
    expect(isStale({ fix: null }, noon)).toBe(true)
  })

  it('pass the filters of the layer stack, and call their fix as the layer does', () => {
    const [unit] = table(row(1)).values()
    expect(passes(unit!, { kind: 'drone,patrol_car', meaning: '' })).toBe(true)
    expect(passes(unit!, { kind: 'drone' })).toBe(false)
    expect(propertiesOf(unit!)).toMatchObject({ callsign: '闽D·1', fix_at: '2026-11-22T11:59:00.000Z' })
  })
})
