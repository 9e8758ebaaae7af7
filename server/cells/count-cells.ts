import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'
import type { Selection } from '../layers/filters.ts'
import { readRollup, rolledRows } from '../layers/rollup.ts'
import type { Source } from '../layers/source.ts'
import { publishCounts, publishedResolution, type SplitCount } from './publish-counts.ts'

/** Counts of a whole layer by H3 cell, as one caller may see them. Columns of equal length. */
export interface CellCounts {
  /** H3 indexes in hexadecimal. */
  cells: string[]
  /** Null where the count is 1 to 9 or would tell one that is: shown as "<10". */
  counts: (number | null)[]
  source: 'rollup' | 'scan'
  /** Other stations' counts are left out: under a filter or window, differences would tell small ones. */
  othersOmitted: boolean
}

export interface CellQuestion {
  resolution: number
  /** Undefined counts rows. */
  measure?: string
  /** Only cells near this box, [west, south, east, north]; ignored where small counts need their neighbours. */
  box?: readonly [number, number, number, number]
}

/** Count a layer by cell. One statement; from the rollup where that is exact. */
export async function countCells(db: Database, source: Source, selection: Selection, question: CellQuestion, timeZone: string): Promise<CellCounts> {
  const limited = source.disclosure.exactCounts
  if (limited === 'all') {
    const rolled = rollupStatement(source, selection, question, timeZone)
    const { rows: [row] } = await columns(rolled ?? scanStatement(source, selection, question)).execute(db)
    const split = (text: string) => text === '' ? [] : text.split(' ')
    return { cells: split(row!.cells), counts: split(row!.counts).map(Number), source: rolled ? 'rollup' : 'scan', othersOmitted: false }
  }
  return countLimited(db, source, selection, question, limited)
}

/** For a caller who sees exact counts of some stations only. */
async function countLimited(db: Database, source: Source, selection: Selection, { resolution, measure }: CellQuestion, stations: readonly number[]): Promise<CellCounts> {
  // Two windows or filters, or two resolutions, could be subtracted from each other: others then stay out altogether.
  const othersOmitted = resolution > publishedResolution || selection.conditions.length > 0
  const own = stations.length ? sql`t.station_id = ANY(${[...stations]}::integer[])` : sql`false`
  const value = measureSum(measure)
  const { rows: [row] } = await sql<{ split: string }>`
    SELECT coalesce(json_agg(json_build_object('cell', to_hex(c.cell), 'own', c.own, 'others', c.others)), '[]')::text AS split FROM (
      SELECT h3_parent(t.cell, ${othersOmitted ? resolution : publishedResolution}) AS cell,
             coalesce(${value} FILTER (WHERE ${own}), 0)::integer AS own,
             coalesce(${value} FILTER (WHERE (${own}) IS NOT TRUE), 0)::integer AS others
      ${source.fromCounts(mapped, ...(othersOmitted ? [own] : []), ...selection.conditions)} GROUP BY 1) c
    WHERE c.own + c.others > 0`.execute(db)
  const split = JSON.parse(row!.split) as SplitCount[]
  const counts = othersOmitted ? { cells: split.map(({ cell }) => cell), counts: split.map(({ own }) => own) } : publishCounts(split, resolution)
  return { ...counts, source: 'scan', othersOmitted }
}

/** What has no coordinates is in no cell. */
const mapped = sql`t.cell IS NOT NULL`

const measureSum = (measure: string | undefined): RawBuilder<unknown> => measure ? sql`sum(${sql.ref(`t.${measure}`)})` : sql`count(*)`

/** Two lists in one row: several times faster to make and read than a row a cell. */
const columns = (rows: RawBuilder<unknown>) => sql<{ cells: string, counts: string }>`
  SELECT coalesce(string_agg(to_hex(c.cell), ' '), '') AS cells, coalesce(string_agg(c.n::text, ' '), '') AS counts FROM (${rows}) c WHERE c.n > 0`

function scanStatement(source: Source, selection: Selection, { resolution, measure, box }: CellQuestion): RawBuilder<unknown> {
  // A cell is counted whole: the box grows by more than the cell's own size.
  const nearBox = box ? [sql`t.geom3857 && ST_Transform(ST_Expand(ST_MakeEnvelope(${box[0]}, ${box[1]}, ${box[2]}, ${box[3]}, 4326), ${cellDegrees(resolution)}), 3857)`] : []
  return sql`SELECT h3_parent(t.cell, ${resolution}) AS cell, ${measureSum(measure)}::bigint AS n ${source.fromCounts(mapped, ...nearBox, ...selection.conditions)} GROUP BY 1`
}

/** A bound on a cell's diameter in degrees of longitude below 70° of latitude. */
const cellDegrees = (resolution: number): number => 60 / Math.sqrt(7) ** resolution

function rollupStatement(source: Source, selection: Selection, { resolution, measure }: CellQuestion, timeZone: string): RawBuilder<unknown> | undefined {
  const { rollup } = source.storage
  const asked = rollup && !measure ? readRollup(rollup, selection, timeZone) : undefined
  const stored = rollup?.resolutions.find(each => each >= resolution)
  if (!rollup || !asked || stored === undefined) return undefined
  const cell = stored === resolution ? sql`d.cell` : sql`h3_parent(d.cell, ${resolution})`
  return sql`SELECT ${cell} AS cell, sum(d.n) AS n FROM (${rolledRows(rollup, asked, stored)}) d GROUP BY 1`
}
