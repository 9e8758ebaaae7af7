import { expect, it } from 'vitest'
import { daysBetween, shiftSpan } from './shift-hours.ts'

const span = (day: string, hours: number[] | null, zone = 'Asia/Shanghai') => {
  const found = shiftSpan(day, hours && { hours }, zone)
  return found && [found.from.toISOString(), found.to.toISOString()]
}

it('a shift lasts from its first hour to the end of its last', () => expect(span('2026-11-24', [8, 9, 10])).toEqual(['2026-11-24T00:00:00.000Z', '2026-11-24T03:00:00.000Z']))
it('a shift over midnight belongs to the day on which it begins', () => expect(span('2026-11-24', [0, 1, 22, 23])).toEqual(['2026-11-24T14:00:00.000Z', '2026-11-24T18:00:00.000Z']))
it('around the clock is the day itself', () => expect(span('2026-11-24', null)).toEqual(['2026-11-23T16:00:00.000Z', '2026-11-24T16:00:00.000Z']))
it('a day on which clocks change is as long as it is', () => expect(span('2026-11-01', null, 'America/Chicago')).toEqual(['2026-11-01T05:00:00.000Z', '2026-11-02T06:00:00.000Z']))
it('hours that don\'t follow each other make no shift', () => {
  expect(span('2026-11-24', [8, 9, 14])).toBeNull()
  expect(span('2026-11-24', [])).toBeNull()
})
it('days are counted over the end of a month', () => expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']))
