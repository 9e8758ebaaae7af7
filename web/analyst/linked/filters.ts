import { insideOf } from '../zones/inside.ts'
import { dimension, hourUnknown, place, type Linked } from './linked.ts'

/** What is brushed, in terms that outlive a new answer. Null where a chart is whole. */
export interface Filters {
  /** Minutes of the local wall clock since 1970; `to` is outside. */
  time: { from: number, to: number } | null
  /** Hours of the week from Monday 00:00; 168 is those without an hour. */
  hour: readonly number[] | null
  /** Days since 1970-01-01; `to` is outside. */
  day: { from: number, to: number } | null
  /** Codes or beginnings of them. */
  type: readonly string[] | null
  /** Ids; 0 is none. */
  station: readonly number[] | null
  /** H3 indexes. */
  cell: readonly string[] | null
  /** West, south, east, north in degrees. */
  box: readonly [number, number, number, number] | null
  /** Rings of an area, degrees. */
  rings: readonly (readonly (readonly number[])[])[] | null
}

export const noFilters = (): Filters => ({ time: null, hour: null, day: null, type: null, station: null, cell: null, box: null, rings: null })
export type FilterName = keyof Filters

/** Carry one filter over to the rows. */
export function apply(linked: Linked, filters: Filters, name: FilterName): void {
  const { filter, table, slots, cells } = linked
  const some = <T>(wanted: readonly T[] | null, groups: readonly T[]) => wanted && new Set(groups.flatMap((group, i) => wanted.includes(group) ? [i] : []))
  if (name === 'time') {
    const slot = (minute: number) => Math.round((minute - slots.first) / slots.minutes)
    filter.range(dimension.time, filters.time ? slot(filters.time.from) : 0, filters.time ? slot(filters.time.to) : slots.count)
  } else if (name === 'day') {
    filter.range(dimension.day, filters.day ? filters.day.from - linked.firstDay : 0, filters.day ? filters.day.to - linked.firstDay : linked.days)
  } else if (name === 'hour') filter.only(dimension.hour, filters.hour && new Set(filters.hour.filter(hour => hour <= hourUnknown)))
  else if (name === 'type') filter.only(dimension.type, filters.type && new Set(table.codes.flatMap((code, i) => filters.type!.some(prefix => code.startsWith(prefix)) ? [i] : [])))
  else if (name === 'station') filter.only(dimension.station, some(filters.station, [...table.stations.map(({ id }) => id), 0]))
  else if (name === 'cell') filter.only(dimension.cell, some(filters.cell, cells.ids))
  else filter.extra(place, allowsPlace(linked, filters))
}

function allowsPlace({ table: { east, north, origin } }: Linked, { box, rings }: Filters): (row: number) => boolean {
  const inArea = rings ? insideOf(rings.map(ring => ring.map(([x, y]): [number, number] => [x! - origin[0], y! - origin[1]]))) : () => true
  if (!box) return row => inArea(east[row]!, north[row]!)
  const [west, south, right, top] = [box[0] - origin[0], box[1] - origin[1], box[2] - origin[0], box[3] - origin[1]]
  return row => {
    const x = east[row]!, y = north[row]!
    return x >= west && x <= right && y >= south && y <= top && inArea(x, y)
  }
}
