import { expect, it } from 'vitest'
import type { IncidentEvent } from '../../state/live-events.ts'
import { withEvent } from './with-event.ts'

const event = (more: Partial<IncidentEvent> = {}): IncidentEvent => ({
  id: 1, number: 'J35020320261122000017', change: 'taken', status: 'received', code: '010201', grade: 2, channel: 'call', station_id: 7,
  received_at: '2026-11-22T04:00:00Z', version: 1, merged_into_id: null, longitude: 118, latitude: 24, ...more,
})

it('shows a new call at once, without what the event leaves out', () => {
  expect(withEvent([], event())).toMatchObject([{ id: 1, status: 'received', location_text: null, units: [] }])
})

it('changes what is there and keeps the rest', () => {
  const [before] = withEvent([], event())
  const [now] = withEvent([{ ...before!, location_text: '莲前西路12号' }], event({ status: 'dispatched', version: 2 }))
  expect(now).toMatchObject({ status: 'dispatched', version: 2, location_text: '莲前西路12号' })
})

it('lets go what was closed or merged', () => {
  const before = withEvent([], event())
  expect(withEvent(before, event({ status: 'closed', version: 2 }))).toEqual([])
  expect(withEvent(before, event({ merged_into_id: 5, version: 2 }))).toEqual([])
})

it('is not set back by an event that came late', () => {
  const before = withEvent([], event({ status: 'enroute', version: 5 }))
  expect(withEvent(before, event({ version: 4 }))).toBe(before)
})
