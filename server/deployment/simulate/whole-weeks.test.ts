import { expect, it } from 'vitest'
import { timeOffsets } from '../../analysis/time-offsets.ts'
import { weekOf } from './calls.ts'
import { wholeWeeks } from './whole-weeks.ts'

const at = (text: string): number => Date.parse(text) / 1000
const weeks = (zone: string, from: string, to: string, now = '2030-01-01T00:00Z') => wholeWeeks({ from: at(from), to: at(to) }, timeOffsets(zone, at(from), at(to)), zone, at(now))

it('whole weeks begin and end on Mondays of the city\'s own clock', () => {
  const { numbers, span } = weeks('Asia/Shanghai', '2026-10-23T00:00+08:00', '2026-11-20T00:00+08:00')!
  expect(numbers).toEqual([0, 1, 2].map(i => weekOf(at('2026-10-26T00:00Z')) + i))
  expect(span).toEqual({ from: at('2026-10-26T00:00+08:00'), to: at('2026-11-16T00:00+08:00') })
})

it('a week from Monday to Monday is whole, one second less is not', () => {
  expect(weeks('Asia/Shanghai', '2026-10-26T00:00+08:00', '2026-11-02T00:00+08:00')!.numbers).toHaveLength(1)
  expect(weeks('Asia/Shanghai', '2026-10-26T00:00:01+08:00', '2026-11-02T00:00+08:00')).toBeNull()
})

it('a week that is not over yet is none', () => {
  expect(weeks('Asia/Shanghai', '2026-10-26T00:00+08:00', '2026-11-09T00:00+08:00', '2026-11-08T12:00+08:00')!.numbers).toHaveLength(1)
})

it('where clocks change a week is an hour longer, and still one', () => {
  const { numbers, span } = weeks('Europe/Berlin', '2026-10-19T00:00+02:00', '2026-10-26T00:00+01:00')!
  expect(numbers).toHaveLength(1)
  expect(span.to - span.from).toBe(7 * 86_400 + 3_600)
})
