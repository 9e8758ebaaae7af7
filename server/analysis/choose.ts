import type { IncidentColumns } from './columns.ts'
import { insideOf } from './insideness.ts'
import { wantedDays, type WantedDays } from './local-days.ts'
import { hourOfWeek } from './statistics/aoristic.ts'
import { offsetReader, type TimeOffsets } from './time-offsets.ts'

/** A selection in numbers: what a worker needs to find its rows. */
export interface Question {
  /** Epoch seconds, `to` excluded. */
  from: number
  to: number
  /** Ranges of six-digit codes, both ends included; empty means all. */
  codes: [number, number][]
  /** Which of an incident's two codes is held against them; resolved: as found, where that is known. */
  byCode: 'resolved' | 'taken' | 'either'
  /** By hour of the local week; null means all. */
  hours: boolean[] | null
  /** Null means all. */
  days: WantedDays | null
  /** Which of the layer's choices count, by place in its list from 1. */
  channels: boolean[]
  /** The channel that is left out unless it is named: patrol-discovered. */
  patrol: number
  statuses: boolean[] | null
  pointLevels: boolean[]
  /** Precisions that know the hour. */
  knowsHour: boolean[]
  /** Precisions that know the day. */
  knowsDay: boolean[]
  stations: number[] | null
  places: number[] | null
  /** Outer rings and holes alike, even-odd; degrees. */
  rings: [number, number][][] | null
  offsets: TimeOffsets
}

/**
 * How many were left out, of those that fit the types, statuses and places asked for within the window and the hours;
 * each for the first reason that holds, `outside` first, so that the others are of the area.
 */
export interface LeftOut {
  /** Calls that were merged into another incident, which counts for them. */
  merged: number
  patrol: number
  /** Hours or days are asked for, and the time isn't known so exactly. */
  hourUnknown: number
  noCoordinates: number
  outside: number
  /** The coordinate is trusted to a coarser level only. */
  coarse: number
}

/** Rows of the columns that are meant, and what was left out. */
export interface Chosen { rows: Uint32Array, leftOut: LeftOut }

/** The same question of the window of equal length before. */
export const windowBefore = (question: Question): Question => ({ ...question, from: question.from - (question.to - question.from), to: question.from })

/**
 * Find the rows of a selection. Columns are in order of time: only the window is looked at.
 *
 * Cost: O(rows in the window).
 */
export function choose(columns: IncidentColumns, question: Question): Chosen {
  const { received, channel, status, pointLevel, precision, station, place, merged, cell, longitude, latitude } = columns
  const { channels, patrol, statuses, pointLevels, hours, knowsHour, knowsDay } = question
  const first = lowerBound(received, question.from), last = lowerBound(received, question.to)
  const rows = new Uint32Array(last - first)
  const leftOut: LeftOut = { merged: 0, patrol: 0, hourUnknown: 0, noCoordinates: 0, outside: 0, coarse: 0 }
  const stations = question.stations && new Set(question.stations), places = question.places && new Set(question.places)
  const isType = typeTest(columns, question), offsetAt = offsetReader(question.offsets)
  const inside = question.rings && insideOf(question.rings)
  const localDay = (at: number) => Math.floor((at + offsetAt(at)) / 86_400), firstDay = first < last ? localDay(received[first]!) : 0
  const days = question.days && first < last ? wantedDays(question.days, firstDay, localDay(received[last - 1]!) + 1) : null
  let n = 0
  for (let i = first; i < last; i++) {
    if (isType && !isType(i)) continue
    if (statuses && !statuses[status[i]!]) continue
    if (places && !places.has(place[i]!)) continue
    if (!channels[channel[i]!] && channel[i] !== patrol) continue
    // What isn't asked for is nobody's loss: by the hour and the day where they are known, and elsewhere than in the area.
    const timed = !(hours && !knowsHour[precision[i]!] || days && !knowsDay[precision[i]!])
    if ((hours || days) && timed) {
      const local = received[i]! + offsetAt(received[i]!)
      if (hours && !hours[hourOfWeek(local)]) continue
      if (days && !days[Math.floor(local / 86_400) - firstDay]) continue
    }
    const mapped = cell[i] !== 0
    // Whose it is may be known without a point; a drawn line needs one.
    if (stations && !stations.has(station[i]!) && (mapped || station[i]! > 0)) { leftOut.outside++; continue }
    if (inside && mapped && !inside(longitude[i]! / 1e7, latitude[i]! / 1e7)) { leftOut.outside++; continue }
    if (merged[i]) { leftOut.merged++; continue }
    if (!channels[channel[i]!]) { leftOut.patrol++; continue }
    if (!timed) { leftOut.hourUnknown++; continue }
    if (!mapped) { leftOut.noCoordinates++; continue }
    if (!pointLevels[pointLevel[i]!]) { leftOut.coarse++; continue }
    rows[n++] = i
  }
  return { rows: rows.subarray(0, n), leftOut }
}

/** A table of all six-digit codes: a look-up a row, whatever is asked. */
function typeTest({ code, taken }: IncidentColumns, { codes, byCode }: Question): ((i: number) => boolean) | null {
  if (codes.length === 0) return null
  const wanted = new Uint8Array(1_000_000)
  for (const [low, high] of codes) wanted.fill(1, low, high + 1)
  switch (byCode) {
    case 'resolved': return i => wanted[code[i]!] === 1
    case 'taken': return i => wanted[taken[i]!] === 1
    case 'either': return i => wanted[code[i]!] === 1 || wanted[taken[i]!] === 1
  }
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
