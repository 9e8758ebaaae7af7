import { gridDisk, gridRing, latLngToCell } from 'h3-js'
import { expect, it } from 'vitest'
import { areaColours } from './colours.ts'

const middle = latLngToCell(24.48, 118.09, 8)

it('gives areas that border on each other different colours, however many there are', () => {
  const cells = gridDisk(middle, 3), colours = areaColours(cells, [...cells.keys()], cells.length), at = new Map(cells.map((cell, i) => [cell, i]))
  cells.forEach((cell, i) => gridRing(cell, 1).forEach(other => { if (at.has(other)) expect(colours[i]).not.toBe(colours[at.get(other)!]) }))
  expect(new Set(colours).size).toBeLessThan(8)
})

it('gives a few areas each its own colour, even where they lie apart', () => {
  const cells = Array.from({ length: 8 }, (_, i) => latLngToCell(24 + i, 118, 8))
  expect(new Set(areaColours(cells, [...cells.keys()], 8)).size).toBe(8)
})
