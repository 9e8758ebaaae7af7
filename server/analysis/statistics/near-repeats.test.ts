import { describe, expect, it } from 'vitest'
import { createRandom } from '../random.ts'
import { knox } from './knox.ts'
import { shareInTime } from './near-in-time.ts'

const cloud = (n: number, seed: number, width = 2000) => {
  const random = createRandom(seed)
  return { x: Float64Array.from({ length: n }, () => random() * width), y: Float64Array.from({ length: n }, () => random() * width), day: Float64Array.from({ length: n }, () => Math.floor(random() * 365)) }
}

function* permutationsOf(values: readonly number[]): Generator<number[]> {
  if (values.length === 0) yield []
  for (let i = 0; i < values.length; i++) for (const rest of permutationsOf([...values.slice(0, i), ...values.slice(i + 1)])) yield [values[i]!, ...rest]
}

describe('near repeats', () => {
  it('have the pairs of a case that is enumerated by hand', () => {
    // Four points on a line: 0, 50, 60 and 1000 m; days 0, 1, 20, 2.
    const { table } = knox(Float64Array.of(0, 50, 60, 1000), new Float64Array(4), Float64Array.of(0, 1, 20, 2),
      { bands: { metres: [10, 100], days: [7, 30] }, permutations: 0, seed: 1 })
    expect(table.map(row => row.map(cell => cell.observed))).toEqual([[0, 1], [1, 1]])
  })

  it('have the expectation and the p-value of all 720 orders of six dates', () => {
    const x = Float64Array.of(0, 20, 50, 500, 520, 900), y = new Float64Array(6), day = Float64Array.of(0, 1, 3, 40, 41, 90), bands = { metres: [60], days: [2] }
    const pairs = (dates: ArrayLike<number>) => {
      let n = 0
      for (let i = 0; i < 6; i++) for (let j = i + 1; j < 6; j++) if (x[j]! - x[i]! <= 60 && Math.abs(dates[j]! - dates[i]!) <= 2) n++
      return n
    }
    const all = [...permutationsOf([...day])].map(pairs), cell = knox(x, y, day, { bands, permutations: 19_999, seed: 3 }).table[0]![0]
    expect(cell!.observed).toBe(pairs(day))
    expect(cell!.expected).toBeCloseTo(all.reduce((sum, n) => sum + n, 0) / 720, 12)
    const exact = all.filter(n => n >= cell!.observed).length / 720
    expect(Math.abs(cell!.p - exact)).toBeLessThan(4 * Math.sqrt(exact * (1 - exact) / 20_000))
  })

  it('are counted in full where pairs are sampled, and their sample tells how many pairs there are', () => {
    const { x, y, day } = cloud(6000, 11), bands = { metres: [50, 150, 400], days: [7, 30] }
    const full = knox(x, y, day, { bands, permutations: 19, seed: 1, mostPairs: 30_000_000 }), sampled = knox(x, y, day, { bands, permutations: 19, seed: 1, mostPairs: 60_000 })
    expect(full.pairs.every(each => each.sampled === null)).toBe(true)
    expect(sampled.pairs.every(each => each.sampled !== null && each.sampled > 15_000)).toBe(true)
    sampled.table.forEach((row, i) => row.forEach((cell, j) => {
      expect(cell.observed).toBe(full.table[i]![j]!.observed)
      expect(cell.expected / full.table[i]![j]!.expected).toBeGreaterThan(0.97)
      expect(cell.expected / full.table[i]![j]!.expected).toBeLessThan(1.03)
    }))
  })

  it('that are planted are found by the sample as by all pairs', () => {
    const { x, y, day } = cloud(4000, 12)
    for (let i = 0; i < 1000; i++) { x[i + 1000] = x[i]! + 20; y[i + 1000] = y[i]!; day[i + 1000] = day[i]! + 1 }
    for (const mostPairs of [30_000_000, 40_000]) {
      const { table } = knox(x, y, day, { bands: { metres: [30, 300], days: [2, 60] }, permutations: 99, seed: 2, mostPairs })
      expect(table[0]![0]!.p).toBe(0.01)
      expect(table[0]![0]!.ratio).toBeGreaterThan(5)
      expect(table[1]![1]!.ratio).toBeCloseTo(1, 1)
    }
  })

  it('are the same table for the same seed', () => {
    const { x, y, day } = cloud(300, 5, 500), ask = () => knox(x, y, day, { bands: { metres: [100], days: [2, 90] }, permutations: 19, seed: 5, mostPairs: 500 })
    expect(ask()).toEqual(ask())
  })

  it('by a sample are found by chance no more often than promised', () => {
    let found = 0
    for (let seed = 1; seed <= 100; seed++) {
      const { x, y, day } = cloud(600, seed, 600)
      if (knox(x, y, day, { bands: { metres: [100], days: [7] }, permutations: 19, seed, mostPairs: 2000 }).table[0]![0]!.p <= 0.05) found++
    }
    // 5 of 100 are promised; three deviations above are 11.
    expect(found).toBeLessThanOrEqual(11)
  })

  it('share out all pairs of dates over the bands of time', () => {
    expect([...shareInTime(Float64Array.of(0, 1, 1, 10), [0.5, 2, 20])]).toEqual([1 / 6, 2 / 6, 3 / 6].map(each => expect.closeTo(each, 12)))
  })

  it('report their progress in small steps', () => {
    const { x, y, day } = cloud(20_000, 13), told: number[] = []
    knox(x, y, day, { bands: { metres: [100, 400], days: [7] }, permutations: 19, seed: 1, mostPairs: 50_000, onProgress: (done, total) => { expect(done).toBeLessThanOrEqual(total); told.push(done / total) } })
    expect(told.at(-1)).toBe(1)
    expect(told.slice(1).every((each, i) => each >= told[i]!)).toBe(true)
  })
})
