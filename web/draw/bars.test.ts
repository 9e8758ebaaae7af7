import { expect, it } from 'vitest'
import { layer as disputes } from '../../layers/disputes/layer.ts'
import { barsOf } from './bars.ts'
import type { Words } from '../record/value.ts'

const words: Words = { clock: { now: new Date(0), timeZone: 'UTC', locale: 'zh' }, dictionary: () => undefined, station: () => undefined }
const texts = { without: '未填', other: (n: number) => `其他 ${n} 类` }

it('puts the longest first and calls values by their label', () => {
  expect(barsOf(disputes, 'grade', { A: 1, B: 4, C: 0, '': 2 }, words, texts)).toEqual([
    { label: 'B 级', count: 4, share: 1 }, { label: '未填', count: 2, share: 0.5 }, { label: 'A 级', count: 1, share: 0.25 }])
})

it('adds up what is beyond the first few', () => {
  const kinds = { family: 9, marriage: 8, neighbour: 7, labour: 6, economic: 5, medical: 4 }
  expect(barsOf(disputes, 'kind', kinds, words, texts, 4).map(bar => [bar.label, bar.count])).toEqual([['家庭', 9], ['婚恋', 8], ['邻里', 7], ['其他 3 类', 15]])
})
