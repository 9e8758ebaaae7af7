import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import { Conflict } from '../../errors.ts'

/**
 * Refuse units that are wanted elsewhere in a span: on a published tour, or at a post of a published plan.
 *
 * @throws {Conflict} naming the unit, and the plan that it belongs to then
 */
export async function refuseClashes(db: Database, unitIds: readonly number[], { from, to }: { from: Date, to: Date }): Promise<void> {
  const { rows: [clash] } = await sql<{ callsign: string, name: string, tour: boolean }>`
    SELECT coalesce(u.callsign, found.unit_id::text) AS callsign, found.name, found.tour FROM (
      SELECT t.unit_id, p.name, true AS tour FROM patrol_tour t JOIN patrol_plan p ON p.id = t.patrol_id
      WHERE p.status = 'published' AND t.unit_id = ANY(${[...unitIds]}::bigint[]) AND t.from_at < ${to} AND t.to_at > ${from}
      UNION ALL
      SELECT d.unit_id, p.name, false FROM duty_post d JOIN deployment_plan p ON p.id = d.plan_id
      WHERE p.status = 'published' AND d.unit_id = ANY(${[...unitIds]}::bigint[]) AND d.from_at < ${to} AND d.to_at > ${from}) found
    LEFT JOIN unit u ON u.id = found.unit_id ORDER BY found.unit_id LIMIT 1`.execute(db)
  if (!clash) return
  const { callsign, name, tour } = clash
  throw new Conflict(tour
    ? { zh: `${callsign} 同一时段已在巡逻方案“${name}”中：请换一个巡组，或先撤回该方案`, en: `${callsign} is on tour in "${name}" at the same time: name another unit, or withdraw that patrol first` }
    : { zh: `${callsign} 同一时段已在“${name}”中值守：请换一个巡组，或先撤回该方案`, en: `${callsign} is on duty in "${name}" at the same time: name another unit, or withdraw that plan first` })
}
