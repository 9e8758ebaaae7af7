import { describe, expect, it } from 'vitest'
import { formatInstant, presetAround, presetSpan, startOfDay } from './time.ts'

const at = (text: string) => Date.parse(text)

describe('presets', () => {
  it('end 24 hours with the hour that runs', () => {
    expect(presetSpan('24h', at('2026-11-22T04:51:00Z'), 'Asia/Shanghai'))
      .toEqual({ from: at('2026-11-21T05:00:00Z'), to: at('2026-11-22T05:00:00Z') })
  })

  it('are whole days of the city, today included', () => {
    expect(presetSpan('7d', at('2026-11-22T17:30:00Z'), 'Asia/Shanghai'))
      .toEqual({ from: at('2026-11-16T16:00:00Z'), to: at('2026-11-23T16:00:00Z') })
  })

  it('are whole days where clocks change too', () => {
    const span = presetSpan('30d', at('2026-11-10T12:00:00Z'), 'America/Chicago')
    expect(span.from).toBe(at('2026-10-12T05:00:00Z'))
    expect(span.to).toBe(at('2026-11-11T06:00:00Z'))
  })

  it('are found around a window', () => {
    const now = at('2026-11-22T04:51:00Z')
    expect(presetAround({ from: now - 3_600_000, to: now }, now, 'UTC')).toBe('24h')
    expect(presetAround({ from: now - 20 * 86_400_000, to: now }, now, 'UTC')).toBe('30d')
    expect(presetAround({ from: 0, to: now }, now, 'UTC')).toBeNull()
  })
})

describe('local days', () => {
  it('begin at local midnight', () => {
    expect(startOfDay(at('2026-11-22T15:59:00Z'), 'Asia/Shanghai')).toBe(at('2026-11-21T16:00:00Z'))
    expect(startOfDay(at('2026-11-22T16:00:00Z'), 'Asia/Shanghai')).toBe(at('2026-11-22T16:00:00Z'))
  })

  it('are written the 24-hour way', () => {
    expect(formatInstant(at('2026-11-22T16:05:00Z'), 'Asia/Shanghai')).toBe('2026-11-23 00:05')
    expect(formatInstant(at('2026-11-22T16:05:00Z'), 'Asia/Shanghai', 'day')).toBe('2026-11-23')
  })
})
