import { describe, expect, it } from 'vitest'
import type { OpenIncident } from '../live/api.ts'
import { entryOf } from './keep-current.ts'
import { pageOf, secondsLeft, shortAge, wallOrder } from './queue.ts'

const incident = (id: number, more: Partial<OpenIncident> = {}): OpenIncident => ({
  id, number: `J${id}`, code: '0201', grade: 3, status: 'enroute', channel: 'call', received_at: `2026-11-22T12:0${id}:00Z`, status_since: '', station_id: 1,
  address_id: null, longitude: 118, latitude: 24, location_text: null, merged_into_id: null, version: 1, units: [unit], handover: null, ...more,
})
const unit = { assignment_id: 1, unit_id: 7, callsign: '闽D', kind: 'patrol_car', meaning: 'enroute', assigned_at: '2026-11-22T12:00:00Z', accepted_at: null, arrived_at: null, expected_seconds: 180 }

describe('the list of a wall', () => {
  it('begins with what just came, then where nobody was sent, then the oldest', () => {
    const list = [incident(1), incident(2, { status: 'received', units: [] }), incident(3), incident(4)]
    expect(wallOrder(list, [4]).map(({ id }) => id)).toEqual([4, 2, 1, 3])
  })

  it('turns its pages, and has one when it is empty', () => {
    expect(pageOf([1, 2, 3, 4, 5], 2, 2)).toEqual({ shown: [5], page: 2, pages: 3 })
    expect(pageOf([1, 2, 3, 4, 5], 2, 3)).toEqual({ shown: [1, 2], page: 0, pages: 3 })
    expect(pageOf([], 4, 7)).toEqual({ shown: [], page: 0, pages: 1 })
  })

  it('says ages in few characters', () => {
    const minute = 60_000
    expect([30_000, 12 * minute, 80 * minute, 50 * 60 * minute].map(age => shortAge(age, 'zh'))).toEqual(['0 分', '12 分', '1 时 20 分', '2 天'])
    expect(shortAge(80 * minute, 'en')).toBe('1 h 20')
    expect(shortAge(-5_000, 'zh')).toBe('0 分')
  })

  it('counts down to when a unit should be there, and past it', () => {
    const noon = Date.parse('2026-11-22T12:00:00Z')
    expect(secondsLeft(unit, noon + 60_000)).toBe(120)
    expect(secondsLeft(unit, noon + 240_000)).toBe(-60)
    expect(secondsLeft({ ...unit, arrived_at: '2026-11-22T12:02:00Z' }, noon)).toBeNull()
    expect(secondsLeft({ ...unit, expected_seconds: null }, noon)).toBeNull()
  })
})

it('a page tells which build it is of', () => {
  expect(entryOf('<html><script type="module" crossorigin src="/assets/index-CyQ1.js"></script>')).toBe('/assets/index-CyQ1.js')
  expect(entryOf('<html></html>')).toBeNull()
})
