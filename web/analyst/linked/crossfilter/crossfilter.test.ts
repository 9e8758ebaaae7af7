import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Crossfilter } from './crossfilter.ts'
import { orderBy } from './order.ts'

const sizes = [9, 4, 3]
const table = fc.array(fc.tuple(...sizes.map(size => fc.nat(size - 1))), { maxLength: 60 }) as fc.Arbitrary<number[][]>
const action = fc.oneof(
  fc.record({ kind: fc.constant('range' as const), dimension: fc.nat(2), from: fc.nat(9), to: fc.nat(9) }),
  fc.record({ kind: fc.constant('only' as const), dimension: fc.nat(2), groups: fc.option(fc.uniqueArray(fc.nat(8))) }),
  fc.record({ kind: fc.constant('extra' as const), modulus: fc.integer({ min: 1, max: 4 }) }),
)

const made = (rows: readonly number[][], extras = 1) => new Crossfilter(sizes.map((size, i) => ({ values: Uint16Array.from(rows, row => row[i]!), size })), extras)

describe('linked filters', () => {
  it('count as if every row were looked at anew, whatever was filtered before', () => {
    fc.assert(fc.property(table, fc.array(action, { maxLength: 8 }), (rows, actions) => {
      const filter = made(rows)
      const allowed = sizes.map((): ((group: number) => boolean) => () => true)
      let extra = (_: number) => true
      for (const each of actions) {
        if (each.kind === 'range') {
          allowed[each.dimension] = group => group >= each.from && group < each.to
          filter.range(each.dimension, each.from, each.to)
        } else if (each.kind === 'only') {
          allowed[each.dimension] = group => each.groups === null || each.groups.includes(group)
          filter.only(each.dimension, each.groups && new Set(each.groups))
        } else {
          extra = row => row % each.modulus === 0
          filter.extra(0, extra)
        }
        const passes = (row: number[], index: number, but: number) => extra(index) && row.every((group, i) => i === but || allowed[i]!(group))
        expect(filter.chosen).toBe(rows.filter((row, i) => passes(row, i, -1)).length)
        sizes.forEach((size, dimension) => expect([...filter.counts[dimension]!]).toEqual(
          Array.from({ length: size }, (_, group) => rows.filter((row, i) => row[dimension] === group && passes(row, i, dimension)).length)))
        expect([...filter.refused].map(bits => bits === 0)).toEqual(rows.map((row, i) => passes(row, i, -1)))
      }
    }), { numRuns: 300 })
  })

  it('say between which rows something changed, once', () => {
    const filter = made([[0, 0, 0], [1, 0, 0], [2, 0, 0], [1, 1, 1]])
    expect(filter.takeTouched()).toBeNull()
    filter.only(0, new Set([0, 2]))
    expect(filter.takeTouched()).toEqual([1, 4])
    expect(filter.takeTouched()).toBeNull()
  })

  it('refuse what they could only count wrongly', () => {
    expect(() => new Crossfilter([{ values: Uint8Array.of(0, 3), size: 3 }])).toThrow('row 1 has value 3; there are 3')
    expect(() => new Crossfilter([{ values: Uint8Array.of(0), size: 1 }, { values: Uint8Array.of(0, 0), size: 1 }])).toThrow('dimension 1 has 2 rows')
    expect(() => made([], 6)).toThrow('9 filters; a byte holds 8')
    expect(() => made([]).extra(1, () => true)).toThrow('extra filter 1; there are 1')
  })
})

it('keeps among equal rows the order they had', () => {
  const { rows, starts } = orderBy(Uint8Array.of(2, 0, 2, 1), 3, Uint32Array.of(3, 2, 1, 0))
  expect([...rows]).toEqual([1, 3, 2, 0])
  expect([...starts]).toEqual([0, 1, 2, 4])
})
