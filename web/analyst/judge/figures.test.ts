import { expect, it } from 'vitest'
import { figureText, intervalText, meanText, roundUp } from './figures.ts'

it('writes shares in per cent and indices as multiples', () => {
  expect([figureText('hit_rate', 0.1234), figureText('area_share', 0.0204), figureText('pai', 4.312), figureText('recapture', null)]).toEqual(['12.3 %', '2.04 %', '4.31', '—'])
})
it('gives no interval where there was one window, or the same value in each', () => {
  expect(intervalText('pai', { mean: 4, low: 3.8, high: 4.9 })).toBe('3.80–4.90')
  expect(intervalText('hit_rate', { mean: 0.1, low: 0.08, high: 0.12 })).toBe('8.0–12.0 %')
  expect(intervalText('pei', { mean: -0.25, low: -0.283, high: -0.219 })).toBe('−28.3 … −21.9 %')
  expect(intervalText('pai', { mean: 4, low: null, high: null })).toBeNull()
  expect(intervalText('area_share', { mean: 0.02, low: 0.02, high: 0.02 })).toBeNull()
})
it('writes a dash, and no interval, for what can\'t be told in any window', () => {
  expect([meanText('recapture', null), intervalText('recapture', null), meanText('recapture', { mean: 0.91, low: null, high: null })]).toEqual(['—', null, '0.91'])
})
it('ends an axis at a round number that holds all values', () => {
  expect([roundUp([0.31, null, 0.07]), roundUp([7.9]), roundUp([10]), roundUp([null, 0])]).toEqual([0.4, 8, 10, 1])
})
