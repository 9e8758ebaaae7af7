import { expect, it } from 'vitest'
import type { Route } from './api.ts'
import { progressOf } from './progress.ts'

// East for about 1,013 m, then north for about 1,112 m.
const route: Route = {
  metres: 2125, seconds: 200, line: [[118.1, 24.48], [118.11, 24.48], [118.11, 24.49]],
  steps: [{ name: '甲路', metres: 1013, seconds: 100, turn: 'depart' }, { name: '乙路', metres: 1112, seconds: 100, turn: 'left' }, { name: null, metres: 0, seconds: 0, turn: 'arrive' }],
}

it('says the next turn and how far it is', () => {
  const { next, left, secondsLeft, offMetres } = progressOf(route, { longitude: 118.105, latitude: 24.4801 })
  expect(next?.step).toMatchObject({ name: '乙路', turn: 'left' })
  expect(next!.metres).toBeGreaterThan(500)
  expect(next!.metres).toBeLessThan(513)
  expect(Math.round(left)).toBeCloseTo(1619, -1)
  expect(Math.round(secondsLeft)).toBeCloseTo(150, -1)
  expect(offMetres).toBeGreaterThan(10)
  expect(offMetres).toBeLessThan(12)
})

it('passes on to the arrival after the last turn', () => {
  expect(progressOf(route, { longitude: 118.11, latitude: 24.485 }).next?.step.turn).toBe('arrive')
  const end = progressOf(route, { longitude: 118.11, latitude: 24.49 })
  expect([Math.round(end.left), Math.round(end.secondsLeft), end.next?.step.turn]).toEqual([0, 0, 'arrive'])
})

it('knows who has left the route', () => {
  expect(progressOf(route, { longitude: 118.105, latitude: 24.47 }).offMetres).toBeGreaterThan(1000)
})
