import type { IncidentColumns } from './columns.ts'
import { offsetReader, type TimeOffsets } from './time-offsets.ts'

/** A selection in numbers: what a worker needs to find its rows. */
export interface Question {
  /** Epoch seconds, `to` excluded. */
  from: number
  to: number
  /** Ranges of six-digit codes, both ends included; empty means all. */
  codes: [number, number][]
  /** By hour of the local week; null means all. */
  hours: boolean[] | null
  /** Which of the layer's choices count, by place in its list from 1. */
  channels: boolean[]
  /** The channel that is left out unless it is named: patrol-discovered. */
  patrol: number
  statuses: boolean[] | null
  pointLevels: boolean[]
  /** Precisions that know the hour. */
  knowsHour: boolean[]
  stations: number[] | null
  places: number[] | null
  /** Outer rings and holes alike, even-odd; degrees. */
  rings: [number, number][][] | null
  offsets: TimeOffsets
}

/** Rows of the columns that are meant, and how many were left out and why, of those that fit the window, types and sources. */
export interface Chosen {
  rows: Uint32Array
  leftOut: { patrol: number, coarse: number, hourUnknown: number, outside: number }
}

/**
 * Find the rows of a selection. Columns are in order of time: only the window is looked at.
 *
 * Cost: O(rows in the window).
 */
export function choose(columns: IncidentColumns, question: Question): Chosen {
  const { received, code, channel, status, pointLevel, precision, station, place, longitude, latitude } = columns
  const first = lowerBound(received, question.from), last = lowerBound(received, question.to)
  const rows = new Uint32Array(last - first)
  const leftOut = { patrol: 0, coarse: 0, hourUnknown: 0, outside: 0 }
  const stations = question.stations && new Set(question.stations), places = question.places && new Set(question.places)
  const offsetAt = offsetReader(question.offsets)
  const inside = question.rings && insideOf(question.rings)
  let n = 0
  for (let i = first; i < last; i++) {
    if (question.codes.length && !question.codes.some(([low, high]) => code[i]! >= low && code[i]! <= high)) continue
    if (question.statuses && !question.statuses[status[i]!]) continue
    if (places && !places.has(place[i]!)) continue
    if (!question.channels[channel[i]!]) { if (channel[i] === question.patrol) leftOut.patrol++; continue }
    if (question.hours) {
      if (!question.knowsHour[precision[i]!]) { leftOut.hourUnknown++; continue }
      const local = received[i]! + offsetAt(received[i]!)
      if (!question.hours[((Math.floor(local / 3600) + 72) % 168 + 168) % 168]) continue
    }
    if (stations && !stations.has(station[i]!) || inside && !inside(longitude[i]! / 1e7, latitude[i]! / 1e7)) { leftOut.outside++; continue }
    if (!question.pointLevels[pointLevel[i]!]) { leftOut.coarse++; continue }
    rows[n++] = i
  }
  return { rows: rows.subarray(0, n), leftOut }
}

/** Where the first value that is no smaller stands. */
export function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0, high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1; else high = middle
  }
  return low
}

/** Even-odd over all rings, after their common box. */
export function insideOf(rings: readonly (readonly [number, number])[][]): (x: number, y: number) => boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) for (const [x, y] of ring) {
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y)
  }
  return (x, y) => {
    if (x < west || x > east || y < south || y > north) return false
    let odd = false
    for (const ring of rings) for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!, [xj, yj] = ring[j]!
      if ((yi > y) !== (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) odd = !odd
    }
    return odd
  }
}
