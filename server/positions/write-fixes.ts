import { sql } from 'kysely'
import { cellOf } from '../../layers/h3.ts'
import type { Database } from '../database.ts'
import type { StoredFix } from './record.ts'

/**
 * Bring fixes into the track and the newest of each unit into `unit_position`, in one transaction. Doing it again changes
 * nothing: the track's key is instant and unit, and a position gives way to a newer one only. A unit that went off duty
 * meanwhile gets no position.
 */
export async function writeFixes(db: Database, fixes: readonly StoredFix[]): Promise<void> {
  const newest = new Map<number, StoredFix>()
  let first = Infinity, last = -Infinity
  for (const fix of fixes) {
    first = Math.min(first, fix.at)
    last = Math.max(last, fix.at)
    if ((newest.get(fix.unitId)?.at ?? -Infinity) < fix.at) newest.set(fix.unitId, fix)
  }
  // In the order of their key, so that two processes which write the same units never wait for each other in a circle.
  const latest = [...newest.values()].sort((a, b) => a.unitId - b.unitId)
  await db.transaction().execute(async transaction => {
    await sql`SELECT ensure_track_partitions(to_timestamp(${first / 1000}), to_timestamp(${last / 1000}))`.execute(transaction)
    await sql`
      INSERT INTO unit_track (unit_id, at, geom, heading_degrees, speed_kmh)
      SELECT unit_id, to_timestamp(at / 1000), ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), heading, speed FROM ${rowsOf(fixes)}
      ON CONFLICT DO NOTHING`.execute(transaction)
    await sql`
      INSERT INTO unit_position AS p (unit_id, at, heading_degrees, speed_kmh, accuracy_metres, geom, cell)
      SELECT f.unit_id, to_timestamp(f.at / 1000), f.heading, f.speed, f.accuracy, ST_SetSRID(ST_MakePoint(f.longitude, f.latitude), 4326), c.cell
      FROM ${rowsOf(latest)}
      JOIN unnest(${literal(latest, fix => fix.unitId)}::bigint[], ${literal(latest, fix => cellOf(fix.longitude, fix.latitude))}::bigint[]) AS c (unit_id, cell) ON c.unit_id = f.unit_id
      JOIN unit u ON u.id = f.unit_id
      JOIN unit_status s ON s.code = u.status AND s.meaning <> 'off_duty'
      ORDER BY f.unit_id
      ON CONFLICT (unit_id) DO UPDATE SET at = excluded.at, heading_degrees = excluded.heading_degrees, speed_kmh = excluded.speed_kmh,
        accuracy_metres = excluded.accuracy_metres, geom = excluded.geom, cell = excluded.cell
      WHERE p.at < excluded.at`.execute(transaction)
  })
}

/** Take the positions of units off duty away: of those named, or of all. */
export async function removeOffDuty(db: Database, unitIds?: readonly number[]): Promise<void> {
  await sql`
    DELETE FROM unit_position p USING unit u, unit_status s
    WHERE u.id = p.unit_id AND s.code = u.status AND s.meaning = 'off_duty' AND ${unitIds ? sql`u.id = ANY(${[...unitIds]}::bigint[])` : sql`true`}`.execute(db)
}

/** Fixes as rows, a column an array: what the driver would do element by element is most of its cost here. */
const rowsOf = (fixes: readonly StoredFix[]) => sql`unnest(${literal(fixes, fix => fix.unitId)}::bigint[], ${literal(fixes, fix => fix.at)}::float8[],
  ${literal(fixes, fix => fix.longitude)}::float8[], ${literal(fixes, fix => fix.latitude)}::float8[], ${literal(fixes, fix => fix.heading)}::real[],
  ${literal(fixes, fix => fix.speedKmh)}::real[], ${literal(fixes, fix => fix.accuracyMetres)}::real[]) AS f (unit_id, at, longitude, latitude, heading, speed, accuracy)`

/** An array of numbers as PostgreSQL writes one. */
const literal = (fixes: readonly StoredFix[], value: (fix: StoredFix) => number | string | null): string => `{${fixes.map(fix => value(fix) ?? 'NULL').join(',')}}`
