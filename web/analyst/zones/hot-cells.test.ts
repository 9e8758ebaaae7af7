import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js'
import { describe, expect, it } from 'vitest'
import type { MethodEntry } from '../types.ts'
import { dissolve, hotCells, keptCells, piecesOf, rulesOf } from './hot-cells.ts'
import { insideOf, ringsOf } from './inside.ts'

const middle = latLngToCell(24.48, 118.09, 9)
const around = gridDisk(middle, 1)
const far = latLngToCell(24.6, 118.2, 9)
const cells = [...around, far]
const method = { id: 'gi_star', ranks: 'z', shows: { confidence: { kind: 'confidence' }, z: { kind: 'difference' } } } as unknown as MethodEntry
const result = { cells, confidence: [99, 95, 95, 90, 0, -95, -99, 95], z: [5, 4, 3, 2, 0, -4, -5, 4.5] }

describe('the hot cells of an answer', () => {
  it('are those hot with at least the confidence, never the cold ones', () => {
    expect(hotCells(method, result, { kind: 'confidence', least: 95 })).toEqual([cells[0], cells[1], cells[2], far])
    expect(hotCells(method, result, { kind: 'confidence', least: 99 })).toEqual([cells[0]])
  })
  it('are the highest ranking share, a started cell counting whole', () => {
    expect(hotCells(method, result, { kind: 'top', percent: 25 })).toEqual([cells[0], far])
    expect(hotCells(method, result, { kind: 'top', percent: 26 })).toEqual([cells[0], cells[1], far])
  })
  it('never include a cell whose rank is zero, below or unknown, however large the share', () => {
    expect(hotCells(method, { ...result, z: [1, null, 0, -1, null, 0, 0, 2] }, { kind: 'top', percent: 100 })).toEqual([cells[0], far])
  })
  it('can be chosen only by columns that the answer has', () => {
    expect(rulesOf(method, result)).toEqual(['confidence', 'top'])
    expect(rulesOf(method, { cells, z: result.z })).toEqual(['top'])
    expect(rulesOf(method, { clusters: [] })).toEqual([])
    expect(rulesOf(null, result)).toEqual([])
  })
})

it('takes cells that touch for one piece and drops pieces that are too small', () => {
  expect(piecesOf(cells).map(piece => piece.length)).toEqual([7, 1])
  expect(new Set(keptCells(cells, 2, null))).toEqual(new Set(around))
})

it('keeps only cells whose middle lies in the drawn area', () => {
  const [latitude, longitude] = cellToLatLng(middle), half = 0.0004
  const box = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([x, y]) => [longitude + x! * half, latitude + y! * half] as [number, number])
  expect(keptCells(cells, 1, { type: 'Polygon', coordinates: [box] })).toEqual([middle])
})

it('dissolves touching cells into one ring without inner borders, longitude first and closed', () => {
  const area = dissolve(cells)
  const pieces = area.coordinates as number[][][][]
  expect(pieces.map(([outer, ...holes]) => [outer!.length - 1, holes.length]).sort()).toEqual([[18, 0], [6, 0]])
  for (const [ring] of pieces) {
    expect(ring![0]).toEqual(ring!.at(-1))
    expect(ring![0]![0]).toBeCloseTo(118.1, 0)
  }
  for (const cell of cells) {
    const [latitude, longitude] = cellToLatLng(cell)
    expect(insideOf(ringsOf(area))(longitude, latitude)).toBe(true)
  }
})

it('leaves the hole of a ring of cells open', () => {
  const ring = around.filter(cell => cell !== middle)
  const [latitude, longitude] = cellToLatLng(middle)
  expect((dissolve(ring).coordinates[0] as number[][][])).toHaveLength(2)
  expect(insideOf(ringsOf(dissolve(ring)))(longitude, latitude)).toBe(false)
})
