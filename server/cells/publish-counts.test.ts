import { cellToChildren, cellToParent, latLngToCell } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { publishCounts, type SplitCount } from './publish-counts.ts'

const parent = latLngToCell(24.48, 118.1, 7)
const children = cellToChildren(parent, 8)
const split = (i: number, own: number, others: number): SplitCount => ({ cell: children[i]!, own, others })

describe('counts of other stations', () => {
  it('from 1 to 9 are hidden, zero and ten are not', () => {
    const { counts } = publishCounts([split(0, 0, 1), split(1, 0, 9), split(2, 0, 10), split(3, 5, 0)], 8)
    expect(counts).toEqual([null, null, 10, 5])
  })
  it('hide a cell that is partly the caller\'s own: the sum would tell', () => {
    expect(publishCounts([split(0, 7, 3)], 8).counts).toEqual([null])
  })
  it('can\'t be had by subtracting fine cells from a coarse one: it sums what they show', () => {
    const cells = [split(0, 0, 4), split(1, 0, 30), split(2, 2, 0)]
    expect(publishCounts(cells, 7)).toEqual({ cells: [parent], counts: [32] })
  })
  it('leave a coarse cell hidden when all it holds is', () => {
    expect(publishCounts([split(0, 0, 4), split(1, 0, 8)], 6)).toEqual({ cells: [cellToParent(parent, 6)], counts: [null] })
  })
})
