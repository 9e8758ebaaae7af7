import { expect, it } from 'vitest'
import { addDays, daysBetween, isDay, periodsOf } from './days.ts'

it('counts days over months and the ends of years', () => {
  expect([addDays('2026-02-28', 1), addDays('2026-03-01', -1), addDays('2026-01-01', -1), addDays('2026-12-31', 1)]).toEqual(['2026-03-01', '2026-02-28', '2025-12-31', '2027-01-01'])
  expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
})

it('knows a date from an instant and from nonsense', () => {
  expect([isDay('2026-11-20'), isDay('2026-11-20T00:00Z'), isDay('2026-13-01')]).toEqual([true, false, false])
})

it('cuts a window of days into periods of whole days that leave nothing out', () => {
  expect(periodsOf('2026-01-01', '2026-01-11', 4)).toEqual([
    { from: '2026-01-01', to: '2026-01-04' }, { from: '2026-01-04', to: '2026-01-06' }, { from: '2026-01-06', to: '2026-01-09' }, { from: '2026-01-09', to: '2026-01-11' },
  ])
  expect(periodsOf('2026-01-01', '2026-01-03', 6)).toHaveLength(2)
})

it('cuts instants evenly', () => {
  expect(periodsOf('2026-01-01T00:00:00Z', '2026-01-01T12:00:00Z', 2)[0]).toEqual({ from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T06:00:00.000Z' })
})
