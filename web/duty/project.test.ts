import { expect, it } from 'vitest'
import type { Action, Queued } from './actions.ts'
import type { Duty, Meaning, StatusEntry, Task } from './api.ts'
import { withWaiting } from './project.ts'

const status = (code: string, meaning: Meaning, ...next: string[]): StatusEntry => ({ code, meaning, name: code, name_en: code, next })
const statuses = [status('available', 'available', 'meal', 'off_duty'), status('enroute', 'enroute', 'on_scene'), status('on_scene', 'on_scene', 'available'), status('meal', 'unavailable', 'available'), status('off_duty', 'off_duty', 'available')]
const task = { id: 9, assignment: { id: 1, assigned_at: '2026-11-22T08:00:00Z', accepted_at: null, arrived_at: null, expected_seconds: 60 } } as Task
const duty: Duty = {
  unit: { id: 7, callsign: 'X', kind: 'patrol_car', capabilities: [], status: 'enroute', meaning: 'enroute', status_since: '2026-11-22T08:00:00Z', station_id: 1, shift_from: null, shift_to: null, crew: 2, incident_id: 9 },
  statuses: [statuses[2]!], task, roll_call: { id: 1, due_at: '2026-11-22T09:00:00Z' }, now: '2026-11-22T08:00:00Z',
}
const queued = (action: Partial<Action>, more: Partial<Queued> = {}): Queued =>
  ({ sequence: 1, account: 1, refused: null, action: { key: 'k', kind: 'note', at: '2026-11-22T08:05:00Z', incident_id: 9, ...action }, ...more })

it('shows an arrival that waits, with its own time and what may follow', () => {
  const shown = withWaiting(duty, [queued({ kind: 'arrive' })], statuses)
  expect(shown).toMatchObject({ pending: true, unit: { meaning: 'on_scene', status_since: '2026-11-22T08:05:00Z' }, task: { assignment: { arrived_at: '2026-11-22T08:05:00Z', accepted_at: '2026-11-22T08:05:00Z' } } })
  expect(shown.statuses.map(({ code }) => code)).toEqual(['available'])
})

it('shows the end of a task after a result that waits', () => {
  const shown = withWaiting(duty, [queued({ kind: 'arrive' }), queued({ kind: 'result', at: '2026-11-22T08:20:00Z' })], statuses)
  expect(shown).toMatchObject({ task: null, unit: { meaning: 'available', status_since: '2026-11-22T08:20:00Z' } })
})

it('changes nothing for what was refused, for another task, or for a note', () => {
  for (const item of [queued({ kind: 'arrive' }, { refused: 'no' }), queued({ kind: 'arrive', incident_id: 8 }), queued({ kind: 'note' })])
    expect(withWaiting(duty, [item], statuses)).toEqual({ ...duty, pending: false })
})

it('answers the roll-call and goes off duty', () => {
  expect(withWaiting(duty, [queued({ kind: 'roll_call' })], statuses).roll_call).toBeNull()
  expect(withWaiting({ ...duty, task: null }, [queued({ kind: 'status', status: 'off_duty' }, { meaning: 'off_duty' })], statuses)).toMatchObject({ unit: { meaning: 'off_duty' } })
})
