import { sql } from 'kysely'
import { isWhere } from '../rules/where.ts'
import { minutesBetween, type Evaluator } from './evaluator.ts'

/** A unit on duty whose last fix is old, or that has none since it came on duty. */
export interface SilentUnit { id: number, callsign: string, status: string, heard_at: Date, station_id: number | null, longitude: number | null, latitude: number | null }

const usually = 30

/** A unit on duty that hasn't said where it is for longer than the threshold's minutes (30 where the rule doesn't say). */
export const staleUnit: Evaluator<SilentUnit[]> = {
  async read({ db, now }, rules) {
    const { rows } = await sql<SilentUnit>`
      SELECT u.id, u.callsign, u.status, coalesce(p.at, u.status_since) AS heard_at, u.station_id, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude
      FROM unit u JOIN unit_status s ON s.code = u.status AND s.meaning <> 'off_duty' LEFT JOIN unit_position p ON p.unit_id = u.id
      WHERE coalesce(p.at, u.status_since) <= ${now}::timestamptz - make_interval(mins => ${Math.min(...rules.map(({ threshold }) => threshold ?? usually))})`.execute(db)
    return rows
  },
  hold: (rule, units, { now, under }) => units
    .filter(unit => minutesBetween(unit.heard_at, now) >= (rule.threshold ?? usually) && isWhere(rule, unit, under))
    .map(({ id, callsign, status, heard_at, station_id, longitude, latitude }) => ({
      subject: `unit/${id}`, level: 'alert', station_id, incident_id: null, unit_id: id, longitude, latitude,
      data: { callsign, status, minutes: Math.floor(minutesBetween(heard_at, now)) },
    })),
}
