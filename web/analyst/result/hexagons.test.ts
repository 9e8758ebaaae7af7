import { cellToBoundary, latLngToCell } from 'h3-js'
import { expect, it } from 'vitest'
import { corners } from './hexagons.ts'

it('puts the middle of the box into the middle of the small map, north up', () => {
  const cell = latLngToCell(24.5, 118.1, 9), ring = cellToBoundary(cell, true)
  const [west, south, east, north] = [Math.min(...ring.map(p => p[0]!)), Math.min(...ring.map(p => p[1]!)), Math.max(...ring.map(p => p[0]!)), Math.max(...ring.map(p => p[1]!))]
  const [points] = corners([cell], [west, south, east, north], 200, 100)
  const xs = [...points!].filter((_, i) => i % 2 === 0), ys = [...points!].filter((_, i) => i % 2 === 1)
  expect(points).toHaveLength(12)
  expect([Math.min(...ys), Math.max(...ys)].map(Math.round)).toEqual([0, 100])
  expect(Math.round((Math.min(...xs) + Math.max(...xs)) / 2)).toBe(100)
  const northmost = ring.findIndex(p => p[1] === north)
  expect(ys[northmost]).toBeCloseTo(0, 3)
})
