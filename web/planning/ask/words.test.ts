import { expect, it } from 'vitest'
import type { Solved } from '../types.ts'
import { endOf, endSentence, gapSentence, percent, weeksSentence } from './words.ts'

const ended = (status: 'optimal' | 'gap', gap: number) => ({ shift: null, moved: [], result: { status, gap } }) as unknown as Solved
const weeks = { find: { from: '2026-05-25T16:00:00.000Z', to: '2026-10-25T16:00:00.000Z' }, judge: { from: '2026-10-25T16:00:00.000Z', to: '2026-11-22T16:00:00.000Z' } }

it('says shares as exactly as they matter', () => {
  expect([0.123, 0.021, 0.0004, 0].map(percent)).toEqual(['12 %', '2.1 %', '0.04 %', '0 %'])
})

it('says what a gap proves, and that none is proven yet', () => {
  expect(gapSentence(0.021).zh).toBe('已证明：没有方案能比它好出 2.1 %')
  expect(gapSentence(0).en).toBe('Proven: no plan is better')
  expect(gapSentence(null).zh).toBe('还没有可比的方案')
})

it('tells an optimum from a gap that was enough and from one where time ended', () => {
  expect(endSentence(ended('optimal', 0), 1.62, {}).zh).toBe('1.6 秒求得最优，已证明没有更好的方案')
  expect(endSentence(ended('gap', 0.008), 3, { wanted_gap: 0.01 }).en).toMatch(/^Good enough/)
  expect(endSentence(ended('gap', 0.004), 20, {}).zh).toBe('时间到（20.0 秒）：没有方案能好出 0.4 %')
})

it('says that time ended only where the gap is wider than was wanted', () => {
  expect(endOf({ status: 'gap', gap: 0.008 }, { wanted_gap: 0.01 })).toBe('gap')
  expect(endOf({ status: 'gap', gap: 0.008 }, {})).toBe('timeEnded')
})

it('says which weeks make a plan and which it never sees, by the city\'s own days', () => {
  expect(weeksSentence(weeks, 'Asia/Shanghai').zh).toBe('用 5 月 26 日至 10 月 25 日建模，之后 4 周留作检验，方案看不到')
  expect(weeksSentence(weeks, 'Asia/Shanghai').en).toBe('Built on 26 May to 25 Oct; the 4 weeks after are held out to judge it, unseen')
  expect(weeksSentence({ ...weeks, judge: null }, 'Asia/Shanghai').zh).toBe('用 5 月 26 日至 10 月 25 日建模，没有留作检验的周')
})
