import { cellsOf, middlesOf, type RowCells } from './cells.ts'
import { Crossfilter } from './crossfilter/crossfilter.ts'
import type { IncidentTable } from './decode-columns.ts'
import { barsOf, slotsOf, timeOrder, type SlotBars, type Slots } from './slots.ts'

/** Charts by their place among the filter's dimensions. Time is the first, so that its bit is 1: see map/points.ts. */
export const dimension = { time: 0, hour: 1, day: 2, type: 3, station: 4, cell: 5 } as const
/** The filter that no chart shows: the map's view and the marked area. */
export const place = 0
/** The group of rows whose hour isn't known, after the 168 of the week. */
export const hourUnknown = 168

/** A selection's incidents, ready for linked charts. */
export interface Linked {
  table: IncidentTable
  filter: Crossfilter
  slots: Slots
  bars: SlotBars
  cells: RowCells
  middles: [number, number][]
  /** Days since 1970-01-01 of the first day, and how many there are. */
  firstDay: number
  days: number
  /** Rows oldest first; null where they lie so. */
  byTime: Uint32Array | null
  /** Counts of each chart's groups before anything was brushed. */
  totals: readonly Uint32Array[]
}

/** Cost: O(rows), some tenths of a second for a million. Memory: 25 bytes a row beside the table. */
export function link(table: IncidentTable): Linked {
  const slots = slotsOf(table.minute), cells = cellsOf(table.cell_high, table.cell_low)
  const days = table.day.reduce((most, day) => Math.max(most, day), 0) + 1
  const filter = new Crossfilter([
    { values: slots.of, size: slots.count },
    { values: table.hour_of_week.map(hour => Math.min(hour, hourUnknown)), size: 169 },
    { values: table.day, size: days },
    { values: table.code, size: Math.max(1, table.codes.length) },
    { values: table.station.map(station => Math.min(station, table.stations.length)), size: table.stations.length + 1 },
    { values: cells.of, size: Math.max(1, cells.ids.length) },
  ], 1)
  return {
    table, filter, slots, cells, days, bars: barsOf(slots), middles: middlesOf(cells.ids),
    firstDay: Date.parse(`${table.first_day}T00:00Z`) / 86_400_000,
    byTime: timeOrder(table.minute, slots), totals: filter.counts.map(counts => counts.slice()),
  }
}

/**
 * Some of the chosen rows, newest first.
 *
 * Cost: O(rows passed over): a byte each.
 */
export function chosenRows({ filter: { refused, rows }, byTime }: Pick<Linked, 'filter' | 'byTime'>, skip: number, take: number): number[] {
  const found: number[] = []
  for (let i = rows - 1; i >= 0 && found.length < take; i--) {
    const row = byTime ? byTime[i]! : i
    if (refused[row] === 0 && skip-- <= 0) found.push(row)
  }
  return found
}
