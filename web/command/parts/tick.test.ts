import { expect, it } from 'vitest'
import { runningText } from './tick.ts'

it('runs in minutes and seconds, with hours once there are any', () => {
  expect([0, 42_900, 725_000, 11_040_000, -5].map(runningText)).toEqual(['0:00', '0:42', '12:05', '3:04:00', '0:00'])
})
