import type { Geometry, Position } from 'geojson'
import { cellToBoundary, cellToLatLng } from 'h3-js'
import type { Method } from '../analysis/method.ts'
import { Conflict } from '../errors.ts'

export type Value = number | string | null
/** A run's result as rows: what is exported. */
export interface Table {
  columns: string[]
  rows: Value[][]
  /** Where each row is, WGS 84; null where the method has no places. */
  places: ((row: number) => Geometry) | null
}

type Result = Record<string, unknown>

/** Methods whose result isn't cells; those that aren't here and have no cells can't be exported. */
const others: Readonly<Record<string, (result: any) => Table>> = {
  clusters: ({ clusters }: { clusters: { count: number, hull: Position[] }[] }) => ({
    columns: ['cluster', 'incidents'], rows: clusters.map(({ count }, i) => [i + 1, count]), places: row => hullShape(clusters[row]!.hull),
  }),
  clock: ({ hours }: { hours: number[] }) => ({
    columns: ['weekday', 'hour', 'incidents'], rows: hours.map((n, i) => [Math.floor(i / 24) + 1, i % 24, n]), places: null,
  }),
  near_repeat: ({ bands: { metres, days }, table }: { bands: { metres: number[], days: number[] }, table: Record<string, number>[][] }) => ({
    columns: ['to_metres', 'to_days', 'observed', 'expected', 'ratio', 'p'],
    rows: table.flatMap((row, i) => row.map((each, k) => [metres[i]!, days[k]!, each.observed!, each.expected!, each.ratio!, each.p!])), places: null,
  }),
  trend: ({ first_day: first, ...series }: { first_day: string } & Record<string, (number | null)[]>) => {
    const names = ['counts', 'expected', 'low', 'high', 'trend', 'season', 'remainder'], start = Date.parse(`${first}T00:00:00Z`)
    return {
      columns: ['day', ...names], places: null,
      rows: series.counts!.map((_, i) => [new Date(start + i * 86_400_000).toISOString().slice(0, 10), ...names.map(name => series[name]![i] ?? null)]),
    }
  },
}

/**
 * A result as rows: cells with every column that the method shows; else the method's own table.
 *
 * @throws {Conflict} for a method that has none
 */
export function tableOf(method: Pick<Method, 'id' | 'title' | 'shows'>, result: object): Table {
  const { cells } = result as Result
  if (Array.isArray(cells) && method.shows) return tableOfCells(cells as string[], Object.keys(method.shows), result as Result)
  const other = others[method.id]
  if (!other) throw new Conflict({ zh: `“${method.title.zh}”的结果不是表格，无法导出`, en: `the result of "${method.title.en}" is no table and can't be exported` })
  return other(result)
}

function tableOfCells(cells: string[], shown: string[], result: Result): Table {
  const names = shown.filter(name => Array.isArray(result[name]) && (result[name] as unknown[]).length === cells.length)
  const centre = (cell: string) => cellToLatLng(cell).map(degrees => Math.round(degrees * 1e6) / 1e6).reverse()
  return {
    columns: ['cell', 'longitude', 'latitude', ...names],
    rows: cells.map((cell, i) => [cell, ...centre(cell), ...names.map(name => (result[name] as Value[])[i] ?? null)]),
    places: row => ({ type: 'Polygon', coordinates: [cellToBoundary(cells[row]!, true).map(position => [...position])] }),
  }
}

/** A hull of incidents at one or two points is no polygon. */
function hullShape(hull: Position[]): Geometry {
  if (hull.length === 1) return { type: 'Point', coordinates: hull[0]! }
  if (hull.length === 2) return { type: 'LineString', coordinates: hull }
  return { type: 'Polygon', coordinates: [[...hull, hull[0]!]] }
}
