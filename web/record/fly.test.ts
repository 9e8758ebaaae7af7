import { expect, it } from 'vitest'
import { middleOf } from './fly.ts'

it('finds the middle of points, lines and areas', () => {
  expect(middleOf({ type: 'Point', coordinates: [118, 24] })).toEqual([118, 24])
  expect(middleOf({ type: 'LineString', coordinates: [[118, 24], [119, 26]] })).toEqual([118.5, 25])
  expect(middleOf({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]] })).toEqual([2, 1])
  expect(middleOf({ type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[9, 9], [10, 9], [10, 10], [9, 9]]]] })).toEqual([5, 5])
})
