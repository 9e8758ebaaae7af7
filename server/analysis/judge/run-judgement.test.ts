import { cellArea, cellToLatLng, gridDisk, latLngToCell } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { areaOf, columnsOf, questionOf, type Rows } from '../../../bench/judge/columns-of.ts'
import { methods } from '../methods/index.ts'
import { readParameters } from '../parameters.ts'
import { createRandom } from '../random.ts'
import { countByCell } from '../by-cell.ts'
import { inputOf, ranksOf } from './method-map.ts'
import { runJudgement, type Subject } from './run-judgement.ts'
import type { Judgement } from './summary.ts'
import { rollingWindows } from './windows.ts'

const middle = latLngToCell(24.48, 118.1, 9), cells = gridDisk(middle, 15), day = 86_400
const begin = Date.UTC(2026, 0, 5) / 1000, days = 120
const always = { at: [begin], seconds: [8 * 3600] }

/** A city of `cells` over 120 days. @param rate  incidents a day that a cell expects */
function cityOf(rate: (cell: number, day: number) => number, seed: number): Rows {
  const random = createRandom(seed), rows: Rows = { longitude: [], latitude: [], received: [], code: [] }
  cells.forEach((cell, i) => {
    const [latitude, longitude] = cellToLatLng(cell)
    for (let d = 0; d < days; d++) for (let rest = rate(i, d) + Math.log(random()); rest > 0; rest += Math.log(random())) {
      rows.longitude.push(longitude + (random() - 0.5) * 0.0005)
      rows.latitude.push(latitude + (random() - 0.5) * 0.0005)
      rows.received.push(begin + Math.floor((d + random()) * day))
      rows.code.push(10_000)
    }
  })
  return rows
}

const subjectOf = (id: string, areaShare = 0.04): Subject => ({ method: id, parameters: readParameters(methods.find(each => each.id === id)!, {}), areaShare })
function judge(rows: Rows, subject: Subject, { find = 42, judgeDays = 7, windows = 8 } = {}): Judgement {
  const end = begin + days * day, question = questionOf(end - find * day, end, undefined, always)
  return runJudgement({
    kind: 'judgement', subject, columns: columnsOf(rows), question, area: areaOf(9, [...cells]), windows: rollingWindows(question, end, judgeDays, windows, always),
  }, () => {}).result as Judgement
}
const random = createRandom(3), lonely = cells.map(() => random() < 0.04)
/** A twenty-fifth of the cells, scattered, have most incidents, always the same. */
const stable = cityOf(cell => lonely[cell] ? 0.5 : 0.01, 1)
/** One broad hill, on which each cell rarely has anything. */
const [latitude0, longitude0] = cellToLatLng(middle)
const hill = cityOf(cell => {
  const [latitude, longitude] = cellToLatLng(cells[cell]!)
  return 0.03 * Math.exp(-(((latitude - latitude0) / 0.012) ** 2 + ((longitude - longitude0) / 0.013) ** 2))
}, 2)

describe('a judgement', () => {
  it('of counting itself finds no difference, not the least', () => {
    const { difference, verdict, overall } = judge(stable, subjectOf('counts'))
    expect(difference).toEqual({ pei: { mean: 0, low: 0, high: 0 }, hit_rate: { mean: 0, low: 0, high: 0 } })
    expect(overall.ours).toEqual(overall.prior)
    expect(verdict).toMatchObject({ outcome: 'no_difference', en: expect.stringMatching(/^The same as counting/) })
  })
  it('says that smoothing loses where hot spots are single cells that stay', () => {
    const { verdict, overall } = judge(stable, subjectOf('gi_star'))
    expect(verdict).toMatchObject({ outcome: 'loses', zh: expect.stringMatching(/^不如简单计数/), en: expect.stringMatching(/^Loses to counting.+To forecast, count\.$/) })
    expect(overall.prior.pei!.mean).toBeGreaterThan(0.85)
  })
  it('says that smoothing beats counting where incidents are rare and risk is broad', () => {
    expect(judge(hill, subjectOf('gi_star', 0.1)).verdict).toMatchObject({ outcome: 'beats', zh: expect.stringMatching(/^胜过简单计数/) })
  })
  it('finds nobody better than chance where hot spots jump every week', () => {
    const jumping = createRandom(11), hotIn = Array.from({ length: Math.ceil(days / 7) }, () => cells.map(() => jumping() < 0.04))
    // A map is made of the week before, of which nothing is left.
    const { verdict, overall: { ours, prior, chance } } = judge(cityOf((cell, d) => hotIn[Math.floor((d + 6) / 7)]?.[cell] ? 0.5 : 0.01, 5), subjectOf('gi_star'), { find: 7 })
    expect(verdict.outcome).toBe('no_difference')
    for (const summary of [ours, prior]) {
      expect(summary.pai!.low!).toBeLessThan(chance.pai!.high!)
      expect(summary.pai!.mean).toBeLessThan(2)
    }
    expect(chance.pai!.mean).toBeCloseTo(1, 1)
  })
  it('claims nothing below four windows or twenty incidents', () => {
    expect(judge(stable, subjectOf('gi_star'), { windows: 3 }).verdict).toMatchObject({ outcome: 'too_few', en: expect.stringMatching(/^Too few to tell: 3 windows/) })
    const rare = cityOf(cell => cell < 40 ? 0.004 : 0, 9)
    const { verdict, windows, skipped } = judge(rare, subjectOf('counts'), { judgeDays: 2 })
    expect(windows.reduce((sum, { incidents }) => sum + incidents, 0)).toBeLessThan(20)
    expect(windows.length + skipped.length).toBe(8)
    expect(verdict.outcome).toBe('too_few')
  })
  it('tells a curve from nothing to everything', () => {
    const { curve } = judge(stable, subjectOf('gi_star'))
    expect(curve.area).toHaveLength(curve.ours.length)
    expect([curve.area[0], curve.ours[0], curve.prior[0]]).toEqual([0, 0, 0])
    expect([curve.area.at(-1), curve.ours.at(-1), curve.prior.at(-1)]).toEqual([1, 1, 1])
    curve.prior.forEach((share, k) => expect(share).toBeGreaterThanOrEqual(curve.prior[k - 1] ?? 0))
  })
})

