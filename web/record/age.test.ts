import { describe, expect, it } from 'vitest'
import { ageText, dueText, fullText, hoursText, instantOf, spanText, type Clock } from './age.ts'

const clock = (locale: Clock['locale']): Clock => ({ now: new Date('2026-11-22T13:04:00Z'), timeZone: 'Asia/Shanghai', locale })
const ago = (minutes: number) => new Date(clock('zh').now.getTime() - minutes * 60_000)

describe('the age of a thing', () => {
  it('is relative under an hour', () => {
    expect(ageText(ago(12), clock('zh'))).toBe('12 分钟前')
    expect(ageText(ago(12), clock('en'))).toBe('12 min ago')
    expect(ageText(ago(0.5), clock('zh'))).toBe('刚刚')
    expect(ageText(ago(59.9), clock('zh'))).toBe('59 分钟前')
  })
  it('is the time of day from an hour on', () => {
    expect(ageText(ago(60), clock('zh'))).toBe('今天 20:04')
    expect(ageText(ago(60), clock('en'))).toBe('today 20:04')
  })
  it('turns to yesterday at midnight of the city, not of Greenwich', () => {
    expect(ageText('2026-11-21T16:30:00Z', clock('zh'))).toBe('今天 00:30')
    expect(ageText('2026-11-21T15:30:00Z', clock('zh'))).toBe('昨天 23:30')
  })
  it('leaves out this year and says any other', () => {
    expect(ageText('2026-11-03T02:00:00Z', clock('zh'))).toBe('11-03 10:00')
    expect(ageText('2024-11-03T02:00:00Z', clock('zh'))).toBe('2024-11-03 10:00')
  })
  it('says the future as such', () => {
    expect(ageText(ago(-20), clock('zh'))).toBe('20 分钟后')
    expect(ageText(ago(-20), clock('en'))).toBe('in 20 min')
  })
  it('takes the epoch seconds that tiles carry', () => {
    expect(ageText(ago(12).getTime() / 1000, clock('zh'))).toBe('12 分钟前')
  })
  it('refuses what is no instant, and names it', () => {
    expect(() => instantOf('yesterday-ish')).toThrow('"yesterday-ish" is no instant')
  })
})

describe('a deadline', () => {
  it('says how long it is overdue', () => {
    expect(dueText('2026-11-19T13:04:00Z', clock('zh'))).toEqual({ overdue: true, text: '已逾期 3 天' })
    expect(dueText('2026-11-21T13:04:00Z', clock('en'))).toEqual({ overdue: true, text: 'overdue by 1 day' })
  })
  it('says how long is left', () => {
    expect(dueText('2026-11-22T18:24:00Z', clock('zh'))).toEqual({ overdue: false, text: '还剩 5 小时 20 分' })
  })
})

it('says spans in the units that matter', () => {
  expect(spanText(30_000, 'zh')).toBe('不到 1 分钟')
  expect(spanText(3_600_000, 'zh')).toBe('1 小时')
  expect(spanText(50 * 3_600_000, 'en')).toBe('2 days')
})

it('writes an instant in full in the time of the city', () => {
  expect(fullText('2026-11-22T13:04:37Z', 'Asia/Shanghai')).toBe('2026-11-22 21:04:37')
  expect(fullText('2026-11-22T13:04:37Z', 'America/Chicago')).toBe('2026-11-22 07:04:37')
})

it('a shift that ends at midnight ends at 24:00, and one that begins then begins at 00:00', () => {
  expect(hoursText('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z', 'Asia/Shanghai')).toBe('16:00–24:00')
  expect(hoursText('2026-11-24T16:00:00Z', '2026-11-25T00:00:00Z', 'Asia/Shanghai')).toBe('00:00–08:00')
})
