import { sql } from 'kysely'
import { isWhere } from '../rules/where.ts'
import { minutesBetween, type Evaluator, type Held } from './evaluator.ts'

/** A unit on duty, in a status that has minutes. */
export interface TimedUnit {
  id: number
  callsign: string
  status: string
  status_since: Date
  warn_minutes: number | null
  alert_minutes: number | null
  station_id: number | null
  incident_id: number | null
  longitude: number | null
  latitude: number | null
}

/** A unit that is too long in its status: a warning first, then an alert. Minutes are the dictionary's; the rule's threshold replaces those of the alert. */
export const unitTimer: Evaluator<TimedUnit[]> = {
  async read({ db, now }, rules) {
    const thresholds = rules.map(({ threshold }) => threshold).filter(each => each !== null)
    const least = thresholds.length ? Math.min(...thresholds) : null
    const { rows } = await sql<TimedUnit>`
      SELECT u.id, u.callsign, u.status, u.status_since, s.warn_minutes, s.alert_minutes, u.station_id, u.incident_id, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude
      FROM unit u JOIN unit_status s ON s.code = u.status AND s.meaning NOT IN ('off_duty', 'available') LEFT JOIN unit_position p ON p.unit_id = u.id
      WHERE u.status_since <= ${now}::timestamptz - make_interval(mins => least(s.warn_minutes, s.alert_minutes, ${least}::integer))`.execute(db)
    return rows
  },
  hold: (rule, units, { now, under }) => units.flatMap((unit): Held[] => {
    const minutes = minutesBetween(unit.status_since, now)
    const alertAt = rule.threshold ?? unit.alert_minutes, warnAt = unit.warn_minutes
    const level = alertAt !== null && minutes >= alertAt ? 'alert' : warnAt !== null && minutes >= warnAt && (alertAt === null || warnAt < alertAt) ? 'warn' : null
    if (!level || !isWhere(rule, unit, under)) return []
    const { id, callsign, status, status_since, station_id, incident_id, longitude, latitude } = unit
    // A new status, or the next level, is another thing to acknowledge.
    return [{
      subject: `unit/${id}/${level}/${status_since.getTime()}`, level, station_id, incident_id, unit_id: id, longitude, latitude,
      data: { callsign, status, minutes: Math.floor(minutes), since: status_since.toISOString() },
    }]
  }),
}
