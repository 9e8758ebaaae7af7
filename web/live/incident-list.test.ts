import { describe, expect, it } from 'vitest'
import type { IncidentEvent } from '../state/live-events.ts'
import { afterEvent } from './incident-list.ts'

const event = (id: number, more: Partial<IncidentEvent> = {}): IncidentEvent => ({
  id, number: `J${id}`, change: 'taken', status: 'received', code: '0201', grade: 3, channel: 'call', station_id: 1,
  received_at: `2026-11-22T12:0${id}:00Z`, version: 1, merged_into_id: null, longitude: 118, latitude: 24, ...more,
})

describe('the list of open incidents', () => {
  it('shows a new one at once, oldest first', () => {
    const list = afterEvent(afterEvent([], event(2)), event(1))
    expect(list.map(({ id }) => id)).toEqual([1, 2])
    expect(list[0]).toMatchObject({ units: [], handover: null, status_since: '2026-11-22T12:01:00Z' })
  })

  it('keeps who was sent when the status changes, and doesn\'t go back to an older version', () => {
    const units = [{ assignment_id: 1, unit_id: 7, callsign: '闽D', kind: 'patrol_car', meaning: 'enroute', assigned_at: '', accepted_at: null, arrived_at: null, expected_seconds: 60 }]
    const list = afterEvent([], event(1)).map(each => ({ ...each, units, version: 3 }))
    expect(afterEvent(list, event(1, { change: 'status', status: 'enroute', version: 4 }))[0]).toMatchObject({ status: 'enroute', units })
    expect(afterEvent(list, event(1, { change: 'status', status: 'dispatched', version: 2 }))[0]).toMatchObject({ status: 'received' })
  })

  it('drops what was closed or merged into another', () => {
    const list = [event(1), event(2)].reduce(afterEvent, [] as ReturnType<typeof afterEvent>)
    expect(afterEvent(list, event(1, { status: 'closed' })).map(({ id }) => id)).toEqual([2])
    expect(afterEvent(list, event(2, { change: 'merged', merged_into_id: 1 })).map(({ id }) => id)).toEqual([1])
  })
})
