import type { ColumnsHeader } from '../../../server/analysis/encode-columns.ts'

type Numbers = Float32Array | Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

/** The chosen incidents in columns; every array is a view on the answer's own memory. One value a row. */
export interface IncidentTable extends ColumnsHeader {
  /** Degrees beyond the origin. */
  east: Float32Array
  north: Float32Array
  /** Minutes of the local wall clock since 1970-01-01 00:00. */
  minute: Int32Array
  /** Hour of the local week from Monday 00:00, 255 where the hour isn't known. */
  hour_of_week: Uint8Array
  day: Uint16Array
  code: Uint16Array
  /** Place in the layer's list of choices, from 1. */
  channel: Uint8Array
  status: Uint8Array
  /** Place in `stations`, 65535 for none. */
  station: Uint16Array
  id: Float64Array
  /** H3 cell of resolution 12, upper and lower half. */
  cell_high: Uint32Array
  cell_low: Uint32Array
}

type Column = { [K in keyof IncidentTable]: IncidentTable[K] extends Numbers ? K : never }[keyof IncidentTable]

const kinds: Record<Column, { type: string, view: new (buffer: ArrayBuffer, offset: number, length: number) => Numbers }> = {
  east: { type: 'float32', view: Float32Array }, north: { type: 'float32', view: Float32Array }, minute: { type: 'int32', view: Int32Array },
  hour_of_week: { type: 'uint8', view: Uint8Array }, day: { type: 'uint16', view: Uint16Array }, code: { type: 'uint16', view: Uint16Array },
  channel: { type: 'uint8', view: Uint8Array }, status: { type: 'uint8', view: Uint8Array }, station: { type: 'uint16', view: Uint16Array },
  id: { type: 'float64', view: Float64Array }, cell_high: { type: 'uint32', view: Uint32Array }, cell_low: { type: 'uint32', view: Uint32Array },
}

/**
 * The columns of an answer, nothing copied.
 *
 * Layout: uint32 LE length of the header, the header as JSON, filled up to 8 bytes; then the columns, little-endian,
 * each at a multiple of 8 bytes from there.
 *
 * @throws {RangeError} naming what doesn't fit and where
 */
export function decodeColumns(buffer: ArrayBuffer): IncidentTable {
  const { header, start } = readHeader(buffer)
  if (!Number.isSafeInteger(header.rows) || header.rows < 0) throw new RangeError(`rows is ${header.rows}; it must be a count`)
  if (!(Array.isArray(header.origin) && header.origin.length === 2 && header.origin.every(Number.isFinite))) throw new RangeError(`origin is ${JSON.stringify(header.origin)}; it must be [longitude, latitude]`)
  if (!/^\d{4}-\d\d-\d\d$/.test(header.first_day)) throw new RangeError(`first_day is ${JSON.stringify(header.first_day)}; it must be a date like 2026-08-01`)
  const table = { ...header } as IncidentTable
  for (const [name, { type, view }] of Object.entries(kinds) as [Column, (typeof kinds)[Column]][]) {
    const found = header.columns.find(column => column.name === name)
    if (!found) throw new RangeError(`column ${name} is missing; there are ${header.columns.map(column => column.name).join(', ') || 'none'}`)
    if (found.type !== type) throw new RangeError(`column ${name} is ${found.type}; it must be ${type}`)
    if (found.length !== header.rows) throw new RangeError(`column ${name} has ${found.length} values; there are ${header.rows} rows`)
    const bytes = found.length * Number(/\d+$/.exec(type)![0]) / 8
    if (found.offset % 8 !== 0 || found.offset < 0) throw new RangeError(`column ${name} begins at ${found.offset}; it must be a multiple of 8`)
    if (start + found.offset + bytes > buffer.byteLength) throw new RangeError(`column ${name} ends at byte ${start + found.offset + bytes}; the answer has ${buffer.byteLength}`)
    Object.assign(table, { [name]: new view(buffer, start + found.offset, found.length) })
  }
  guardIndexes(table.code, table.codes.length, 'code', 'codes')
  guardIndexes(table.station, table.stations.length, 'station', 'stations', 65535)
  return table
}

/** @returns the header, and the byte at which the columns begin */
function readHeader(buffer: ArrayBuffer): { header: ColumnsHeader, start: number } {
  if (buffer.byteLength < 4) throw new RangeError(`the answer has ${buffer.byteLength} bytes; it begins with 4 that say how long its header is`)
  const length = new DataView(buffer).getUint32(0, true)
  if (4 + length > buffer.byteLength) throw new RangeError(`the header says ${length} bytes; the answer has ${buffer.byteLength}`)
  let header: ColumnsHeader
  try {
    header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as ColumnsHeader
  } catch (error) {
    throw new RangeError(`the header of ${length} bytes is no JSON: ${(error as Error).message}`, { cause: error })
  }
  for (const list of ['columns', 'codes', 'stations'] as const) if (!Array.isArray(header[list])) throw new RangeError(`${list} is ${JSON.stringify(header[list])}; it must be a list`)
  return { header, start: Math.ceil((4 + length) / 8) * 8 }
}

function guardIndexes(values: Uint16Array, count: number, name: string, list: string, none = -1): void {
  for (let row = 0; row < values.length; row++) if (values[row]! >= count && values[row] !== none) throw new RangeError(`row ${row} has ${name} ${values[row]}; there are ${count} ${list}`)
}
