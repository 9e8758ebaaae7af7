import { existsSync, readFileSync } from 'node:fs'
import { latLngToCell, gridDisk } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { falseDiscoveryRate } from './adjust.ts'
import { aoristicWeek } from './aoristic.ts'
import { concentration } from './concentration.ts'
import { binomialTest, normalCdf, twoSided } from './distributions.ts'
import { classifyEmerging } from './emerging.ts'
import { giStar } from './gi-star.ts'
import { mannKendall } from './mann-kendall.ts'
import { cellNeighbours, pointNeighbours } from './neighbours.ts'

const reference = new URL('../../../../shared/data/reference/getisord_d30_expected.csv', import.meta.url)

describe('Gi*', () => {
  it.skipIf(!existsSync(reference))('equals R\'s spdep on Getis and Ord\'s own example', () => {
    const rows = readFileSync(reference, 'utf8').trim().split('\n').slice(1).map(line => line.split(',').map(Number))
    const column = (k: number) => Float64Array.from(rows, row => row[k]!)
    const z = giStar(column(2), pointNeighbours(column(0), column(1), 30, true))
    rows.forEach((row, i) => expect(Math.abs(z[i]! - row[3]!)).toBeLessThan(1e-9))
    expect(z[119]).toBeCloseTo(1.45078, 5)
  })
  it('finds no hot spot where all cells are alike', () => {
    const cells = gridDisk(latLngToCell(24.48, 118.1, 9), 5)
    expect(giStar(new Float64Array(cells.length).fill(3), cellNeighbours(cells, 1, true)).every(Number.isNaN)).toBe(true)
  })
})

describe('distributions', () => {
  it('agree with R', () => {
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 14)
    expect(normalCdf(-3)).toBeCloseTo(0.0013498980316300933, 15)
    expect(twoSided(5)).toBeCloseTo(5.733031437583878e-7, 18)
    expect(binomialTest(7, 20, 0.5)).toBeCloseTo(0.2631759643554688, 10)
  })
})

describe('Benjamini and Hochberg', () => {
  it('leaves out what was not tested', () => {
    expect([...falseDiscoveryRate([0.001, NaN, 0.5])]).toEqual([0.002, NaN, 0.5])
  })
})

describe('Mann-Kendall', () => {
  it('sees a rise, a fall and nothing', () => {
    // S = 10, Var = 16.67: (10 - 1) / 4.0825
    expect(mannKendall([1, 2, 3, 4, 5])).toBeCloseTo(2.2045, 4)
    expect(mannKendall([5, 4, 3, 2, 1])).toBeCloseTo(-2.2045, 4)
    expect(mannKendall([2, 2, 2])).toBe(0)
  })
})

describe('emerging hot spots', () => {
  const of = (states: number[], trend = 0) => classifyEmerging(states, trend)
  it('names all patterns', () => {
    expect(of([0, 0, 0, 0, 0, 0, 0, 0, 0, 1])).toBe('hot-new')
    expect(of([0, 0, 0, 0, 0, 0, 0, 1, 1, 1])).toBe('hot-consecutive')
    expect(of(Array(10).fill(1), 2.5)).toBe('hot-intensifying')
    expect(of(Array(10).fill(1), 0.3)).toBe('hot-persistent')
    expect(of(Array(10).fill(1), -2.5)).toBe('hot-diminishing')
    expect(of([0, 1, 0, 0, 1, 0, 0, 1, 0, 1])).toBe('hot-sporadic')
    expect(of([0, -1, 0, 0, 1, 0, 0, 1, 0, 1])).toBe('hot-oscillating')
    expect(of([1, 1, 1, 1, 1, 1, 1, 1, 1, 0])).toBe('hot-historical')
    expect(of(Array(10).fill(-1), -2.5)).toBe('cold-intensifying')
    expect(of([0, 0, 1, 0])).toBe('none')
  })
})

describe('concentration', () => {
  it('is by hand: one of four places has three of four incidents', () => {
    const found = concentration([3, 1], 4)
    expect(found.holdHalf).toBe(0.25)
    expect(found.holdFourFifths).toBe(0.5)
    expect(found.gini).toBeCloseTo(0.625, 12)
  })
})

describe('the hours of incidents whose time is an interval', () => {
  it('are spread by hand: from 22:30 to 01:30 on a Sunday', () => {
    const sunday = Date.UTC(2026, 10, 22, 22, 30) / 1000
    const { weights, leftOut } = aoristicWeek([sunday, sunday, 0], [sunday + 3 * 3600, sunday, 50 * 3600], () => 0)
    expect(weights[6 * 24 + 22]).toBeCloseTo(1 / 6 + 1, 12)
    expect(weights[6 * 24 + 23]).toBeCloseTo(1 / 3, 12)
    expect(weights[0]).toBeCloseTo(1 / 3, 12)
    expect(weights[1]).toBeCloseTo(1 / 6, 12)
    expect(leftOut).toBe(1)
  })
})
