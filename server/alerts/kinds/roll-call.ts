import { sql } from 'kysely'
import { isWhere } from '../rules/where.ts'
import { minutesBetween, type Evaluator } from './evaluator.ts'

/** A roll-call that is due and that somebody hasn't answered. */
export interface UnansweredRollCall { id: number, station_id: number | null, due_at: Date, callsign: string, unit_id: number, n: number, called: number }

/** Units that didn't answer a roll-call by its due time, or by the threshold's minutes after it; one alert a roll-call. */
export const rollCall: Evaluator<UnansweredRollCall[]> = {
  async read({ db, now }) {
    const { rows } = await sql<UnansweredRollCall>`
      SELECT r.id, r.station_id, r.due_at, min(u.callsign) FILTER (WHERE a.answered_at IS NULL) AS callsign, min(u.id) FILTER (WHERE a.answered_at IS NULL) AS unit_id,
             count(*) FILTER (WHERE a.answered_at IS NULL)::integer AS n, count(*)::integer AS called
      FROM roll_call r JOIN roll_call_answer a ON a.roll_call_id = r.id JOIN unit u ON u.id = a.unit_id
      WHERE r.closed_at IS NULL AND r.due_at <= ${now}
      GROUP BY r.id HAVING count(*) FILTER (WHERE a.answered_at IS NULL) > 0`.execute(db)
    return rows
  },
  hold: (rule, calls, { now, under }) => calls
    .filter(call => minutesBetween(call.due_at, now) >= (rule.threshold ?? 0) && isWhere(rule, { station_id: call.station_id, longitude: null, latitude: null }, under))
    .map(({ id, station_id, callsign, unit_id, n, called }) => ({
      subject: `roll_call/${id}`, level: 'alert', station_id, incident_id: null, unit_id: n === 1 ? unit_id : null, longitude: null, latitude: null,
      data: { callsign, n, called },
    })),
}
