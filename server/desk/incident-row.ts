import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'
import { NotFound } from '../errors.ts'
import type { IncidentStatus } from './statuses.ts'

/** An incident as the desk writes it. */
export interface IncidentRow {
  id: number
  number: string
  received_at: Date
  status: IncidentStatus
  code: string
  taken_code: string
  resolved_code: string | null
  grade: number
  channel: string
  station_id: number | null
  address_id: number | null
  merged_into_id: number | null
  version: number
  /** Null where it has no coordinates. */
  longitude: number | null
  latitude: number | null
}

/**
 * Read an incident and hold its row until the transaction ends: its layer's revision first, as every writing statement
 * does, so that no two of them wait for each other. Incidents come before units.
 *
 * @throws {NotFound}
 */
export async function lockIncident(transaction: Database, id: number): Promise<IncidentRow> {
  await sql`SELECT 1 FROM layer_revision WHERE layer = 'incidents' FOR UPDATE`.execute(transaction)
  const { rows: [row] } = await sql<IncidentRow>`
    SELECT id, number, received_at, status, code, taken_code, resolved_code, grade, channel, station_id, address_id, merged_into_id, version,
           ST_X(geom) AS longitude, ST_Y(geom) AS latitude
    FROM incident WHERE id = ${id} FOR UPDATE`.execute(transaction)
  if (!row) throw new NotFound('incident', id)
  return row
}

/** Tell every open map, at commit. Open properties only: everybody who is signed in hears it. */
export async function announceIncident(transaction: Database, id: number, change: string): Promise<void> {
  await sql`
    SELECT announce_live('incident', station_id, json_build_object('id', id, 'number', number, 'change', ${change}::text, 'status', status, 'code', code,
      'grade', grade, 'channel', channel, 'station_id', station_id, 'received_at', received_at, 'version', version, 'merged_into_id', merged_into_id,
      'longitude', ST_X(geom), 'latitude', ST_Y(geom)))
    FROM incident WHERE id = ${id}`.execute(transaction)
}

/**
 * The condition that finds an incident's row in its own partition.
 *
 * @param incident.received_at  as read: to the millisecond, where the row may hold microseconds
 */
export const isRow = ({ id, received_at }: Pick<IncidentRow, 'id' | 'received_at'>): RawBuilder<unknown> =>
  sql`id = ${id} AND received_at >= ${received_at} AND received_at < ${new Date(received_at.getTime() + 1)}`
