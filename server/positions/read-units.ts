import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Meaning } from '../dispatch/change-status.ts'

/** A unit as the database has it; times in epoch milliseconds. */
export interface UnitRow {
  id: number
  callsign: string
  kind: string
  capabilities: string[]
  device_key: string | null
  status: string
  meaning: Meaning
  status_since: number
  /** When it last came on duty, as far as the log of statuses goes back. */
  duty_since: number | null
  station_id: number | null
  shift_from: number | null
  shift_to: number | null
  crew: number
  incident_id: number | null
  fix_at: number | null
  longitude: number | null
  latitude: number | null
  heading: number | null
  speed_kmh: number | null
}

/** Every unit with its status and, of those on duty, the last fix. */
export async function readUnits(db: Database): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    WITH came AS (
      SELECT c.unit_id, max(c.at) AS at FROM unit_status_change c
      JOIN unit_status f ON f.code = c.from_status AND f.meaning = 'off_duty'
      JOIN unit_status t ON t.code = c.to_status AND t.meaning <> 'off_duty'
      GROUP BY c.unit_id
    )
    SELECT u.id, u.callsign, u.kind, u.capabilities, u.device_key, u.status, s.meaning, ${millis('u.status_since')} AS status_since,
      ${millis('came.at')} AS duty_since, u.station_id, ${millis('u.shift_from')} AS shift_from, ${millis('u.shift_to')} AS shift_to,
      u.crew, u.incident_id, ${millis('p.at')} AS fix_at, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude,
      p.heading_degrees AS heading, p.speed_kmh
    FROM unit u
    JOIN unit_status s ON s.code = u.status
    LEFT JOIN came ON came.unit_id = u.id
    LEFT JOIN unit_position p ON p.unit_id = u.id AND s.meaning <> 'off_duty'
    ORDER BY u.id`.execute(db)
  return rows
}

export interface PositionRow { id: number, at: number, longitude: number, latitude: number, heading: number | null, speed_kmh: number | null }

/** The last fix of every unit on duty. */
export async function readPositions(db: Database): Promise<PositionRow[]> {
  const { rows } = await sql<PositionRow>`
    SELECT p.unit_id AS id, ${millis('p.at')} AS at, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude, p.heading_degrees AS heading, p.speed_kmh
    FROM unit_position p JOIN unit u ON u.id = p.unit_id JOIN unit_status s ON s.code = u.status AND s.meaning <> 'off_duty'`.execute(db)
  return rows
}

const millis = (column: string) => sql`round(extract(epoch FROM ${sql.ref(column)}) * 1000)::float8`