describe('the map of a find window', () => {
  it.each(methods.filter(({ ranks }) => ranks).map(({ id }) => id))('by %s isn\'t changed by anything that came after it', id => {
    const split = begin + 60 * day, later = createRandom(8)
    const changed: Rows = { ...stable, longitude: stable.longitude.map((x, i) => stable.received[i]! < split ? x : longitude0 + (later() - 0.5) * 0.05) }
    const more = { longitude: [...changed.longitude, ...stable.longitude], latitude: [...changed.latitude, ...stable.latitude], received: [...changed.received, ...stable.received.map(at => split + (at - begin))], code: [...changed.code, ...stable.code] }
    const [first, second] = [stable, more].map(rows => {
      const input = inputOf(columnsOf(rows), questionOf(begin, begin + days * day, undefined, always), { from: begin, to: split }, areaOf(9, [...cells]))
      return ranksOf(subjectOf(id) as Extract<Subject, { method: string }>, input, countByCell(input).index, { progress: () => {}, took: () => {} })
    })
    expect(new Set(first).size).toBeGreaterThan(5)
    expect(second).toEqual(first)
  })
})

it('is judged by the column that the map shows: density relative to residents by that', () => {
  const end = begin + 60 * day, area = { ...areaOf(9, [...cells]), residents: Float64Array.from(cells, (_, i) => i < cells.length / 2 ? 40 : 4_000) }
  const [byArea, byResidents] = ['area', 'residents'].map(relative => {
    const input = inputOf(columnsOf(hill), questionOf(begin, end, undefined, always), { from: begin, to: end }, area)
    const subject = { method: 'density', parameters: { ...readParameters(methods.find(({ id }) => id === 'density')!, {}), bandwidth: 600, relative }, areaShare: 0.04 }
    return ranksOf(subject, input, countByCell(input).index, { progress: () => {}, took: () => {} })
  }) as [Float64Array, Float64Array]
  const top = (ranks: Float64Array) => [...ranks.keys()].sort((a, b) => ranks[b]! - ranks[a]!).slice(0, 30)
  expect(top(byResidents).every(i => i < cells.length / 2)).toBe(true)
  expect(top(byArea)).not.toEqual(top(byResidents))
})

describe('a zone', () => {
  const square = (metres: number): [number, number][] => {
    const [y, x] = [metres / 111_320, metres / 111_320 / Math.cos(latitude0 * Math.PI / 180)]
    return [[longitude0 - x, latitude0 - y], [longitude0 + x, latitude0 - y], [longitude0 + x, latitude0 + y], [longitude0 - x, latitude0 + y], [longitude0 - x, latitude0 - y]]
  }
  const zone = (drawnAt: number): Subject => ({ zone: [[square(800)]], of: { id: 1, version: 1, name: '山顶' }, drawnAt, drawnOn: '2026-03-01' })
  it('is judged over its own area, beside counting over as much', () => {
    const { area_share: share, cells: n, overall, verdict, curve, windows } = judge(hill, zone(begin), { find: 14, windows: 14 })
    expect(share * n * cellArea(middle, 'km2') / 1.6 ** 2).toBeCloseTo(1, 2)
    expect(overall.ours.area_share!.mean).toBeCloseTo(overall.prior.area_share!.mean, 12)
    expect(curve.area).toEqual([0, share])
    expect(windows[0]!.entries.ours.hits % 1).toBe(0)
    // The top of the hill.
    expect(overall.ours.pai!.mean).toBeGreaterThan(2)
    expect(verdict.outcome).toBe('beats')
  })
  it('isn\'t praised for incidents that it may have been drawn from', () => {
    const late = judge(hill, zone(begin + (days - 14) * day))
    expect(late.verdict).toMatchObject({ outcome: 'too_few', en: expect.stringMatching(/drawn on 2026-03-01; only 2 of the 8 windows/) })
    expect(late.windows).toHaveLength(8)
    const half = judge(hill, zone(begin + (days - 35) * day))
    expect(half.windows).toHaveLength(5)
    expect(half.skipped).toHaveLength(3)
  })
  it('outside the study area can\'t be judged, and says so', () => {
    const far: Subject = { zone: [[square(300).map(([x, y]): [number, number] => [x + 1, y])]], of: { id: 2, version: 1, name: '远处' }, drawnAt: begin, drawnOn: '2026-01-05' }
    expect(() => judge(hill, far)).toThrow(/outside the study area/)
  })
})
