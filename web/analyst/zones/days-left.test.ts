import { expect, it } from 'vitest'
import { daysOf, instantsOf, timeLeft } from './days-left.ts'

const day = 86_400_000, now = Date.parse('2026-11-24T08:00:00Z')
const until = (ms: number) => ({ state: 'active' as const, valid_to: new Date(now + ms).toISOString() })

it('asks for care in the last three days of a zone, not before', () => {
  expect(timeLeft(until(3 * day), now)).toEqual({ left: 3 * day, soon: false })
  expect(timeLeft(until(3 * day - 1), now)).toEqual({ left: 3 * day - 1, soon: true })
})
it('says nothing of a zone that has ended or was withdrawn', () => {
  expect(timeLeft(until(-1), now)).toBeNull()
  expect(timeLeft({ ...until(day), state: 'withdrawn' }, now)).toBeNull()
})
it('takes the last day in, as the form says', () => {
  expect(instantsOf({ first: '2026-11-24', last: '2026-11-30' }, 'Asia/Shanghai')).toEqual({ valid_from: '2026-11-23T16:00:00.000Z', valid_to: '2026-11-30T16:00:00.000Z' })
})
it('brings days back from instants, also where clocks are set back in between', () => {
  const days = { first: '2026-10-31', last: '2026-11-01' }
  const instants = instantsOf(days, 'America/Chicago')
  expect((Date.parse(instants.valid_to) - Date.parse(instants.valid_from)) / 3_600_000).toBe(49)
  expect(daysOf(instants, 'America/Chicago')).toEqual(days)
})
it('refuses what is no date', () => {
  expect(() => instantsOf({ first: '', last: '2026-11-30' }, 'UTC')).toThrow(/"" or "2026-11-30" is no date/)
})
