import { sql } from 'kysely'
import { isWhere } from '../rules/where.ts'
import { hasType } from './open-incidents.ts'
import { minutesBetween, type Evaluator } from './evaluator.ts'

/** A hand-over that another department hasn't ended and whose time is up. */
export interface OverdueHandover {
  id: number
  incident_id: number
  number: string
  code: string
  department: string
  department_en: string
  state: string
  due_at: Date
  station_id: number | null
  longitude: number | null
  latitude: number | null
}

/** Overdue by the threshold's minutes, or at once where the rule doesn't say. */
export const handover: Evaluator<OverdueHandover[]> = {
  async read({ db, now }) {
    const { rows } = await sql<OverdueHandover>`
      SELECT h.id, h.incident_id, i.number, i.code, d.name AS department, d.name_en AS department_en, h.state, h.due_at, i.station_id, ST_X(i.geom) AS longitude, ST_Y(i.geom) AS latitude
      FROM handover h JOIN department d ON d.id = h.department_id JOIN incident i ON i.id = h.incident_id AND i.received_at = h.received_at
      WHERE h.ended_at IS NULL AND h.due_at <= ${now}`.execute(db)
    return rows
  },
  hold: (rule, handovers, { now, under }) => handovers
    .filter(each => minutesBetween(each.due_at, now) >= (rule.threshold ?? 0) && hasType(rule.type_prefixes, each.code) && isWhere(rule, each, under))
    .map(({ id, incident_id, number, department, department_en, state, due_at, station_id, longitude, latitude }) => ({
      subject: `handover/${id}`, level: 'alert', station_id, incident_id, unit_id: null, longitude, latitude,
      data: { number, department, department_en, state, due_at: due_at.toISOString() },
    })),
}
