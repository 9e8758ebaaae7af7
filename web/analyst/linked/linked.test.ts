import { latLngToCell, cellToParent } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { cellsOf } from './cells.ts'
import { decodeColumns } from './decode-columns.ts'
import { apply, noFilters, type Filters } from './filters.ts'
import { chosenRows, dimension, link } from './linked.ts'
import { barCounts, barsOf, slotsOf, timeOrder } from './slots.ts'

const places = [[118.08, 24.45], [118.0801, 24.4501], [118.2, 24.6]] as const
const halves = (i: number) => { const text = latLngToCell(places[i]![1], places[i]![0], 12).padStart(16, '0'); return [parseInt(text.slice(0, 8), 16), parseInt(text.slice(8), 16)] as const }
const midnight = Date.parse('2026-08-03T00:00Z') / 60_000

/** Three incidents as the server would send them, written out by hand: one's hour isn't known, one has no station. */
function answer(change: (header: Record<string, unknown>) => void = () => {}): ArrayBuffer {
  const columns: Record<string, Float32Array | Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array> = {
    east: Float32Array.of(0.08, 0.0801, 0.2), north: Float32Array.of(0.05, 0.0501, 0.2),
    minute: Int32Array.of(midnight + 90, midnight + 1440, midnight + 1440 * 9 + 125), hour_of_week: Uint8Array.of(1, 255, 50), day: Uint16Array.of(0, 1, 9),
    code: Uint16Array.of(0, 1, 1), channel: Uint8Array.of(1, 1, 2), status: Uint8Array.of(8, 8, 1), station: Uint16Array.of(0, 65535, 1), id: Float64Array.of(7, 8, 9e15),
    cell_high: Uint32Array.from([0, 1, 2], i => halves(i)[0]), cell_low: Uint32Array.from([0, 1, 2], i => halves(i)[1]),
  }
  const types = { Float32Array: 'float32', Float64Array: 'float64', Int32Array: 'int32', Uint32Array: 'uint32', Uint16Array: 'uint16', Uint8Array: 'uint8' }
  let offset = 0
  const listed = Object.entries(columns).map(([name, values]) => {
    const entry = { name, type: types[values.constructor.name as keyof typeof types], offset, length: values.length }
    offset += Math.ceil(values.byteLength / 8) * 8
    return entry
  })
  const header = { rows: 3, revision: 5, as_of: '2026-08-13T00:00:00Z', left_out: { patrol: 4 }, origin: [118, 24.4], first_day: '2026-08-03', columns: listed.map(entry => ({ ...entry })), codes: ['010101', '010203'], stations: [{ id: 11, name: '中山' }, { id: 12, name: '开元' }] }
  change(header)
  const text = new TextEncoder().encode(JSON.stringify(header)), start = Math.ceil((4 + text.length) / 8) * 8
  const buffer = new ArrayBuffer(start + offset)
  new DataView(buffer).setUint32(0, text.length, true)
  new Uint8Array(buffer).set(text, 4)
  listed.forEach(({ name, offset: at }) => new Uint8Array(buffer, start + at).set(new Uint8Array(columns[name]!.buffer)))
  return buffer
}

describe('an answer in columns', () => {
  it('is read where it lies', () => {
    const buffer = answer(), table = decodeColumns(buffer)
    expect([...table.id]).toEqual([7, 8, 9e15])
    expect([...table.hour_of_week]).toEqual([1, 255, 50])
    expect(table.north[2]).toBeCloseTo(0.2)
    expect(Object.values(table).filter(ArrayBuffer.isView).every(view => view.buffer === buffer)).toBe(true)
  })

  it.each<[string, (header: Record<string, any>) => void]>([
    ['column minute is int16; it must be int32', header => { header.columns[2].type = 'int16' }],
    ['column code is missing', header => { header.columns.splice(5, 1) }],
    ['column east has 3 values; there are 4 rows', header => { header.rows = 4 }],
    ['column id begins at 12; it must be a multiple of 8', header => { header.columns[9].offset = 12 }],
    ['column cell_low ends at byte', header => { header.columns[11].offset = 8000 }],
    ['row 1 has code 1; there are 1 codes', header => { header.codes.pop() }],
    ['first_day is "August"', header => { header.first_day = 'August' }],
    ['rows is -1', header => { header.rows = -1 }],
    ['stations is null', header => { header.stations = null }],
  ])('is refused when wrong: %s', (message, change) => {
    expect(() => decodeColumns(answer(change))).toThrow(message)
  })

  it('is refused when cut off, and when it is something else', () => {
    expect(() => decodeColumns(new ArrayBuffer(2))).toThrow('the answer has 2 bytes')
    expect(() => decodeColumns(answer().slice(0, 60))).toThrow('the answer has 60')
    expect(() => decodeColumns(new Uint8Array([2, 0, 0, 0, 60, 60, 0, 0]).buffer)).toThrow('no JSON')
  })
})

