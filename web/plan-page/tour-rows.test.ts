import { expect, it } from 'vitest'
import { tourPlaces, tourRows, type Course } from './tour-rows.ts'

const at = (time: string) => `2026-11-24T${time}:00.000Z`
const patrol = { stops: [{ id: 'a', name: '点甲', longitude: 118, latitude: 24 }, { id: 'b', name: '点乙', longitude: 118.1, latitude: 24 }] }
const tour: Course = {
  unit_id: 7, callsign: '巡07', meal: { from: at('13:00'), to: at('13:30') },
  visits: [{ stop: 'b', arrive: at('14:00'), leave: at('14:12') }, { stop: 'a', arrive: at('12:10'), leave: at('12:22') }, { stop: 'b', arrive: at('15:00'), leave: at('15:10') }],
}

it('a tour\'s lines follow its times, with the meal among them and what was done beside each', () => {
  const rows = tourRows(patrol, tour, { visits: [{ stop: 'b', unit_id: 7, arrive: at('14:00'), done: 'late', arrived: at('14:20') }, { stop: 'a', unit_id: 8, arrive: at('12:10'), done: 'done' }] })
  expect(rows.map(({ no, name, minutes, done }) => [no, name, minutes, done])).toEqual([[1, '点甲', 12, null], [null, null, 30, null], [2, '点乙', 12, 'late'], [3, '点乙', 10, null]])
})
it('each place is on the map once, with the number of its first visit', () => expect(tourPlaces(patrol, tour).map(({ rank }) => rank)).toEqual([1, 2]))
it('a stop that the patrol doesn\'t have is refused by name', () => expect(() => tourRows({ stops: [] }, tour, null)).toThrow('the stop "a"'))
