import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from './in-force.ts'
import { inside, isWhere } from './where.ts'

const always = { enabled: true, from_hour: null, to_hour: null, weekdays: [] }
// 20 November 2026 is a Friday; Shanghai is eight hours ahead.
const local = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour - 8))
const zone = 'Asia/Shanghai'

describe('a rule of alerts', () => {
  it('watches always when it says nothing of hours and days, and never when it is switched off', () => {
    expect(inForce(always, local(20, 3), zone)).toBe(true)
    expect(inForce({ ...always, enabled: false }, local(20, 3), zone)).toBe(false)
  })

  it('watches within its local hours only', () => {
    const day = { ...always, from_hour: 8, to_hour: 18 }
    expect([7, 8, 17, 18].map(hour => inForce(day, local(20, hour), zone))).toEqual([false, true, true, false])
  })

  it('watches over midnight, and the morning belongs to the evening before', () => {
    const fridayNight = { ...always, from_hour: 22, to_hour: 6, weekdays: [5] }
    expect(inForce(fridayNight, local(20, 21), zone)).toBe(false)
    expect(inForce(fridayNight, local(20, 22), zone)).toBe(true)
    expect(inForce(fridayNight, local(21, 5), zone)).toBe(true)
    expect(inForce(fridayNight, local(21, 6), zone)).toBe(false)
    expect(inForce(fridayNight, local(21, 23), zone)).toBe(false)
    // Thursday's morning is Wednesday night's.
    expect(inForce(fridayNight, local(20, 5), zone)).toBe(false)
    const sundayNight = { ...fridayNight, weekdays: [7] }
    expect(inForce(sundayNight, local(23, 5), zone)).toBe(true)
  })

  it('watches each hour of the week exactly once by night and by day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 23 }), fc.integer({ min: 0, max: 167 }), (from_hour, to_hour, offset) => {
      if (from_hour === to_hour) return
      const at = new Date(local(16, 0).getTime() + offset * 3_600_000)
      const weekdays = [1, 2, 3, 4, 5, 6, 7]
      expect(inForce({ ...always, from_hour, to_hour, weekdays }, at, zone)).toBe(!inForce({ ...always, from_hour: to_hour, to_hour: from_hour, weekdays }, at, zone))
    }))
  })

  it('watches inside its area, not in its holes, and not what has no place', () => {
    const square = (west: number, south: number, size: number): [number, number][] =>
      [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    const area = { type: 'MultiPolygon' as const, coordinates: [[square(0, 0, 10), square(4, 4, 2)], [square(20, 20, 1)]] }
    expect(inside(area, 1, 1)).toBe(true)
    expect(inside(area, 5, 5)).toBe(false)
    expect(inside(area, 20.5, 20.5)).toBe(true)
    expect(inside(area, 15, 5)).toBe(false)
    const rule = { division_id: null, area }
    expect(isWhere(rule, { station_id: 3, longitude: 1, latitude: 1 }, new Map())).toBe(true)
    expect(isWhere(rule, { station_id: 3, longitude: null, latitude: null }, new Map())).toBe(false)
  })

  it('watches the stations under its division', () => {
    const under = new Map([[7, new Set([1, 2])]])
    const at = (station_id: number | null) => isWhere({ division_id: 7, area: null }, { station_id, longitude: 1, latitude: 1 }, under)
    expect([at(1), at(3), at(null)]).toEqual([true, false, false])
  })
})
