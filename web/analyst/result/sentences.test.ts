import { expect, it } from 'vitest'
import { clockSentence, distanceBand, hotSentence, nearRepeatSentence, pText, trendSentence } from './sentences.ts'

it('says how many cells are hot at the highest level there is, with their share of area and incidents', () => {
  const { zh, en } = hotSentence([99, 95, 0, 0], [6, 2, 2, 0])
  expect(zh).toBe('1 个网格在 99% 置信度上是热点，占 25% 的面积、60% 的警情。')
  expect(en).toBe('1 cell is hot at 99% confidence: 25% of the area, 60% of incidents.')
  expect(hotSentence([95, 90, 0, null], [1, 1, 1, 1]).en).toContain('1 cell is hot at 95%')
})

it('says so where chance explains everything', () => {
  expect(hotSentence([0, -99, 0], [1, 0, 1]).en).toMatch(/^No cell has more/)
})

it('names the busiest hour of the week and how far it stands out', () => {
  const hours = new Array<number>(168).fill(1)
  hours[4 * 24 + 21] = 4
  expect(clockSentence(hours, 3)[0]!.zh).toBe('最多的是周五 21–22 时：平均每小时的 3.9 倍。')
  expect(clockSentence(hours, 3)[1]!.en).toBe('3 without a known hour are not counted.')
  expect(clockSentence(hours, 0)).toHaveLength(1)
})

it('names the band of place and time that repeats most', () => {
  const cell = (ratio: number, p: number) => ({ observed: ratio * 10, expected: 10, ratio, p })
  const bands = { metres: [1, 100], days: [7, 14] }
  expect(nearRepeatSentence({ bands, permutations: 99, table: [[cell(0.9, 0.6), cell(1, 0.5)], [cell(2.14, 0.01), cell(1.3, 0.04)]] })[0]!.en)
    .toBe('After one incident, another at 1–100 m within 0–7 days is 2.1 times as frequent as by chance (p\u00a0=\u00a00.010). Of 4 bands 2 have p ≤ 0.05.')
  expect(nearRepeatSentence({ bands, permutations: 99, table: [[cell(1.1, 0.2)]] })[0]!.zh).toMatch(/^没有近重复/)
})

it('says so where chance alone gives as many strong bands', () => {
  const row = Array.from({ length: 20 }, (_, i) => ({ observed: 102, expected: 100, ratio: 1.02, p: i === 0 ? 0.03 : 0.5 }))
  const [said] = nearRepeatSentence({ bands: { metres: [100], days: row.map((_, i) => i + 1) }, permutations: 99, table: [row] })
  expect(said!.zh).toContain('是偶然的 1.02 倍')
  expect(said!.zh).toContain('20 档中 1 档 p ≤ 0.05，全凭偶然也会有这么多')
})

it('says where a band begins, not only where it ends', () => {
  expect([0, 1, 2].map(i => distanceBand([1, 100, 200], i).zh)).toEqual(['同一地点', '1–100 米', '100–200 米'])
})

it('writes small p-values as bounds', () => {
  expect([pText(0.0004), pText(0.013), pText(0.46)]).toEqual(['p < 0.001', 'p = 0.013', 'p = 0.46'].map(text => text.replaceAll(' ', '\u00a0')))
})

it('says whether the last week was out of line and what to expect of the next', () => {
  const [last, next] = trendSentence({ actual: 130, mean: 100.4, low: 82, high: 121 }, { mean: 104, low: 85, high: 125 })
  expect(last!.zh).toBe('最近一周 130 起，高于预期（预期 100，区间 82–121）。')
  expect(next!.en).toBe('About 104 are expected next week, 85–125.')
  expect(trendSentence({ actual: 100, mean: 100, low: 82, high: 121 }, { mean: 1, low: 0, high: 3 })[0]!.en).toContain('as expected')
})
