import { sql } from 'kysely'
import { minutesBetween, type Evaluator, type Held } from './evaluator.ts'

/** What couldn't be delivered to a department yet, oldest first. */
export interface StuckDeliveries { department_id: number, department: string, department_en: string, created: Date[] }

const usually = 15

/** Items that have been tried and not delivered for longer than the threshold's minutes (15 where the rule doesn't say), by department. */
export const outbox: Evaluator<StuckDeliveries[]> = {
  async read({ db }) {
    const { rows } = await sql<StuckDeliveries>`
      SELECT o.department_id, d.name AS department, d.name_en AS department_en, array_agg(o.created_at ORDER BY o.created_at) AS created
      FROM outbox o JOIN department d ON d.id = o.department_id
      WHERE o.delivered_at IS NULL AND o.attempts > 0 AND (o.next_attempt_at IS NOT NULL OR o.given_up_at > now() - interval '1 day')
      GROUP BY 1, 2, 3`.execute(db)
    return rows
  },
  hold: (rule, stuck, { now }) => stuck.flatMap(({ department_id, department, department_en, created }): Held[] => {
    const late = created.filter(at => minutesBetween(at, now) >= (rule.threshold ?? usually))
    if (late.length === 0) return []
    return [{
      subject: `department/${department_id}`, level: 'alert', station_id: null, incident_id: null, unit_id: null, longitude: null, latitude: null,
      data: { n: late.length, department, department_en, minutes: Math.floor(minutesBetween(late[0]!, now)) },
    }]
  }),
}
