import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { NotFound } from '../errors.ts'
import type { Meaning } from './change-status.ts'
import { timerOf, type Timer } from './timers.ts'

/** A unit as its record stands in the database. */
export interface UnitRecord {
  id: number
  callsign: string
  kind: string
  capabilities: string[]
  status: string
  meaning: Meaning
  status_since: Date
  station_id: number | null
  shift_from: Date | null
  shift_to: Date | null
  crew: number
  incident_id: number | null
  warn_minutes: number | null
  alert_minutes: number | null
}

/** @throws {NotFound} */
export async function readUnit(db: Database, id: number): Promise<UnitRecord> {
  const { rows: [unit] } = await sql<UnitRecord>`
    SELECT u.id, u.callsign, u.kind, u.capabilities, u.status, s.meaning, u.status_since, u.station_id, u.shift_from, u.shift_to, u.crew, u.incident_id, s.warn_minutes, s.alert_minutes
    FROM unit u JOIN unit_status s ON s.code = u.status WHERE u.id = ${id}`.execute(db)
  if (!unit) throw new NotFound('unit', id)
  return unit
}

export interface LogEntry { id: number, from_status: string | null, to_status: string, at: Date, recorded_at: Date, actor: string, incident_id: number | null, reason: string | null }

/** The last changes of a unit's status, newest first by their own time. */
export async function readLog(db: Database, unitId: number, limit = 50): Promise<LogEntry[]> {
  const { rows } = await sql<LogEntry>`
    SELECT id, from_status, to_status, at, recorded_at, actor, incident_id, reason FROM unit_status_change WHERE unit_id = ${unitId} ORDER BY at DESC, id DESC LIMIT ${limit}`.execute(db)
  return rows
}

export interface LastFix { longitude: number, latitude: number, at: Date, heading: number | null, speed_kmh: number | null }

/** Where it was last; null for a unit off duty, whatever is stored. */
export async function readFix(db: Database, { id, meaning }: UnitRecord): Promise<LastFix | null> {
  if (meaning === 'off_duty') return null
  const { rows: [fix] } = await sql<LastFix>`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude, at, heading_degrees AS heading, speed_kmh FROM unit_position WHERE unit_id = ${id}`.execute(db)
  return fix ?? null
}

export const timerOfUnit = ({ status_since, warn_minutes, alert_minutes }: UnitRecord, now: number): Timer =>
  timerOf(status_since.getTime(), { warn: warn_minutes, alert: alert_minutes }, now)
