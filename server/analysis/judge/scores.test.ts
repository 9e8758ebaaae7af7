import { describe, expect, it } from 'vitest'
import { createRandom } from '../random.ts'
import { judgeWindow } from './judged.ts'
import { best, captured, chanceHits, orderCells, scoreOf } from './scores.ts'

// A tiny map: ten cells, of which two are marked.
const cells = [...'abcdefghij']
const prior = Float64Array.of(5, 0, 3, 2, 0, 0, 0, 0, 0, 0), later = Float64Array.of(1, 0, 4, 0, 0, 3, 0, 0, 0, 0)
const window = { find: { from: 0, to: 10 }, judge: { from: 10, to: 20 } }
const judge = (ranks: ArrayLike<number>, hot = 2, incidents = 10) => judgeWindow({ window, cells, prior, later, incidents, foundAll: 10, map: { ranks: Float64Array.from(ranks), hot } })

describe('the scores of a tiny map', () => {
  it('are those worked out by hand', () => {
    // Marked: c and f, with 4 + 3 of 10 judged incidents (two lay elsewhere), 3 + 0 of 10 earlier ones. The best two cells hold 7.
    const { ours, prior: counting, chance } = judge([0, 0, 9, 0, 0, 8, 0, 0, 0, 0]).entries
    expect(ours).toMatchObject({ area_share: 0.2, hit_rate: 0.7, pei: 1, recapture: 0.7 / 0.3, hits: 7 })
    expect(ours.pai).toBeCloseTo(3.5, 12)
    // Counting marks a and c: 1 + 4 of 10, 8 of 10 earlier ones.
    expect(counting).toEqual({ area_share: 0.2, hit_rate: 0.5, pai: 2.5, pei: 5 / 7, recapture: 0.625, hits: 5 })
    // Two of ten cells at random hold a fifth of the 8 that lie in the study area.
    expect(chance).toMatchObject({ hits: 1.6, hit_rate: 0.16 })
    expect(chance.pai).toBeCloseTo(0.8, 12)
    expect(chance.pei).toBeCloseTo(1.6 / 7, 12)
  })
  it('give the perfect map a PEI* of 1, and no map more', () => {
    const random = createRandom(4)
    expect(judge(later, 3).entries.ours.pei).toBe(1)
    for (let round = 0; round < 100; round++) expect(judge(cells.map(random), 1 + round % 9).entries.ours.pei).toBeLessThanOrEqual(1)
  })
  it('tell no recapture where the marked cells held nothing before', () => {
    expect(judge([0, 9, 0, 0, 8, 0, 0, 0, 0, 0]).entries.ours).toMatchObject({ recapture: null, hits: 0, pai: 0, pei: 0 })
  })
  it('break ties by earlier incidents and then by id, whatever the order of the cells', () => {
    const named = (cells: string[], ranks: (number | null)[], prior: number[]) => [...orderCells(ranks, prior, cells)].map(i => cells[i]).join('')
    expect(named(['d', 'b', 'c', 'a'], [1, 1, 1, 2], [0, 0, 5, 0])).toBe('acbd')
    expect(named(['a', 'b', 'c', 'd'], [2, 1, 1, 1], [0, 0, 5, 0])).toBe('acbd')
    expect(named(['a', 'b', 'c'], [null, -3, NaN], [0, 0, 1])).toBe('bca')
  })
  it('count the last cell in part where an area ends within it', () => {
    expect(captured(orderCells(later, later, cells), later, 1.5)).toBe(5.5)
    expect(best(later, 2.5)).toBe(7.5)
  })
  it('can\'t be told without incidents', () => {
    expect(() => scoreOf({ areaShare: 0.1, hits: 0, incidents: 0, best: 0, found: 0, foundAll: 1 })).toThrow(/0 incidents/)
  })
})

describe('chance', () => {
  it('hits its share of the area, with the spread of a simulation', () => {
    const random = createRandom(7), counts = Float64Array.from({ length: 200 }, () => random() < 0.1 ? Math.floor(random() * 20) : 0), n = 20
    const { mean, deviation } = chanceHits(counts, n), total = counts.reduce((sum, value) => sum + value, 0)
    expect(mean / total).toBeCloseTo(0.1, 12)
    const order = Uint32Array.from(counts, (_, i) => i), drawn = Array.from({ length: 20_000 }, () => {
      for (let i = 0; i < n; i++) { const j = i + Math.floor(random() * (order.length - i)), kept = order[i]!; order[i] = order[j]!; order[j] = kept }
      return captured(order, counts, n)
    })
    const average = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - average) ** 2, 0) / drawn.length)
    // Four standard errors of the simulation.
    expect(Math.abs(average - mean)).toBeLessThan(4 * deviation / Math.sqrt(20_000))
    expect(Math.abs(spread / deviation - 1)).toBeLessThan(0.03)
  })
})
