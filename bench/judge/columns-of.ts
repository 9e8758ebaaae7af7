import { latLngToCell } from 'h3-js'
import { storedResolution } from '../../layers/h3.ts'
import type { Question } from '../../server/analysis/choose.ts'
import type { IncidentColumns } from '../../server/analysis/columns.ts'
import type { StudyArea } from '../../server/analysis/study-area.ts'
import type { TimeOffsets } from '../../server/analysis/time-offsets.ts'

/** Incidents in any order, without a database: degrees, epoch seconds, a number for the type. */
export interface Rows { longitude: number[], latitude: number[], received: number[], code: number[], /** Found by patrols. */ patrol?: boolean[] }

const patrol = 3

/** Incidents as the server holds them. Every point is trusted and was called in, but for those that patrols found. */
export function columnsOf({ longitude, latitude, received, code, patrol: found }: Rows): IncidentColumns {
  const n = received.length, order = Uint32Array.from(received, (_, i) => i).sort((a, b) => received[a]! - received[b]!)
  const whole = (of: (i: number) => number) => Int32Array.from(order, i => of(i)), same = (value: number) => new Int16Array(n).fill(value)
  const cell = new Int32Array(n), cellLow = new Int32Array(n), known = new Map<string, [number, number]>()
  order.forEach((i, k) => {
    const key = `${longitude[i]} ${latitude[i]}`
    let halves = known.get(key)
    if (!halves) {
      const hex = latLngToCell(latitude[i]!, longitude[i]!, storedResolution)
      known.set(key, halves = [Number.parseInt(hex.slice(0, -8), 16), Number.parseInt(hex.slice(-8), 16)])
    }
    cell[k] = halves[0]
    cellLow[k] = halves[1]
  })
  return {
    rows: n, revision: 1, asOf: 0, id: Float64Array.from(order), longitude: whole(i => Math.round(longitude[i]! * 1e7)), latitude: whole(i => Math.round(latitude[i]! * 1e7)),
    received: whole(i => received[i]!), from: whole(i => received[i]!), to: whole(i => received[i]!), code: whole(i => code[i]!), taken: whole(i => code[i]!), cell, cellLow,
    station: new Int32Array(n), address: new Int32Array(n), place: new Int32Array(n),
    channel: Int16Array.from(order, i => found?.[i] ? patrol : 1), status: same(1), pointLevel: same(1), precision: same(1), merged: same(0),
  }
}

/** All incidents of a type, or of every type, in a window. */
export function questionOf(from: number, to: number, code?: number, offsets: TimeOffsets = { at: [from], seconds: [0] }): Question {
  return {
    from, to, codes: code === undefined ? [] : [[code, code]], byCode: 'resolved', hours: null, days: null, channels: [false, true, true, false, true, true], patrol, statuses: null,
    pointLevels: [false, true], knowsHour: [false, true], knowsDay: [false, true], stations: null, places: null, rings: null, offsets,
  }
}

/** A study area of these cells, of which nothing else is known. */
export function areaOf(resolution: number, cells: string[]): StudyArea {
  const n = cells.length
  return { resolution, cells, station: new Int32Array(n), roadMetres: new Float64Array(n), places: new Int32Array(n), residents: new Float64Array(n) }
}
