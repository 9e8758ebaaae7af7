import { choose, type Question } from './choose.ts'
import type { IncidentColumns } from './columns.ts'
import { leftOutOf } from './left-out.ts'
import { hourOfWeek } from './statistics/aoristic.ts'
import { offsetReader } from './time-offsets.ts'

/** Chosen incidents as columns for a browser: what a thread needs besides. */
export interface EncodeJob { kind: 'columns', columns: IncidentColumns, question: Question, stations: readonly { id: number, name: string }[] }

/** One column in the answer: `offset` in bytes from the end of the padded header, `length` in numbers. */
export interface ColumnEntry { name: string, type: keyof typeof kinds, offset: number, length: number }

export interface ColumnsHeader {
  rows: number
  revision: number
  as_of: string
  left_out: ReturnType<typeof leftOutOf>
  /** Degrees that `east` and `north` are counted from. */
  origin: [longitude: number, latitude: number]
  /** The local day that `day` is counted from. */
  first_day: string
  codes: string[]
  stations: { id: number, name: string }[]
  columns: ColumnEntry[]
}

const kinds = { float32: Float32Array, float64: Float64Array, int32: Int32Array, uint32: Uint32Array, uint16: Uint16Array, uint8: Uint8Array } as const
/** Nothing there: of `station`, and of `hour_of_week`. */
const noStation = 65_535, noHour = 255

const layout = {
  id: 'float64', east: 'float32', north: 'float32', minute: 'int32', cell_high: 'uint32', cell_low: 'uint32', day: 'uint16', code: 'uint16', station: 'uint16',
  hour_of_week: 'uint8', channel: 'uint8', status: 'uint8',
} as const satisfies Record<string, keyof typeof kinds>
type Columns = { [K in keyof typeof layout]: InstanceType<(typeof kinds)[(typeof layout)[K]]> }

const padded = (bytes: number) => Math.ceil(bytes / 8) * 8

/**
 * The chosen rows, oldest first, as `uint32 header length, header in JSON, columns`, little-endian, each column on a
 * multiple of 8 bytes. 37 bytes a row and the header.
 *
 * - `minute`: minutes of the local wall clock since 1970-01-01 00:00; `day`: local days since the header's `first_day`
 * - `hour_of_week`: 0 is Monday 00:00; 255 where the time isn't known to the hour
 * - `code`, `station`: places in the header's lists, 65535 for no station; `channel`, `status`: places in the layer's choices, from 1
 */
export function encodeColumns({ columns, question, stations }: Omit<EncodeJob, 'kind'>): ArrayBuffer {
  const { rows: chosen, leftOut } = choose(columns, question), rows = chosen.length
  const offsetAt = offsetReader(question.offsets), minuteAt = (at: number) => Math.floor((at + offsetAt(at)) / 60)
  const firstDay = Math.floor(minuteAt(rows ? columns.received[chosen[0]!]! : question.from) / 1440)
  const origin = middle(columns, chosen), codes = numbered(columns.code, chosen), owners = numbered(columns.station, chosen, 0)
  const names = new Map(stations.map(({ id, name }) => [id, name]))
  let offset = 0
  const entries = Object.entries(layout).map(([name, type]): ColumnEntry => {
    const entry = { name, type, offset, length: rows }
    offset += padded(rows * kinds[type].BYTES_PER_ELEMENT)
    return entry
  })
  const header: ColumnsHeader = {
    rows, revision: columns.revision, as_of: new Date(columns.asOf).toISOString(), left_out: leftOutOf(leftOut), origin,
    first_day: new Date(firstDay * 86_400_000).toISOString().slice(0, 10), codes: codes.values.map(codeText),
    stations: owners.values.map(id => ({ id, name: names.get(id) ?? String(id) })), columns: entries,
  }
  const text = new TextEncoder().encode(JSON.stringify(header)), start = padded(4 + text.length)
  const buffer = new ArrayBuffer(start + offset)
  new DataView(buffer).setUint32(0, text.length, true)
  new Uint8Array(buffer).set(text, 4)
  const out = Object.fromEntries(entries.map(({ name, type, offset: at }) => [name, new kinds[type](buffer, start + at, rows)])) as unknown as Columns
  for (let k = 0; k < rows; k++) {
    const i = chosen[k]!, minute = minuteAt(columns.received[i]!)
    out.id[k] = columns.id[i]!
    out.east[k] = columns.longitude[i]! / 1e7 - origin[0]
    out.north[k] = columns.latitude[i]! / 1e7 - origin[1]
    out.minute[k] = minute
    out.day[k] = Math.floor(minute / 1440) - firstDay
    out.hour_of_week[k] = question.knowsHour[columns.precision[i]!] ? hourOfWeek(minute * 60) : noHour
    out.code[k] = codes.number.get(columns.code[i]!)!
    out.station[k] = owners.number.get(columns.station[i]!) ?? noStation
    out.channel[k] = columns.channel[i]!
    out.status[k] = columns.status[i]!
    out.cell_high[k] = columns.cell[i]! >>> 0
    out.cell_low[k] = columns.cellLow[i]! >>> 0
  }
  return buffer
}

/** The values that occur, in order, each with its place. */
function numbered(column: Int32Array, chosen: Uint32Array, without?: number): { values: number[], number: ReadonlyMap<number, number> } {
  const seen = new Set<number>()
  for (const i of chosen) seen.add(column[i]!)
  if (without !== undefined) seen.delete(without)
  const values = [...seen].sort((a, b) => a - b)
  return { values, number: new Map(values.map((value, k) => [value, k])) }
}

/** Near the middle of all, so that single precision tells centimetres apart. */
function middle({ longitude, latitude }: IncidentColumns, chosen: Uint32Array): [number, number] {
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity
  for (const i of chosen) {
    west = Math.min(west, longitude[i]!); east = Math.max(east, longitude[i]!)
    south = Math.min(south, latitude[i]!); north = Math.max(north, latitude[i]!)
  }
  return chosen.length ? [Math.round((west + east) / 2) / 1e7, Math.round((south + north) / 2) / 1e7] : [0, 0]
}

/** 10300 is 0103: no level has the code 00. */
const codeText = (code: number): string => String(code).padStart(6, '0').replace(/(00)+$/, '')
