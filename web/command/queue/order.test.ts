import { expect, it } from 'vitest'
import type { OpenIncident } from '../api/types.ts'
import { queueOf, tailOf } from './order.ts'

const incident = (id: number, status: OpenIncident['status'], grade: number, minute: number, more: Partial<OpenIncident> = {}): OpenIncident => ({
  id, number: `J350203202611220000${id}`, code: '010201', grade, status, channel: 'call', received_at: `2026-11-22T04:${String(minute).padStart(2, '0')}:00Z`,
  status_since: '2026-11-22T04:00:00Z', station_id: 7, address_id: null, longitude: 118, latitude: 24, location_text: null, merged_into_id: null, version: 1, units: [], handover: null, ...more,
})
const all = { order: 'urgent', station: null, statuses: [] } as const
const ids = (incidents: OpenIncident[]) => incidents.map(({ id }) => id)

it('puts what waits first, by grade and then by age', () => {
  const queue = [incident(1, 'on_scene', 1, 1), incident(2, 'received', 3, 2), incident(3, 'received', 1, 9), incident(4, 'returned', 3, 1), incident(5, 'handled', 1, 0)]
  expect(ids(queueOf(queue, all))).toEqual([3, 4, 2, 1, 5])
  expect(ids(queueOf(queue, { ...all, order: 'oldest' }))).toEqual([5, 1, 4, 2, 3])
})

it('leaves out merged calls, other stations and statuses that were not asked for', () => {
  const queue = [incident(1, 'received', 1, 1, { merged_into_id: 2 }), incident(2, 'received', 1, 1, { station_id: 8 }), incident(3, 'enroute', 1, 1)]
  expect(ids(queueOf(queue, { ...all, station: 7 }))).toEqual([3])
  expect(ids(queueOf(queue, { ...all, statuses: ['received'] }))).toEqual([2])
})

it('says the end of a number', () => expect(tailOf('J35020320261122' + '00017')).toBe('00017'))
