import { expect, it } from 'vitest'
import { demandClass, gapsOf } from './gaps.ts'

const cells = { cell: ['a', 'b', 'c', 'd', 'e'], demand: [1, 5, 9, 0, 20], seconds: [200, 400, 181, null, 180], station_id: [7, 7, 8, null, 8] }

it('lists what a circle leaves open by station, the most demand first', () => {
  expect(gapsOf(cells, 3)).toEqual([
    { station: 8, cells: ['c'], demand: 9, seconds: 181 },
    { station: 7, cells: ['b', 'a'], demand: 6, seconds: 400 },
    { station: null, cells: ['d'], demand: 0, seconds: null },
  ])
})

it('leaves nothing open where everybody is in time', () => {
  expect(gapsOf(cells, 120).map(({ cells }) => cells)).toEqual([['d']])
})

it('tells cells without incidents from those with few', () => {
  expect([0, 1, 2, 3, 9, 10, 400].map(demandClass)).toEqual([0, 1, 1, 2, 2, 3, 3])
})
