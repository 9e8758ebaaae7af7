import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import type { UnitNow } from '../../positions/units.ts'
import type { Facts } from './judge.ts'

/** Where units are sent now, and which ended a job within the rest time. */
export async function readFacts(db: Database, units: Iterable<UnitNow>, restMinutes: number, now: number): Promise<Facts> {
  const since = now - restMinutes * 60_000
  // Whoever has been available for longer has rested.
  const recent = [...units].filter(({ meaning, statusSince }) => meaning === 'available' && statusSince >= since).map(({ id }) => id)
  const [tasks, ended] = await Promise.all([
    sql<{ unit_id: number, incident_id: number, number: string, grade: number, arrived: boolean }>`
      SELECT a.unit_id, a.incident_id, i.number, i.grade, a.arrived_at IS NOT NULL AS arrived
      FROM assignment a JOIN incident i ON i.id = a.incident_id AND i.received_at = a.received_at WHERE a.ended_at IS NULL`.execute(db),
    sql<{ unit_id: number, at: Date }>`
      SELECT c.unit_id, max(c.at) AS at FROM unit_status_change c
      JOIN unit_status f ON f.code = c.from_status AND f.meaning = 'on_scene' JOIN unit_status t ON t.code = c.to_status AND t.meaning <> 'on_scene'
      WHERE c.unit_id = ANY(${recent}::bigint[]) AND c.at >= ${new Date(since)} GROUP BY 1`.execute(db),
  ])
  return {
    tasks: new Map(tasks.rows.map(({ unit_id, incident_id, number, grade, arrived }) => [unit_id, { incidentId: incident_id, number, grade, arrived }])),
    jobEnded: new Map(ended.rows.map(({ unit_id, at }) => [unit_id, at.getTime()])),
  }
}

/** Since when units have been available, patrolling and waiting taken together, epoch ms; units that the log doesn't know are left out. */
export async function readAvailableSince(db: Database, unitIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ unit_id: number, at: Date }>`
    SELECT c.unit_id, max(c.at) AS at FROM unit_status_change c
    JOIN unit_status f ON f.code = c.from_status AND f.meaning <> 'available' JOIN unit_status t ON t.code = c.to_status AND t.meaning = 'available'
    WHERE c.unit_id = ANY(${[...unitIds]}::bigint[]) GROUP BY 1`.execute(db)
  return new Map(rows.map(({ unit_id, at }) => [unit_id, at.getTime()]))
}
