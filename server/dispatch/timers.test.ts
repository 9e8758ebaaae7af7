import { describe, expect, it } from 'vitest'
import { timerOf } from './timers.ts'

const minute = 60_000, since = Date.parse('2026-11-22T08:00:00Z')
const level = (minutes: number, warn: number | null = 8, alert: number | null = 15) => timerOf(since, { warn, alert }, since + minutes * minute).level

describe('a status\'s timer', () => {
  it('warns from its first minute count on and alerts from its second', () => {
    expect([0, 7.99, 8, 14.99, 15, 600].map(minutes => level(minutes))).toEqual(['none', 'none', 'warn', 'warn', 'alert', 'alert'])
  })
  it('says when it will', () => {
    expect(timerOf(since, { warn: 8, alert: 15 }, since)).toEqual({ level: 'none', since, warnAt: since + 8 * minute, alertAt: since + 15 * minute })
  })
  it('never raises its hand where no minutes are set', () => {
    expect(level(10_000, null, null)).toBe('none')
    expect(level(10_000, 8, null)).toBe('warn')
    expect(level(16, null, 15)).toBe('alert')
  })
})
