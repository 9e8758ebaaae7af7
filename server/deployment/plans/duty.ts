import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../database.ts'
import type { Stand } from '../figures/stands.ts'
import type { DutyPost } from './schemas.ts'

/** Duty that meets a condition on `duty_post d` and `deployment_plan p`, of plans that hold (or held until they were withdrawn). `kind`: of its site, as the plan has it. */
export async function readDuty(db: Database, condition: RawBuilder<unknown>): Promise<(DutyPost & { kind: Stand['kind'] })[]> {
  const { rows } = await sql<Omit<DutyPost, 'from' | 'to'> & { from: Date, to: Date, kind: Stand['kind'] }>`
    SELECT d.id::integer, d.plan_id, p.name AS plan, d.day::text, d.shift, p.force, d.site, d.name, d.unit_id::integer, u.callsign, d.from_at AS "from", d.to_at AS "to", ST_X(d.geom) AS longitude, ST_Y(d.geom) AS latitude,
      (SELECT each->>'kind' FROM json_array_elements(p.sites) each WHERE each->>'id' = d.site) AS kind
    FROM duty_post d JOIN deployment_plan p ON p.id = d.plan_id LEFT JOIN unit u ON u.id = d.unit_id WHERE ${condition} ORDER BY d.from_at, d.id LIMIT 5000`.execute(db)
  return rows.map(row => ({ ...row, from: row.from.toISOString(), to: row.to.toISOString() }))
}
