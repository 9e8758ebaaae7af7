import { expect, it } from 'vitest'
import { lineOf, staysOf, toursOfStops } from './tours.ts'

const stop = (id: string, longitude: number) => ({ id, name: id, longitude, latitude: 24, weight: 1, least_minutes: 10, most_minutes: 16, every_minutes: 120, zone_id: null, incidents: null })
const stops = [stop('a', 118), stop('b', 119), stop('c', 120)]
const tour = {
  unit_id: 7, start: { longitude: 117, latitude: 23, name: '所' }, meal: { from: '2026-11-24T11:00:00Z', to: '2026-11-24T11:30:00Z' },
  visits: [{ stop: 'b', arrive: '2026-11-24T10:00:00Z', leave: '2026-11-24T10:12:00Z' }, { stop: 'a', arrive: '2026-11-24T12:00:00Z', leave: '2026-11-24T12:10:00Z' }],
}
const checked = [
  { stop: 'a', unit_id: 7, arrive: '2026-11-24T12:00:00.000Z', leave: '2026-11-24T12:10:00Z', done: 'missed' as const, on_call: false },
  { stop: 'b', unit_id: 8, arrive: '2026-11-24T10:00:00Z', leave: '2026-11-24T10:12:00Z', done: 'done' as const, on_call: false },
]

it('tells a tour in the order of time, the meal among the stops, each with what became of it', () => {
  expect(staysOf(tour, stops, checked).map(({ stop, outcome }) => [stop, outcome])).toEqual([[1, null], [null, null], [0, 'missed']])
})

it('leads a tour from its station over its meal back to it', () => {
  expect(lineOf(tour, stops)).toEqual([[117, 23], [119, 24], [117, 23], [118, 24], [117, 23]])
})

it('knows which stops are on no tour', () => {
  expect(toursOfStops({ stops, tours: [{ ...tour, callsign: 'x', kind: 'patrol_car', from: '', to: '', travel_minutes: 1, free_minutes: 2, detour: null, unpredictability: null }] })).toEqual([0, 0, null])
})
