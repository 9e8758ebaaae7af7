import { gridDisk, gridRing, latLngToCell } from 'h3-js'
import { expect, it } from 'vitest'
import { areaColours } from './colours.ts'

const middle = latLngToCell(24.48, 118.09, 8)

it('gives areas that border on each other different colours', () => {
  const ring = gridRing(middle, 1), colours = areaColours([middle, ...ring], [0, ...ring.keys().map(i => i + 1)], 7)
  expect(new Set(colours.slice(1)).has(colours[0]!)).toBe(false)
  ring.forEach((cell, i) => ring.forEach((other, j) => { if (i !== j && gridDisk(cell, 1).includes(other)) expect(colours[i + 1]).not.toBe(colours[j + 1]) }))
  expect(new Set(colours).size).toBeLessThanOrEqual(4)
})

it('is the same for areas far apart', () => {
  const far = latLngToCell(24.9, 118.5, 8)
  expect(new Set(areaColours([middle, far], [0, 1], 2)).size).toBe(1)
})
