import { expect, it } from 'vitest'
import { inPages, lastBegun, shiftHours, standsOf } from './who-stands.ts'

const site = (id: string, units: number, unit_ids?: number[]) => ({ id, kind: 'junction' as const, name: id, longitude: 118, latitude: 24, units, ...(unit_ids && { unit_ids }) })

it('a line of the duty plan names each unit of a place, and leaves a blank for who isn\'t named', () => {
  expect(standsOf({ sites: [site('a', 2, [7]), site('b', 1, [9]), site('c', 1)] }, new Map([[7, '巡07']])).map(({ rank, crew }) => [rank, crew])).toEqual([[1, ['巡07', null]], [2, ['#9']], [3, [null]]])
})

it.each([
  [[16, 17, 18, 19, 20, 21, 22, 23], '16:00–24:00'], [[22, 23, 0, 1], '22:00–02:00'], [[8], '08:00–09:00'], [Array.from({ length: 24 }, (_, i) => i), '00:00–24:00'], [[8, 14], null], [[], null],
])('hours %j by the clock', (hours, text) => expect(shiftHours(hours)).toBe(text))

it.each([
  ['the night shift of the evening before, an hour after midnight', '2026-11-24T14:00:00Z', '2026-11-25T17:00:00Z', '2026-11-25'],
  ['last night\'s, at noon', '2026-11-24T14:00:00Z', '2026-11-26T04:00:00Z', '2026-11-25'],
  ['tonight\'s, once it has begun', '2026-11-24T14:00:00Z', '2026-11-26T14:00:00Z', '2026-11-26'],
  ['the first, before any has begun', '2026-11-24T14:00:00Z', '2026-11-24T04:00:00Z', '2026-11-24'],
  ['the last, long after', '2026-11-24T14:00:00Z', '2026-12-24T04:00:00Z', '2026-11-28'],
  ['today\'s of a plan around the clock', '2026-11-23T16:00:00Z', '2026-11-25T16:10:00Z', '2026-11-26'],
  ['today\'s where a withdrawal left none', null, '2026-11-25T16:10:00Z', '2026-11-26'],
])('looks back on %s', (_, begins, now, day) => expect(lastBegun({ valid_from: '2026-11-24', valid_to: '2026-11-28' }, begins, new Date(now), 'Asia/Shanghai')).toBe(day))

it('a long list goes on on further pages, none of it is lost', () => {
  expect(inPages([1, 2, 3, 4, 5], 2, 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inPages([1, 2], 2, 2)).toEqual([[1, 2]])
  expect(inPages([], 2, 2)).toEqual([[]])
})
