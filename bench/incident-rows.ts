import { latLngToCell } from 'h3-js'

/** Columns of generated incidents, as the server sends them: seeded, in order of time, with a city's rhythm and hot corners. */
export interface GeneratedRows {
  rows: number
  firstDay: string
  origin: [number, number]
  east: Float32Array
  north: Float32Array
  minute: Int32Array
  hour_of_week: Uint8Array
  day: Uint16Array
  code: Uint16Array
  channel: Uint8Array
  status: Uint8Array
  station: Uint16Array
  id: Float64Array
  codes: string[]
  stations: { id: number, name: string }[]
}

const days = 365, firstDay = '2025-11-24', perDay = 1440
/** More by evening than before dawn, by hour. */
const rhythm = [5, 4, 3, 2, 2, 3, 4, 6, 8, 9, 9, 9, 10, 9, 9, 10, 11, 12, 13, 14, 14, 13, 10, 7]

/**
 * @param random  from 0 up to 1
 * @param codes  six-digit types to draw from, the first ones more often
 */
export function generateRows(rows: number, random: () => number, codes: string[], stationCount = 60): GeneratedRows {
  const hours = rhythm.flatMap((weight, hour) => Array.from({ length: weight }, () => hour))
  const firstMinute = Date.parse(`${firstDay}T00:00Z`) / 60_000
  const minute = Int32Array.from({ length: rows }, () => firstMinute + Math.floor(random() * days) * perDay + hours[Math.floor(random() * hours.length)]! * 60 + Math.floor(random() * 60)).sort()
  const skewed = (size: number) => Math.floor(random() ** 2 * size)
  const corners = Array.from({ length: 300 }, () => [random() * 0.4, random() * 0.3] as const)
  const east = new Float32Array(rows), north = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const [x, y] = corners[skewed(corners.length)]!
    // Sums of chances lie about the middle.
    east[row] = x + (random() + random() + random() - 1.5) * 0.02
    north[row] = y + (random() + random() + random() - 1.5) * 0.02
  }
  return {
    rows, firstDay, origin: [117.95, 24.4], east, north, minute,
    // 1970-01-01 was a Thursday.
    hour_of_week: Uint8Array.from(minute, at => random() < 0.01 ? 255 : (Math.floor(at / 60) + 72) % 168),
    day: Uint16Array.from(minute, at => Math.floor((at - firstMinute) / perDay)),
    code: Uint16Array.from({ length: rows }, () => skewed(codes.length)), codes,
    channel: new Uint8Array(rows).fill(1), status: new Uint8Array(rows).fill(8),
    station: Uint16Array.from({ length: rows }, () => random() < 0.005 ? 65_535 : skewed(stationCount)),
    stations: Array.from({ length: stationCount }, (_, i) => ({ id: i + 1, name: `第${i + 1}派出所` })),
    id: Float64Array.from({ length: rows }, (_, i) => i + 1),
  }
}

/** The rows as `/api/analysis/columns` sends them. */
export function encodeRows({ rows, firstDay, origin, codes, stations, ...columns }: GeneratedRows): Buffer {
  const cell_high = new Uint32Array(rows), cell_low = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) [cell_low[row], cell_high[row]] = latLngToCellHalves(origin[1] + columns.north[row]!, origin[0] + columns.east[row]!)
  const all = { ...columns, cell_high, cell_low }
  let end = 0
  const listed = Object.entries(all).map(([name, values]) => {
    const offset = end
    end += Math.ceil(values.byteLength / 8) * 8
    return { name, type: values.constructor.name.replace('Array', '').toLowerCase(), offset, length: values.length }
  })
  const left_out = { patrol: 12_345, coarse: 678, hour_unknown: 0, outside: 0, no_coordinates: 90, merged: 12 }
  const header = Buffer.from(JSON.stringify({ rows, revision: 1, as_of: new Date().toISOString(), left_out, origin, first_day: firstDay, columns: listed, codes, stations }))
  const start = Math.ceil((4 + header.length) / 8) * 8, body = Buffer.alloc(start + end)
  body.writeUInt32LE(header.length)
  header.copy(body, 4)
  for (const { name, offset } of listed) {
    const values = all[name as keyof typeof all]
    body.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start + offset)
  }
  return body
}

const latLngToCellHalves = (latitude: number, longitude: number): [low: number, high: number] => {
  const cell = BigInt(`0x${latLngToCell(latitude, longitude, 12)}`)
  return [Number(cell & 0xFFFF_FFFFn), Number(cell >> 32n)]
}
