import { latLngToCell } from 'h3-js'
import { metresBetween } from './metric.ts'
import { unit, type CellResolution, type EdgeCells } from './road-network.ts'
import { shared } from './shared.ts'

interface Shapes { edgeCount: number, firstPoint: Int32Array, points: Int32Array }

/** Metres between samples: a small part of a cell's width (about 350 m at resolution 9, 130 m at 10). */
const spacing: Record<CellResolution, number> = { 9: 40, 10: 16 }

/** Which cells each edge runs through, from where to where on it. */
export function cellsOfEdges({ edgeCount, firstPoint, points }: Shapes, resolution: CellResolution): EdgeCells {
  const numbers = new Map<string, number>()
  const first = shared.int32(edgeCount + 1), cells: number[] = [], enters: number[] = [], leaves: number[] = []
  const cellAt = (longitude: number, latitude: number): number => {
    const hex = latLngToCell(latitude, longitude, resolution)
    const number = numbers.get(hex) ?? numbers.size
    numbers.set(hex, number)
    return number
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    const begin = cells.length
    const note = (cell: number, metres: number) => {
      let at = cells.indexOf(cell, begin)
      if (at === -1) { at = cells.push(cell) - 1; enters.push(metres) }
      leaves[at] = metres
    }
    let along = 0
    let [longitude, latitude] = [points[firstPoint[edge]! * 2]! * unit, points[firstPoint[edge]! * 2 + 1]! * unit]
    let here = cellAt(longitude, latitude)
    note(here, 0)
    for (let p = firstPoint[edge]! + 1; p < firstPoint[edge + 1]!; p++) {
      const x = points[p * 2]! * unit, y = points[p * 2 + 1]! * unit
      const length = metresBetween(longitude, latitude, x, y), there = cellAt(x, y)
      // A straight line that begins and ends in a cell hardly leaves it.
      const samples = there === here ? 1 : Math.max(1, Math.ceil(length / spacing[resolution]))
      for (let k = 1; k < samples; k++) note(cellAt(longitude + (x - longitude) * k / samples, latitude + (y - latitude) * k / samples), along + length * k / samples)
      along += length
      note(there, along)
      ;[longitude, latitude, here] = [x, y, there]
    }
    for (let i = begin; i < cells.length; i++) { enters[i]! /= along; leaves[i]! /= along }
    first[edge + 1] = cells.length
  }
  const made: EdgeCells = { ids: shared.bigUint64(numbers.size), first, cell: shared.int32(cells.length), enter: shared.float32(cells.length), leave: shared.float32(cells.length) }
  for (const [hex, number] of numbers) made.ids[number] = BigInt(`0x${hex}`)
  made.cell.set(cells)
  made.enter.set(enters)
  made.leave.set(leaves)
  return made
}
