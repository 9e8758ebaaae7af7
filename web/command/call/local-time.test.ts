import { expect, it } from 'vitest'
import { fromLocal } from './local-time.ts'

it('reads a field in the time of the city, whatever zone the browser is in', () => {
  expect(fromLocal('2026-11-22T21:04', 'Asia/Shanghai')).toBe(Date.parse('2026-11-22T13:04:00Z'))
  expect(fromLocal('2026-07-01T08:00', 'America/Chicago')).toBe(Date.parse('2026-07-01T13:00:00Z'))
})

it('takes an empty or unfinished field for none', () => {
  expect(fromLocal('', 'UTC')).toBeNull()
  expect(fromLocal('2026-11-22', 'UTC')).toBeNull()
})
