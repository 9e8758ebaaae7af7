import { describe, expect, it } from 'vitest'
import { guessFormat, timeFormat } from './time-format.ts'
import { zone } from './zones.ts'

const read = (format: string, text: string, zoneName?: string) => {
  const result = timeFormat(format, zoneName === undefined ? undefined : zone(zoneName), 'at').read(text)
  return typeof result === 'number' ? new Date(result).toISOString() : result
}

describe('times', () => {
  it('of a zone become instants, summer and winter', () => {
    expect(read('YYYY-MM-DD', '2010-01-01', 'America/Chicago')).toBe('2010-01-01T06:00:00.000Z')
    expect(read('M/D/YYYY H', '7/1/2010 0', 'America/Chicago')).toBe('2010-07-01T05:00:00.000Z')
    expect(read('YYYY年M月D日 H时mm分', '2026年3月1日 8时05分', 'Asia/Shanghai')).toBe('2026-03-01T00:05:00.000Z')
    expect(read('M/D/YYYY h:mm A', '3/1/2026 12:05 AM', 'UTC')).toBe('2026-03-01T00:05:00.000Z')
  })
  it('that carry their own offset need no zone', () => {
    expect(read('iso', '2026-03-01T08:30:00+0800')).toBe('2026-03-01T00:30:00.000Z')
    expect(read('iso', '2026-03-01 08:30:00.123Z')).toBe('2026-03-01T08:30:00.000Z')
    expect(read('iso', '2026-03-01 08:30')).toBe('is a local time and its zone is unknown')
  })
  it('that never came are refused, and those that came twice mean the first', () => {
    expect(read('iso', '2010-03-14 02:30', 'America/Chicago')).toBe('never came in America/Chicago: clocks went forward over it')
    expect(read('iso', '2010-11-07 01:30', 'America/Chicago')).toBe('2010-11-07T06:30:00.000Z')
  })
  it('on days that do not exist are refused', () => {
    expect(read('iso', '2026-02-29', 'UTC')).toBe('names day 29 of a month that has 28')
    expect(read('D.M.YYYY', '1.13.2026', 'UTC')).toBe('is in month 13; there are twelve')
    expect(read('YYYY-MM-DD', '31/01/2026', 'UTC')).toBe('must look like YYYY-MM-DD')
  })
})

describe('a format', () => {
  it.each([
    [['2018-10', '2018-11'], 'YYYY-MM'], [['2010-01-01T06:00:00+0000'], 'iso'], [['1/13/2010', '1/2/2010'], 'M/D/YYYY'], [['13/1/2010', '1/2/2010'], 'D/M/YYYY'],
    [['2026年3月1日'], 'YYYY年M月D日'], [['20260301'], 'YYYYMMDD'], [['1767225600'], 'epoch_s'], [['not a date'], undefined],
  ])('of %j is %s', (samples, format) => { expect(guessFormat(samples, 'at')).toBe(format) })
  it('that could be two is nobody\'s guess', () => { expect(() => guessFormat(['1/2/2010'], 'at')).toThrow(/may be/) })
})
