import { describe, expect, it } from 'vitest'
import { isMidnight, localDay, parseInstant, startOfDay } from './time.ts'

describe('parseInstant', () => {
  it('reads an instant with its offset, and a bare date as midnight in the city', () => {
    expect(parseInstant('2026-11-22T12:00:00+08:00', 'UTC')?.toISOString()).toBe('2026-11-22T04:00:00.000Z')
    expect(parseInstant('2026-11-22', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-21T16:00:00.000Z')
    expect(parseInstant('2010-01-01', 'America/Chicago')?.toISOString()).toBe('2010-01-01T06:00:00.000Z')
  })
  it('refuses days that don\'t exist, and times without an offset', () => {
    for (const text of ['2026-02-30', '2026-13-01', '2025-02-29', '2026-11-22T25:00:00Z', '2026-11-22T12:00:00', 'yesterday', '', '0001-01-01', '0999-12-31T00:00Z'])
      expect(parseInstant(text, 'Asia/Shanghai'), text).toBeUndefined()
    expect(parseInstant('2024-02-29', 'UTC')).toBeDefined()
  })
})

describe('startOfDay', () => {
  it('finds midnight on the days when clocks change', () => {
    expect(startOfDay('2010-03-14', 'America/Chicago').toISOString()).toBe('2010-03-14T06:00:00.000Z')
    expect(startOfDay('2010-03-15', 'America/Chicago').toISOString()).toBe('2010-03-15T05:00:00.000Z')
    expect(startOfDay('2010-11-07', 'America/Chicago').toISOString()).toBe('2010-11-07T05:00:00.000Z')
  })
  it('is undone by localDay, every day of two years', () => {
    for (const zone of ['Asia/Shanghai', 'America/Chicago', 'Europe/London', 'UTC']) {
      for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
        const text = new Date(day).toISOString().slice(0, 10)
        const start = startOfDay(text, zone)
        expect(localDay(start, zone)).toBe(text)
        expect(isMidnight(start, zone)).toBe(true)
      }
    }
  })
})
