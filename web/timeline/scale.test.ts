import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, hour } from '../state/time.ts'
import { barEdges, between, binOf, instantAt, moved, playedWindow, playWidth, shareOf, snapped, ticks } from './scale.ts'

const span = { from: 0, to: 7 * day }
const edges = Array.from({ length: 8 }, (_, i) => i * day)

describe('the timeline', () => {
  it('shows bars one can tell apart', () => {
    expect([1, 7, 30, 365, 1000, 5000].map(days => binOf({ from: 0, to: days * day }))).toEqual(['hour', 'hour', 'day', 'day', 'week', 'month'])
  })

  it('has a bar for every hour, day, week and month, empty ones too', () => {
    const at = (text: string) => Date.parse(text)
    expect(barEdges({ from: at('2026-11-21T05:00:00Z'), to: at('2026-11-22T05:00:00Z') }, 'hour', 'Asia/Shanghai')).toHaveLength(25)
    const days = barEdges({ from: at('2026-10-31T05:00:00Z'), to: at('2026-11-03T06:00:00Z') }, 'day', 'America/Chicago')
    expect(days.map(edge => new Date(edge).toISOString().slice(8, 13))).toEqual(['31T05', '01T05', '02T06', '03T06'])
    const months = barEdges({ from: at('2026-01-15T00:00:00Z'), to: at('2026-04-01T00:00:00Z') }, 'month', 'UTC')
    expect(months.map(edge => new Date(edge).toISOString().slice(0, 10))).toEqual(['2026-01-15', '2026-02-01', '2026-03-01', '2026-04-01'])
    expect(new Date(barEdges({ from: at('2026-11-18T00:00:00Z'), to: at('2026-12-01T00:00:00Z') }, 'week', 'UTC')[1]!).toISOString().slice(0, 10)).toBe('2026-11-23')
  })

  it('finds the instant under a place and the place of an instant', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), share => {
      expect(shareOf(instantAt(share, span), span)).toBeCloseTo(share)
    }))
  })

  it('selects whole bars, at least one, in either direction', () => {
    expect(between(snapped(2.4 * day, edges), snapped(4.6 * day, edges), edges)).toEqual({ from: 2 * day, to: 5 * day })
    expect(between(3 * day, day, edges)).toEqual({ from: day, to: 3 * day })
    expect(between(3 * day, 3 * day, edges)).toEqual({ from: 3 * day, to: 4 * day })
    expect(between(7 * day, 7 * day, edges)).toEqual({ from: 6 * day, to: 7 * day })
  })

  it('moves a window by bars and stops at the ends', () => {
    expect(moved({ from: day, to: 3 * day }, 2, edges)).toEqual({ from: 3 * day, to: 5 * day })
    expect(moved({ from: day, to: 3 * day }, -9, edges)).toEqual({ from: 0, to: 2 * day })
    expect(moved({ from: day, to: 3 * day }, 9, edges)).toEqual({ from: 5 * day, to: 7 * day })
  })

  it('plays through the whole span with a window that never leaves it', () => {
    const width = playWidth(span)
    expect(width).toBe(14 * hour)
    expect(playWidth({ from: 0, to: 365 * day })).toBe(30 * day)
    for (const passed of [0, day, 6.9 * day, 9 * day]) {
      const window = playedWindow(span, width, passed)
      expect(window.from).toBeGreaterThanOrEqual(span.from)
      expect(window.to).toBeLessThanOrEqual(span.to)
      expect(window.to - window.from).toBe(width)
    }
  })

  it('labels quarters where months would crowd and years would say too little', () => {
    const starts = barEdges({ from: Date.parse('2025-12-01T00:00Z'), to: Date.parse('2026-12-01T00:00Z') }, 'day', 'UTC').slice(0, -1)
    const local = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
    expect(ticks(starts, 'day', 9, local).map(tick => tick.text)).toEqual(['2026-01', '2026-04', '2026-07', '2026-10'])
  })

  it('labels the axis at local midnights when hours would crowd', () => {
    const starts = Array.from({ length: 72 }, (_, i) => i * hour)
    const local = (at: number) => `1970-01-${String(1 + Math.floor(at / day)).padStart(2, '0')} ${String(at / hour % 24).padStart(2, '0')}:00`
    expect(ticks(starts, 'hour', 5, local).map(tick => tick.text)).toEqual(['01-02', '01-03'])
    expect(ticks(starts, 'hour', 30, local)[0]!.text).toBe('03:00')
    expect(ticks(starts, 'hour', 1, local).map(tick => tick.text)).toEqual(['01-02'])
  })
})
