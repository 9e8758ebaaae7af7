import { cellToLatLng, gridDisk, gridRing, latLngToCell } from 'h3-js'
import { expect, it } from 'vitest'
import { middleOfCells, patchesOf, ringsOfCells } from './patches.ts'

const here = latLngToCell(24.48, 118.09, 9), there = latLngToCell(24.6, 118.2, 9)

it('parts cells into those that touch each other', () => {
  const patches = patchesOf([here, ...gridDisk(there, 1), ...gridRing(here, 1)])
  expect(patches.map(patch => patch.length)).toEqual([7, 7])
  expect(patches[0]![0]).toBe(here)
})

it('draws a ring of cells with its hole', () => {
  expect(ringsOfCells(gridRing(here, 1)).length).toBe(2)
})

it('says a middle that is one of the cells, even of a bow', () => {
  const bow = gridRing(here, 3).slice(0, 9), middle = middleOfCells(bow)
  expect(bow.map(cell => cellToLatLng(cell).toReversed())).toContainEqual(middle)
})
