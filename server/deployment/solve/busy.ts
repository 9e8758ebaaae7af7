import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import { busyFraction } from '../models/busy-fraction.ts'
import type { Force } from '../minutes/setting.ts'

/**
 * The share of their time on duty that units of a force were under way or at a scene, from the log of their statuses.
 *
 * @param stations  whose units; null for all
 * @param from, to  epoch seconds
 * @returns null where none is known to have been on duty
 */
export async function measureBusy(db: Database, force: Force, stations: readonly number[] | null, { from, to }: { from: number, to: number }): Promise<number | null> {
  const { rows } = await sql<{ unit: number, meaning: string, from: number, to: number }>`
    SELECT unit, meaning, greatest(since, ${from}::float8) AS from, least(until, ${to}::float8) AS to
    FROM (SELECT c.unit_id::integer AS unit, s.meaning, extract(epoch FROM c.at)::float8 AS since,
                 coalesce(extract(epoch FROM lead(c.at) OVER (PARTITION BY c.unit_id ORDER BY c.at, c.id))::float8, ${to}::float8) AS until
          FROM unit_status_change c JOIN unit_status s ON s.code = c.to_status JOIN unit u ON u.id = c.unit_id
          WHERE u.kind = ${force} AND c.at < to_timestamp(${to}) ${stations ? sql`AND u.station_id = ANY(${[...stations]}::integer[])` : sql``}) spans
    WHERE until > ${from}::float8 AND since < ${to}::float8 AND meaning <> 'off_duty'`.execute(db)
  return busyFraction(rows.filter(({ meaning }) => meaning === 'enroute' || meaning === 'on_scene'), rows)
}
