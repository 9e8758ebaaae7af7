// What tests of dispatch share: units that are fresh and free, incidents, crews.
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { cellOf } from '../layers/h3.ts'
import type { Asker, TestApp } from './app.ts'

export const key = (): string => randomUUID()
export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()

/** Every unit that isn't off duty is free since an hour ago, has a fix of this minute and hours of shift left. */
export async function freshUnits({ database: { db }, services }: TestApp): Promise<void> {
  await sql`UPDATE unit SET status = 'available', status_since = now() - interval '1 hour', shift_from = now() - interval '2 hours', shift_to = now() + interval '6 hours' WHERE status <> 'off_duty'`.execute(db)
  await sql`UPDATE unit_position SET at = now()`.execute(db)
  await services.units.reload()
}

/** Units on duty, of a station where one is named. */
export async function unitsOnDuty({ database: { db } }: TestApp, count: number, stationId?: number): Promise<{ id: number, callsign: string, station_id: number }[]> {
  const { rows } = await sql<{ id: number, callsign: string, station_id: number }>`
    SELECT u.id, u.callsign, u.station_id FROM unit u WHERE u.status = 'available' AND ${stationId === undefined ? sql`true` : sql`u.station_id = ${stationId}`}
      AND EXISTS (SELECT 1 FROM unit_position p WHERE p.unit_id = u.id) ORDER BY u.id LIMIT ${count}`.execute(db)
  return rows
}

/** An open incident, by default where the city's first unit on duty stands. */
export async function makeIncident({ database: { db } }: TestApp, { at, code = '030101', grade = 3, stationId }: { at?: [number, number], code?: string, grade?: number, stationId?: number | null } = {}): Promise<{ id: number, number: string, station_id: number | null }> {
  const { rows: [unit] } = await sql<{ longitude: number, latitude: number, station_id: number }>`
    SELECT ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude, u.station_id FROM unit_position p JOIN unit u ON u.id = p.unit_id WHERE u.status <> 'off_duty' ORDER BY u.id LIMIT 1`.execute(db)
  const [longitude, latitude] = at ?? [unit!.longitude, unit!.latitude]
  await sql`SELECT ensure_incident_partitions(now(), now())`.execute(db)
  const { rows: [incident] } = await sql<{ id: number, number: string, station_id: number | null }>`
    INSERT INTO incident (number, received_at, local_day, taken_code, channel, status, timeline, grade, station_id, geom, cell)
    VALUES (${`J${key().slice(0, 8)}`}, date_trunc('milliseconds', now() - interval '30 minutes'), current_date, ${code}, 'call', 'received',
      jsonb_build_array(jsonb_build_object('status', 'received', 'at', now() - interval '30 minutes', 'actor', 'test')), ${grade}, ${stationId === undefined ? unit!.station_id : stationId},
      ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), ${cellOf(longitude, latitude)}::bigint) RETURNING id, number, station_id`.execute(db)
  return incident!
}

/** An officer of a unit's station, on board of it. */
export async function crewFor(test: TestApp, unit: { id: number, station_id: number }): Promise<Asker> {
  const officer = await test.as('community_officer', unit.station_id)
  const answer = await officer('/api/duty/board', { method: 'POST', payload: { unit_id: unit.id } })
  if (answer.statusCode !== 204) throw new Error(`boarding failed: ${answer.body}`)
  return officer
}

export const unitRow = async ({ database: { db } }: TestApp, id: number) =>
  (await sql<{ status: string, status_since: Date, incident_id: number | null }>`SELECT status, status_since, incident_id FROM unit WHERE id = ${id}`.execute(db)).rows[0]!
export const incidentRow = async ({ database: { db } }: TestApp, id: number) =>
  (await sql<{ status: string, timeline: { status: string, at: string, actor: string }[], version: number, resolved_code: string | null, result: string | null }>`SELECT status, timeline, version, resolved_code, result FROM incident WHERE id = ${id}`.execute(db)).rows[0]!
export const assignmentsOf = async ({ database: { db } }: TestApp, incidentId: number) =>
  (await sql<{ id: number, unit_id: number, accepted_at: Date | null, arrived_at: Date | null, ended: string | null, ended_at: Date | null, assigned_at: Date }>`SELECT * FROM assignment WHERE incident_id = ${incidentId} ORDER BY id`.execute(db)).rows
/** A sending that happened some minutes ago, as it would have been made then. */
export async function backdate({ database: { db } }: TestApp, incidentId: number, minutes: number): Promise<void> {
  await sql`UPDATE assignment SET assigned_at = assigned_at - make_interval(mins => ${minutes}) WHERE incident_id = ${incidentId}`.execute(db)
  await sql`UPDATE unit SET status_since = status_since - make_interval(mins => ${minutes}) WHERE incident_id = ${incidentId}`.execute(db)
  await sql`UPDATE unit_status_change SET at = at - make_interval(mins => ${minutes}) WHERE incident_id = ${incidentId}`.execute(db)
}
