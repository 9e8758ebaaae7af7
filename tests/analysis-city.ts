import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js'
import { choose, type Question } from '../server/analysis/choose.ts'
import type { IncidentColumns } from '../server/analysis/columns.ts'
import type { Input } from '../server/analysis/method.ts'
import { createRandom } from '../server/analysis/random.ts'

export interface MadeCity {
  incidents: number
  /** Rings of study cells about the middle: 3 rings² + 3 rings + 1 of them. */
  rings: number
  days: number
  seed?: number
  resolution?: number
  /** Addresses that incidents happen at; some far more than others. */
  addresses?: number
  /** Where every incident happens, in degrees; spread over the city without. */
  at?: [longitude: number, latitude: number]
}

/** The last midnight (UTC) of a made city's incidents, epoch seconds. */
export const madeUntil = Date.UTC(2026, 10, 2) / 1000

/** A city's incidents in memory, for tests and timing without a database: busier towards the middle, at addresses, more by night. */
export function madeInput({ incidents, rings, days, seed = 1, resolution = 9, addresses = Math.ceil(incidents / 12), at }: MadeCity, asked: Partial<Question> = {}): Input {
  const random = createRandom(seed), cells = gridDisk(latLngToCell(24.48, 118.1, resolution), rings), n = incidents
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const places = Array.from({ length: Math.max(1, addresses) }, () => {
    if (at) return at
    // Near the middle of a cell that lies nearer to the city's middle than not.
    const [latitude, longitude] = cellToLatLng(cells[Math.floor(cells.length * random() ** 2)]!)
    return [longitude + normal() * 0.001, latitude + normal() * 0.001] as const
  })
  const columns = Object.fromEntries([
    ...['longitude', 'latitude', 'received', 'from', 'to', 'code', 'taken', 'cell', 'cellLow', 'station', 'address', 'place'].map(name => [name, new Int32Array(n)] as const),
    ...['channel', 'status', 'pointLevel', 'precision'].map(name => [name, new Int16Array(n).fill(1)] as const),
    ['id', Float64Array.from({ length: n }, (_, i) => i + 1)], ['merged', new Int16Array(n)],
  ]) as unknown as IncidentColumns
  const times = Float64Array.from({ length: n }, () => {
    const day = Math.floor(random() * days), hour = (Math.floor(random() * 10) + (random() < 0.6 ? 18 : 6)) % 24
    return madeUntil - (days - day) * 86_400 + hour * 3600 + Math.floor(random() * 3600)
  }).sort()
  for (let i = 0; i < n; i++) {
    const address = Math.floor(places.length * random() ** 2), [longitude, latitude] = places[address]!, cell = latLngToCell(latitude, longitude, 12)
    columns.received[i] = columns.from[i] = columns.to[i] = times[i]!
    columns.longitude[i] = Math.round(longitude * 1e7)
    columns.latitude[i] = Math.round(latitude * 1e7)
    columns.code[i] = columns.taken[i] = 10_101
    columns.address[i] = address + 1
    columns.cell[i] = Number.parseInt(cell.slice(0, -8), 16)
    columns.cellLow[i] = Number.parseInt(cell.slice(-8), 16) | 0
  }
  const made: IncidentColumns = { ...columns, rows: n, revision: 1, asOf: madeUntil * 1000 }
  const question: Question = {
    from: madeUntil - days * 86_400, to: madeUntil, codes: [], byCode: 'resolved', hours: null, days: null, channels: [false, true], patrol: 2, statuses: null, pointLevels: [false, true],
    knowsHour: [false, true], knowsDay: [false, true], stations: null, places: null, rings: null, offsets: { at: [0], seconds: [0] }, ...asked,
  }
  const length = question.to - question.from
  return {
    columns: made, question, chosen: choose(made, question), before: choose(made, { ...question, from: question.from - length, to: question.from }),
    area: {
      resolution, cells, station: new Int32Array(cells.length).fill(1), roadMetres: new Float64Array(cells.length).fill(900), places: new Int32Array(cells.length).fill(3),
      residents: Float64Array.from(cells, (_, i) => i % 11 === 10 ? 0 : 400),
    },
  }
}
