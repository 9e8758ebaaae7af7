import { expect, it } from 'vitest'
import type { StatusEntry, UnitOnIt } from '../api/types.ts'
import { levelAfter, timingOf, worst } from './timing.ts'

const statuses = [
  { code: 'enroute', meaning: 'enroute', name: '途中', name_en: 'En route', warn_minutes: 8, alert_minutes: 15 },
  { code: 'on_scene', meaning: 'on_scene', name: '处警中', name_en: 'On scene', warn_minutes: 45, alert_minutes: 90 },
] satisfies StatusEntry[]
const unit: UnitOnIt = { unit_id: 1, callsign: '闽D-1203', kind: 'patrol_car', meaning: 'enroute', assigned_at: '2026-11-22T04:00:00Z', accepted_at: null, arrived_at: null, expected_seconds: 190 }
const at = (minutes: number) => Date.parse('2026-11-22T04:00:00Z') + minutes * 60_000

it('warns and alerts as the dictionary of statuses says', () => {
  expect([7.9, 8, 15].map(minutes => timingOf({ ...unit, expected_seconds: null }, at(minutes), statuses).level)).toEqual(['none', 'warn', 'alert'])
  expect(levelAfter(1e9, { warn_minutes: null, alert_minutes: null })).toBe('none')
})

it('counts down to the promised arrival and warns a minute after it', () => {
  expect(timingOf(unit, at(2), statuses)).toMatchObject({ dueSeconds: 70, level: 'none' })
  expect(timingOf(unit, at(4), statuses)).toMatchObject({ dueSeconds: -50, level: 'none' })
  expect(timingOf(unit, at(4.5), statuses).level).toBe('warn')
})

it('counts the time on the scene from the arrival', () => {
  expect(timingOf({ ...unit, arrived_at: '2026-11-22T04:05:00Z' }, at(51), statuses)).toEqual({ since: at(5), dueSeconds: null, level: 'warn' })
})

it('knows which of several is the worst', () => expect(worst(['none', 'alert', 'warn'])).toBe('alert'))