describe('linked incidents', () => {
  const after = (change: Partial<Filters>) => {
    const made = link(decodeColumns(answer()))
    for (const name of Object.keys(change) as (keyof Filters)[]) apply(made, { ...noFilters(), ...change }, name)
    return made
  }

  it('are chosen by each chart in its own terms', () => {
    const ids = (change: Partial<Filters>) => { const made = after(change); return chosenRows(made, 0, 9).map(row => made.table.id[row]) }
    expect(ids({})).toEqual([9e15, 8, 7])
    expect(ids({ time: { from: midnight + 60, to: midnight + 120 } })).toEqual([7])
    expect(ids({ hour: [168, 50] })).toEqual([9e15, 8])
    expect(ids({ day: { from: midnight / 1440 + 1, to: midnight / 1440 + 10 } })).toEqual([9e15, 8])
    expect(ids({ type: ['0101'] })).toEqual([7])
    expect(ids({ station: [0, 12] })).toEqual([9e15, 8])
    expect(ids({ cell: [cellToParent(latLngToCell(24.6, 118.2, 12), 8)] })).toEqual([9e15])
    expect(ids({ box: [118, 24.4, 118.1, 24.5] })).toEqual([8, 7])
    expect(ids({ rings: [[[118.19, 24.59], [118.21, 24.59], [118.2, 24.62], [118.19, 24.59]]] })).toEqual([9e15])
    expect(ids({ type: ['02'] })).toEqual([])
  })

  it('lie in the cells that h3 gives', () => {
    const made = link(decodeColumns(answer()))
    expect([0, 1, 2].map(row => made.cells.ids[made.cells.of[row]!])).toEqual(places.map(([x, y]) => latLngToCell(y, x, 8)))
    expect(() => cellsOf(Uint32Array.of(0x08828308), Uint32Array.of(0))).toThrow('resolution 8; it must be 12')
  })

  it('are listed from any place on without the ones before', () => {
    const made = after({ type: ['0102'] })
    expect(chosenRows(made, 1, 5)).toEqual([1])
    expect(made.totals[dimension.type]).toEqual(Uint32Array.of(1, 2))
  })
})

describe('slots of time', () => {
  it('are hours from midnight, coarser for many years, and add up to bars', () => {
    const slots = slotsOf(Int32Array.of(midnight + 90, midnight + 1440 * 20))
    expect(slots).toMatchObject({ first: midnight, minutes: 60, count: 21 * 24 })
    expect([...slots.of]).toEqual([1, 480])
    const bars = barsOf(slots), counts = new Uint32Array(slots.count)
    counts[1] = 2; counts[23] = 1; counts[480] = 5
    expect(bars.bin).toBe('day')
    expect(barCounts(counts, bars)).toEqual([3, ...Array.from({ length: 19 }, () => 0), 5])
    expect(slotsOf(Int32Array.of(0, 1440 * 365 * 20)).minutes).toBe(720)
    expect(() => slotsOf(Int32Array.of(-1e8, 1e8))).toThrow('at most 65535')
  })

  it('bring rows into the order of time where they are not', () => {
    const order = (...minutes: number[]) => { const column = Int32Array.from(minutes); return timeOrder(column, slotsOf(column)) }
    expect(order(5, 5, 70)).toBeNull()
    expect([...order(200, 61, 5, 119, 60)!]).toEqual([2, 4, 1, 3, 0])
  })
})
