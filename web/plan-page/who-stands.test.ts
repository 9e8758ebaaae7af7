import { expect, it } from 'vitest'
import { inPages, shiftHours, standsOf } from './who-stands.ts'

const site = (id: string, units: number, unit_ids?: number[]) => ({ id, kind: 'junction' as const, name: id, longitude: 118, latitude: 24, units, ...(unit_ids && { unit_ids }) })

it('a line of the duty plan names each unit of a place, and leaves a blank for who isn\'t named', () => {
  expect(standsOf({ sites: [site('a', 2, [7]), site('b', 1, [9]), site('c', 1)] }, new Map([[7, '巡07']])).map(({ rank, crew }) => [rank, crew])).toEqual([[1, ['巡07', null]], [2, ['#9']], [3, [null]]])
})

it.each([
  [[16, 17, 18, 19, 20, 21, 22, 23], '16:00–24:00'], [[22, 23, 0, 1], '22:00–02:00'], [[8], '08:00–09:00'], [Array.from({ length: 24 }, (_, i) => i), '00:00–24:00'], [[8, 14], null], [[], null],
])('hours %j by the clock', (hours, text) => expect(shiftHours(hours)).toBe(text))

it('a long list goes on on further pages, none of it is lost', () => {
  expect(inPages([1, 2, 3, 4, 5], 2, 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inPages([1, 2], 2, 2)).toEqual([[1, 2]])
  expect(inPages([], 2, 2)).toEqual([[]])
})
