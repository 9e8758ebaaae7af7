import { expect, it } from 'vitest'
import { placeAt } from '../live/motion.ts'
import type { Track } from './api.ts'
import { lastAt, statusAt, unitAt } from './moment.ts'

const start = 1_700_000_000
const track: Track = {
  unit_id: 1, callsign: 'X', kind: 'patrol_car',
  points: [[start, 118, 24], [start + 10, 118.001, 24], [start + 600, 118.002, 24]],
  statuses: [[start - 100, 'available'], [start + 700, 'off_duty']],
}
const at = (seconds: number) => (start + seconds) * 1000

it('glides between fixes that follow each other, heading where the unit went', () => {
  const then = unitAt(track, at(5), 5)!
  expect(placeAt(then.motion, at(5))[0]).toBeCloseTo(118.0005, 6)
  expect(then.heading).toBeCloseTo(90)
  expect(then.speedKmh).toBeGreaterThan(35)
  expect(then.speedKmh).toBeLessThan(38)
  expect(then.meaning).toBe('available')
})

it('stands where it was last seen while nothing was heard of it', () => {
  const then = unitAt(track, at(300), 5)!
  expect(placeAt(then.motion, at(300))).toEqual([118.001, 24])
  expect(then.fixAt).toBe(at(10))
  expect(then.heading).toBeNull()
  // In a recording of one point every five minutes, ten minutes are the next point.
  expect(placeAt(unitAt(track, at(305), 300)!.motion, at(305))[0]).toBeCloseTo(118.0015, 6)
})

it('is not there before its first fix, nor off duty', () => {
  expect(unitAt(track, at(-1), 5)).toBeNull()
  expect(unitAt(track, at(700), 5)).toBeNull()
  expect(unitAt({ ...track, statuses: [] }, at(5), 5)).toBeNull()
})

it('finds the last row at or before an instant', () => {
  expect([-1, 0, 9, 10, 10_000].map(seconds => lastAt(track.points, start + seconds))).toEqual([-1, 0, 0, 1, 2])
  expect(lastAt([] as [number][], 1)).toBe(-1)
})

it('says how far an incident had come', () => {
  const incident = { id: 1, number: 'J', code: '01', received_at: '2026-11-21T12:00:00Z', longitude: 1, latitude: 1, timeline: [{ status: 'received', at: '2026-11-21T12:00:00Z' }, { status: 'on_scene', at: '2026-11-21T12:10:00Z' }] }
  expect(['2026-11-21T11:59:59Z', '2026-11-21T12:00:00Z', '2026-11-21T12:10:00Z'].map(text => statusAt(incident, Date.parse(text)))).toEqual([null, 'received', 'on_scene'])
})
