import { expect, it } from 'vitest'
import type { Shown } from '../../../server/analysis/method.ts'
import { hotCells } from '../zones/hot-cells.ts'
import type { MethodEntry } from '../types.ts'
import { rankColumn, shownColumns } from './drawn.ts'

const label = { zh: '密度', en: 'Density' }, amount: Shown = { kind: 'amount', decimals: 0, label, unit: label }
const shows = { per_square_km: amount, per_1000_residents: amount, absent: amount }, method = { id: 'density', ranks: 'per_square_km', shows } as unknown as MethodEntry
const cells = ['a', 'b', 'c', 'd'], by = { cells, per_square_km: [9, 1, 1, 1], per_1000_residents: [1, null, 8, 2] }

it('draws, lists and ranks first by what the answer was asked relative to', () => {
  expect(shownColumns(shows, by).map(([name]) => name)).toEqual(['per_square_km', 'per_1000_residents'])
  expect(shownColumns(shows, { ...by, drawn: 'per_1000_residents' }).map(([name]) => name)).toEqual(['per_1000_residents', 'per_square_km'])
  expect([rankColumn(method, by), rankColumn(method, { ...by, drawn: 'per_1000_residents' }), rankColumn({ ranks: null }, by)]).toEqual(['per_square_km', 'per_1000_residents', undefined])
})

it('makes a zone of the cells that the map shows hottest', () => {
  const rule = { kind: 'top' as const, percent: 25 }
  expect([hotCells(method, by, rule), hotCells(method, { ...by, drawn: 'per_1000_residents' }, rule)]).toEqual([['a'], ['c']])
})
