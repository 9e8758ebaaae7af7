import { expect, it } from 'vitest'
import { medianOf, mostMinutes, responseBins } from './response-bins.ts'

const incident = (planned_seconds: number | null, real_seconds: number | null) => ({ planned_seconds, real_seconds })
const each = [incident(30, 90), incident(59, 60), incident(120, 5_000), incident(null, 60), incident(60, null)]

it('planned and real are counted by the minute over the same incidents, long ones together', () => {
  const bins = responseBins(each), total = (which: 'planned' | 'real') => bins.reduce((sum, bin) => sum + bin[which], 0)
  expect(bins.slice(0, 3).map(({ planned, real }) => [planned, real])).toEqual([[2, 0], [0, 2], [1, 0]])
  expect(bins[mostMinutes]!.real).toBe(1)
  expect([total('planned'), total('real')]).toEqual([3, 3])
})
it('the middle is that of the same incidents', () => {
  expect([medianOf(each, 'planned_seconds'), medianOf(each, 'real_seconds')]).toEqual([59, 90])
  expect(medianOf([incident(null, 5)], 'real_seconds')).toBeNull()
})
