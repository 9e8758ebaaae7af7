import { expect, it } from 'vitest'
import type { Shown } from '../../../server/analysis/method.ts'
import { figureRows, figureText } from './figures.ts'

const label = { zh: '比率', en: 'Rate' }, unit = { zh: '起/千人', en: 'per 1,000' }
const rate: Shown = { kind: 'amount', label, unit, decimals: 1 }

it('puts the bounds of an interval beside what they are about', () => {
  const shows = { rate, rate_low: { ...rate, kind: 'figure' as const }, rate_high: { ...rate, kind: 'figure' as const }, low: rate }
  const rows = figureRows({ columns: { rate: [22.7], rate_low: [14.2], rate_high: [34.4], low: [null] }, shows }, 0, 'zh')
  expect(rows.map(({ name, text }) => [name, text])).toEqual([['rate', '22.7 起/千人 (14.2–34.4)'], ['low', '无数据']])
})

it('says no figure, nothing and chance apart', () => {
  const confidence: Shown = { kind: 'confidence', label, unit }, kinds: Shown = { kind: 'category', label, unit, values: { hot: { label: { zh: '热', en: 'Hot' }, tone: 1 } } }
  expect([null, 0, 12].map(value => figureText(value, rate, 'en'))).toEqual(['no figure', '0 per 1,000', '12 per 1,000'])
  expect([0, 95, -99].map(value => figureText(value, confidence, 'zh'))).toEqual(['不显著', '热 95%', '冷 99%'])
  expect(['hot', null].map(value => figureText(value, kinds, 'en'))).toEqual(['Hot', 'not significant'])
})

it('signs differences', () => {
  expect([4, -4].map(value => figureText(value, { ...rate, kind: 'difference', decimals: 0, unit: { zh: '起', en: '' } }, 'zh'))).toEqual(['+4 起', '−4 起'])
})
