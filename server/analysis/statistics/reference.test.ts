import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { falseDiscoveryRate } from './adjust.ts'
import { density, edgeShare, type Kernel, type Raster } from './density.ts'
import { binomialTest, twoSided } from './distributions.ts'
import { giStar } from './gi-star.ts'
import { poissonInterval } from './intervals.ts'
import { mannKendall } from './mann-kendall.ts'
import { localMoran, moran } from './moran.ts'
import type { Neighbours } from './neighbours.ts'
import { stl } from './stl.ts'

/** What R made of it: tests/reference holds the scripts and the files that they wrote. */
const read = (file: string): string[][] => readFileSync(new URL(`../../../tests/reference/${file}`, import.meta.url), 'utf8').trim().split('\n').slice(1).map(line => line.split(','))
const numbers = (rows: string[][], column: number) => Float64Array.from(rows, row => Number(row[column]))
const furthest = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a, (each, i) => Math.abs(each - b[i]!)).reduce((most, each) => Math.max(most, each))

function neighboursOf(lists: number[][]): Neighbours {
  const offset = new Uint32Array(lists.length + 1)
  lists.forEach((list, i) => { offset[i + 1] = offset[i]! + list.length })
  return { offset, index: Uint32Array.from(lists.flat()) }
}

describe('crime in Columbus, Ohio, as R\'s spdep sees it', () => {
  const rows = read('columbus_expected.csv'), crime = numbers(rows, 0), lists = rows.map(row => row[1]!.split(' ').map(each => Number(each) - 1))
  it('has the same Moran\'s I', () => {
    const { index, z } = moran(crime, neighboursOf(lists))
    expect(index).toBeCloseTo(0.500188557, 9)
    expect(z).toBeCloseTo(5.589383, 6)
  })
  it('has the same Gi*: 11 above 1.96, 7 below, 9 significant after correction', () => {
    const z = giStar(crime, neighboursOf(lists.map((list, i) => [i, ...list])))
    expect(furthest(z, numbers(rows, 2))).toBeLessThan(1e-9)
    expect(Math.max(...z)).toBeCloseTo(3.475051, 6)
    expect([z.filter(each => each > 1.96).length, z.filter(each => each < -1.96).length, falseDiscoveryRate(z.map(twoSided)).filter(p => p <= 0.05).length]).toEqual([11, 7, 9])
  })
  it('has the same local Moran\'s I and z', () => {
    const { index, z } = localMoran(crime, neighboursOf(lists))
    expect(furthest(index, numbers(rows, 3))).toBeLessThan(1e-9)
    expect(furthest(z, numbers(rows, 4))).toBeLessThan(1e-9)
  })
})

describe('a kernel density', () => {
  const points = read('density_points.csv'), expected = read('density_expected.csv'), raster: Raster = { west: 0, south: 0, cell: 25, columns: 40, rows: 40 }
  it.each([['gaussian', 100, 0], ['quartic', 200, 2]] satisfies [Kernel, number, number][])('equals spatstat\'s with a %s kernel, with edge correction and without', (kernel, bandwidth, column) => {
    const surface = density(numbers(points, 0), numbers(points, 1), raster, kernel, bandwidth), share = edgeShare(new Uint8Array(1600).fill(1), raster, kernel, bandwidth)
    const top = Math.max(...surface)
    // spatstat scales the kernel so that its pixels add up to one; ours is the kernel's own value at each.
    expect(furthest(surface, numbers(expected, column))).toBeLessThan(top * 2e-3)
    expect(furthest(surface.map((each, i) => each / share[i]!), numbers(expected, column + 1))).toBeLessThan(top * 2e-3)
  })
})

describe('tests and intervals', () => {
  it('correct for many tests as p.adjust does, ties, zeros and ones included', () => {
    const rows = read('adjust_expected.csv')
    expect(furthest(falseDiscoveryRate(numbers(rows, 0)), numbers(rows, 1))).toBeLessThan(1e-12)
  })
  it('are binom.test\'s', () => {
    for (const [k, n, share, p] of read('binomial_expected.csv').map(row => row.map(Number))) expect(binomialTest(k!, n!, share!) / p!, `${k} of ${n} at ${share}`).toBeCloseTo(1, 8)
  })
  it('are poisson.test\'s', () => {
    for (const [count, low, high] of read('poisson_expected.csv').map(row => row.map(Number))) {
      const [ours, above] = poissonInterval(count!)
      expect(Math.abs(ours - low!), `${count}`).toBeLessThan(1e-8 * (1 + low!))
      expect(Math.abs(above - high!), `${count}`).toBeLessThan(1e-8 * (1 + high!))
    }
  })
  it('see the same trends as Mann and Kendall\'s formula in R, ties included', () => {
    for (const [series, z] of read('trend_expected.csv')) expect(mannKendall(series!.split(' ').map(Number))).toBeCloseTo(Number(z), 12)
  })
})

describe('a decomposition', () => {
  it('equals stats::stl', () => {
    const rows = read('stl_expected.csv'), { trend, season, remainder } = stl(numbers(rows, 0), { period: 7, seasonWindow: 11, trendWindow: 29 })
    expect(furthest(season, numbers(rows, 1))).toBeLessThan(1e-9)
    expect(furthest(trend, numbers(rows, 2))).toBeLessThan(1e-9)
    expect(furthest(remainder, numbers(rows, 3))).toBeLessThan(1e-9)
  })
})
