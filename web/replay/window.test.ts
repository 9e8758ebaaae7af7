import { expect, it } from 'vitest'
import { hour } from '../state/time.ts'
import { playable, spanOf } from './window.ts'

const now = Date.parse('2026-11-22T08:00:00Z')
const zone = 'Asia/Shanghai'

it('takes the last 24 hours of a longer window, and none of the future', () => {
  expect(playable({ from: now - 100 * hour, to: now + hour }, now)).toEqual({ from: now - 24 * hour, to: now })
  expect(playable({ from: now - 3 * hour, to: now - hour }, now)).toEqual({ from: now - 3 * hour, to: now - hour })
})

it('reads local times of the city', () => {
  expect(spanOf('2026-11-21T20:00', '2026-11-22T00:00', zone, now)).toEqual({ ok: true, span: { from: Date.parse('2026-11-21T12:00:00Z'), to: Date.parse('2026-11-21T16:00:00Z') } })
})

it('says what is wrong with a window', () => {
  const fault = (from: string, to: string) => { const read = spanOf(from, to, zone, now); return read.ok ? null : read.fault }
  expect(fault('', '2026-11-22T00:00')).toBe('unreadable')
  expect(fault('2026-11-22T00:00', '2026-11-21T20:00')).toBe('backwards')
  expect(fault('2026-11-20T00:00', '2026-11-21T00:01')).toBe('too long')
  expect(fault('2026-11-23T00:00', '2026-11-23T01:00')).toBe('future')
})
