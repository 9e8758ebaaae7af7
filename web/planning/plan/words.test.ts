import { expect, it } from 'vitest'
import { percentText, postName, secondsText, turnOf, verdictOf } from './words.ts'

it('a difference is no chance only where its whole interval lies on one side', () => {
  expect(verdictOf({ mean: 0.041, low: 0.013, high: 0.073 })).toBe('more')
  expect(verdictOf({ mean: -0.041, low: -0.073, high: -0.013 })).toBe('less')
  expect(verdictOf({ mean: 0.01, low: -0.006, high: 0.02 })).toBe('unclear')
  expect(verdictOf({ mean: 0, low: 0, high: 0 })).toBe('same')
  expect(verdictOf({ mean: 0.001, low: 0, high: 0.004 })).toBe('unclear')
})

it('times are said in minutes and seconds', () => {
  expect([393, 40, 360].map(seconds => secondsText(seconds, 'zh'))).toEqual(['6 分 33 秒', '40 秒', '6 分钟'])
  expect(secondsText(393, 'en')).toBe('6 min 33 s')
  expect([0.6072, -0.0002, 1, -0.034].map(percentText)).toEqual(['60.7%', '0.0%', '100.0%', '-3.4%'])
})

it('what is too small to be read is no change', () => {
  expect(turnOf(0.5, 0.5004, 'more', 0.0005)).toBe('same')
  expect(turnOf(300, 290, 'less', 0.5)).toBe('better')
  expect(turnOf(0.5, 0.4, 'more', 0.0005)).toBe('worse')
})

it('a point that was drawn is called after the nearest named site', () => {
  const sites = [{ name: '嘉禾路口', longitude: 118.1, latitude: 24.48 }, { name: '', longitude: 118.1005, latitude: 24.48 }]
  expect(postName({ name: '', longitude: 118.1005, latitude: 24.48 }, sites, 'zh')).toMatch(/^嘉禾路口旁 \d+ 米$/)
  expect(postName({ name: '滨海岗亭', longitude: 1, latitude: 1 }, sites, 'zh')).toBe('滨海岗亭')
  expect(postName({ name: '', longitude: 100, latitude: 20 }, sites, 'en')).toBe('100.0000, 20.0000')
})
