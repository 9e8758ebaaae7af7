import { expect, it } from 'vitest'
import type { Cells, Stand, WhatIf } from '../types.ts'
import { coverageCells } from './coverage-cells.ts'

const stand = (id: string): Stand => ({ id, kind: 'station', name: id, longitude: 118, latitude: 24, units: 1 })
const cells: Cells = { cell: ['a', 'b', 'c'], weight: [3, 2, 1], low: [0, 0, 0], high: [9, 9, 9], limit: [300, 300, 600], area_class: ['city', 'city', 'rural'], seconds: [100, 500, null], site: [0, 1, -1] }

it('cells that a moved post changes are shown as they come to be, the others as they were', () => {
  const sites = [stand('first'), stand('second')], before = coverageCells(cells, sites, null)
  expect(before.classes).toEqual(['well', 'far', 'none'])
  expect(before.posts.map(post => post?.id)).toEqual(['first', 'second', undefined])
  const moved = { sites: [stand('second'), stand('drawn:1,2')], changed: { cell: ['a', 'c'], seconds: [null, 590], site: [-1, 1] } } as unknown as WhatIf
  const after = coverageCells(cells, sites, moved)
  expect(after.classes).toEqual(['none', 'far', 'within'])
  expect(after.posts.map(post => post?.id)).toEqual([undefined, 'second', 'drawn:1,2'])
  expect(before.seconds).toEqual([100, 500, null])
})
