import { sql } from 'kysely'
import { addressLevels } from '../../../layers/choices.ts'
import { falseDiscoveryRate } from '../../analysis/statistics/adjust.ts'
import { binomialTest } from '../../analysis/statistics/distributions.ts'
import type { Database } from '../../database.ts'
import type { Spans } from './spans.ts'

export interface HotCell {
  /** H3, resolution 9. */
  cell: string
  /** The middle of the week's incidents in it, degrees. */
  longitude: number
  latitude: number
  /** Road or estate, and community, of the door nearest to that. */
  name: string
  count: number
  /** An eighth of the eight weeks before. */
  expected: number
  p: number
  p_adjusted: number
}

const resolution = 9, share = 1 / 9
/** Two calls are no hot spot, however quiet the street was. */
const fewest = 3
const most = 0.05

/** Incidents that say where something happened: not found by patrols, not merged, with a coordinate trusted to the road. */
export const counted = sql`i.channel <> 'patrol' AND i.merged_into_id IS NULL AND i.cell IS NOT NULL
  AND i.point_level = ANY(${Object.keys(addressLevels).slice(Object.keys(addressLevels).indexOf('road'))}::text[])`

/**
 * Cells of a station that became hot in the last seven days and weren't the week before: more incidents than the eight
 * weeks before explain (two Poisson counts compared given their sum), with false-discovery-rate correction over the
 * station's cells that had any.
 */
export async function findNewHot(db: Database, stationId: number, { bounds: [beforeBase, base, before, week, end] }: Spans): Promise<HotCell[]> {
  const { rows } = await sql<{ cell: string, now: number, base: number, earlier: number, earlier_base: number, longitude: number | null, latitude: number | null }>`
    SELECT to_hex(h3_parent(i.cell, ${resolution})) AS cell,
           count(*) FILTER (WHERE i.received_at >= ${week})::integer AS now, count(*) FILTER (WHERE i.received_at >= ${base} AND i.received_at < ${week})::integer AS base,
           count(*) FILTER (WHERE i.received_at >= ${before} AND i.received_at < ${week})::integer AS earlier, count(*) FILTER (WHERE i.received_at < ${before})::integer AS earlier_base,
           avg(ST_X(i.geom)) FILTER (WHERE i.received_at >= ${week}) AS longitude, avg(ST_Y(i.geom)) FILTER (WHERE i.received_at >= ${week}) AS latitude
    FROM incident i WHERE i.station_id = ${stationId} AND i.received_at >= ${beforeBase} AND i.received_at < ${end} AND ${counted} GROUP BY 1 ORDER BY 1`.execute(db)
  const now = hotness(rows.map(each => [each.now, each.base])), earlier = hotness(rows.map(each => [each.earlier, each.earlier_base]))
  const fresh = rows.map((row, i) => ({ ...row, ...now[i]! })).filter(({ hot }, i) => hot && !earlier[i]!.hot).sort((a, b) => a.p - b.p || (a.cell < b.cell ? -1 : 1))
  const found: HotCell[] = []
  for (const { cell, now: count, base: usual, p, p_adjusted, longitude, latitude } of fresh) {
    found.push({ cell, longitude: longitude!, latitude: latitude!, name: await nameOf(db, longitude!, latitude!), count, expected: usual / 8, p, p_adjusted })
  }
  return found
}

/** Whether a week's count is more than the eight weeks' before it explain. Exported for its test. */
export function hotness(cells: readonly (readonly [week: number, base: number])[]): { p: number, p_adjusted: number, hot: boolean }[] {
  const p = cells.map(([n, base]) => n + base === 0 ? NaN : binomialTest(n, n + base, share)), adjusted = falseDiscoveryRate(p)
  return cells.map(([n, base], i) => ({ p: p[i]!, p_adjusted: adjusted[i]!, hot: n >= fewest && n > base / 8 && adjusted[i]! <= most }))
}

async function nameOf(db: Database, longitude: number, latitude: number): Promise<string> {
  const { rows: [row] } = await sql<{ road: string | null, community: string | null }>`
    SELECT a.parts->>'road' AS road, a.parts->>'community' AS community FROM address a WHERE a.status = 'active' AND a.level IN ('number', 'building')
    ORDER BY a.geom3857 <-> ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), 3857) LIMIT 1`.execute(db)
  const { road, community } = row ?? { road: null, community: null }
  return road && community ? `${road}（${community}）` : road ?? community ?? `${longitude.toFixed(4)}, ${latitude.toFixed(4)}`
}
