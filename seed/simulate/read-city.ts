import { sql } from 'kysely'
import type { Database } from '../../server/database.ts'

export interface UnitFacts {
  id: number
  kind: string
  status: string
  meaning: string
  incidentId: number | null
  /** Somebody is on board with a phone: it is theirs, not the simulator's. */
  manned: boolean
  shiftFrom: number
  shiftTo: number
  longitude: number
  latitude: number
}

/** Units with where they were last, or where their station's incidents mostly are where they never were anywhere. */
export async function readUnits(db: Database): Promise<UnitFacts[]> {
  const { rows } = await sql<UnitFacts>`
    SELECT u.id::float8 AS id, u.kind, u.status, s.meaning, u.incident_id::float8 AS "incidentId",
           EXISTS (SELECT 1 FROM unit_crew c JOIN session e ON e.account_id = c.account_id AND e.revoked_at IS NULL AND e.seen_at > now() - interval '3 minutes'
             WHERE c.unit_id = u.id) AS manned,
           extract(epoch FROM u.shift_from)::float8 * 1000 AS "shiftFrom", extract(epoch FROM u.shift_to)::float8 * 1000 AS "shiftTo",
           ST_X(g.geom) AS longitude, ST_Y(g.geom) AS latitude
    FROM unit u JOIN unit_status s ON s.code = u.status LEFT JOIN unit_position p ON p.unit_id = u.id LEFT JOIN division d ON d.id = u.station_id
    CROSS JOIN LATERAL (SELECT coalesce(p.geom, ST_PointOnSurface(d.geom)) AS geom) g
    WHERE g.geom IS NOT NULL AND u.shift_from IS NOT NULL AND u.shift_to IS NOT NULL ORDER BY u.id`.execute(db)
  return rows
}

/** Something that happened: what a new call is modelled on. */
export interface PastCall { code: string, channel: string, hour: number, longitude: number, latitude: number, addressId: number | null, location: string | null, kind: string }

/** A sample of the last year's calls, with the local hour of each. */
export async function readPastCalls(db: Database, timeZone: string): Promise<PastCall[]> {
  const { rows } = await sql<PastCall>`
    SELECT i.taken_code AS code, i.channel, extract(hour FROM i.received_at AT TIME ZONE ${timeZone})::integer AS hour, ST_X(i.geom) AS longitude, ST_Y(i.geom) AS latitude,
           i.address_id::float8 AS "addressId", i.location_text AS location, t.name AS kind
    FROM incident i JOIN incident_type t ON t.code = i.taken_code
    WHERE i.received_at > now() - interval '365 days' AND i.geom IS NOT NULL AND NOT EXISTS (SELECT FROM incident_event e WHERE e.incident_id = i.id AND e.kind = 'taken')
    ORDER BY md5(i.id::text) LIMIT 20000`.execute(db)
  return rows
}
