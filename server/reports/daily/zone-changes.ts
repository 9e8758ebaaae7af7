import { sql } from 'kysely'
import { binomialTest } from '../../analysis/statistics/distributions.ts'
import type { Database } from '../../database.ts'
import { instant } from '../../instant.ts'
import type { ZoneState } from '../../zones/zone.ts'
import { counted } from './new-hot.ts'
import type { Spans } from './spans.ts'

export interface ZoneChange {
  id: number
  name: string
  version: number
  state: ZoneState
  valid_to: string
  /** It ends within three days of this one. */
  expiring: boolean
  /** Which types are counted: those of its evidence; none means all. */
  codes: string[]
  now: number
  before: number
  /** Incidents inside in the last seven days, less those of the seven before. */
  change: number
  /** Of that change by chance alone; null where nothing happened in either week. */
  p: number | null
  new_versions: { version: number, at: string, reason: string, author: string }[]
}

/** A zone whose outline changed this week. */
export interface MovedZone { id: number, name: string, version: number, overlap: number, area_m2: number }

/** The zones of a station as the day ends: what happened inside, and what was said anew. Withdrawn ones are left out. */
export async function readZoneChanges(db: Database, stationId: number, { bounds: [, , before, week, end] }: Spans): Promise<{ zones: ZoneChange[], moved: MovedZone[] }> {
  const { rows } = await sql<Omit<ZoneChange, 'change' | 'p' | 'valid_to'> & { valid_to: Date }>`
    SELECT z.id, z.name, z.version, zone_state(z.valid_from, z.valid_to, z.withdrawn_at, ${end}) AS state, z.valid_to,
           z.valid_to > ${end} AND z.valid_to <= ${end}::timestamptz + interval '3 days' AS expiring, e.codes, n.now, n.before,
           (SELECT coalesce(json_agg(json_build_object('version', v.version, 'at', ${instant('v.created_at')}, 'reason', v.reason, 'author', v.author) ORDER BY v.version), '[]')
            FROM zone_version v WHERE v.zone_id = z.id AND v.created_at >= ${week} AND v.created_at < ${end}) AS new_versions
    FROM zone z JOIN zone_version c ON c.zone_id = z.id AND c.version = z.version
    CROSS JOIN LATERAL (SELECT ARRAY(SELECT jsonb_array_elements_text(c.evidence->'selection'->'codes')) AS codes) e
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE i.received_at >= ${week})::integer AS now, count(*) FILTER (WHERE i.received_at < ${week})::integer AS before
      FROM incident i WHERE i.received_at >= ${before} AND i.received_at < ${end} AND ${counted} AND ST_Intersects(i.geom3857, z.geom3857)
        AND (cardinality(e.codes) = 0 OR EXISTS (SELECT 1 FROM unnest(e.codes) code WHERE i.code LIKE code || '%'))) n
    WHERE z.station_id = ${stationId} AND z.created_at < ${end} AND (z.withdrawn_at IS NULL OR z.withdrawn_at >= ${end}) AND z.valid_to > ${before} ORDER BY z.id`.execute(db)
  const zones = rows.map(row => ({ ...row, valid_to: row.valid_to.toISOString(), change: row.now - row.before, p: row.now + row.before === 0 ? null : binomialTest(row.now, row.now + row.before, 0.5) }))
  return { zones, moved: await readMoved(db, stationId, week, end) }
}

/** Outlines that changed by more than two centimetres: a renewal keeps the outline as it was told, with seven decimals. */
async function readMoved(db: Database, stationId: number, week: Date, end: Date): Promise<MovedZone[]> {
  const { rows } = await sql<MovedZone>`
    SELECT z.id, v.name, v.version, ST_Area(ST_Intersection(v.geom, p.geom)::geography) / ST_Area(ST_Union(v.geom, p.geom)::geography) AS overlap, round(ST_Area(v.geom::geography)) AS area_m2
    FROM zone z JOIN zone_version v ON v.zone_id = z.id JOIN zone_version p ON p.zone_id = z.id AND p.version = v.version - 1
    WHERE z.station_id = ${stationId} AND v.created_at >= ${week} AND v.created_at < ${end} AND ST_HausdorffDistance(v.geom, p.geom) >= 2e-7 ORDER BY z.id, v.version`.execute(db)
  return rows
}
