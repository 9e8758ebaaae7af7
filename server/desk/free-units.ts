import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { changeStatus } from '../dispatch/change-status.ts'
import type { Actor } from './move-incident.ts'

/**
 * End every open assignment of an incident and make its units available, in the caller's transaction.
 *
 * @param ended  `done` when it is over, `stood_down` when they are no longer needed
 * @returns the units' ids
 */
export async function freeUnits(transaction: Database, { incidentId, at, actor, ended, reason = null }:
  { incidentId: number, at: Date, actor: Actor, ended: 'done' | 'stood_down', reason?: string | null }): Promise<number[]> {
  await sql`
    UPDATE assignment SET ended_at = greatest(${at}::timestamptz, assigned_at), ended = ${ended}, reason = coalesce(${reason}::text, reason)
    WHERE incident_id = ${incidentId} AND ended_at IS NULL`.execute(transaction)
  const { rows: units } = await sql<{ id: number, status_since: Date }>`
    SELECT u.id, u.status_since FROM unit u JOIN unit_status s ON s.code = u.status AND s.meaning IN ('enroute', 'on_scene')
    WHERE u.incident_id = ${incidentId} ORDER BY u.id FOR UPDATE OF u`.execute(transaction)
  if (units.length === 0) return []
  const { rows: [free] } = await sql<{ code: string }>`SELECT code FROM unit_status WHERE meaning = 'available' ORDER BY sort LIMIT 1`.execute(transaction)
  for (const { id, status_since } of units) {
    // Its own clock may run ahead of ours; freeing it comes after what it reported, or it would count as late.
    await changeStatus(transaction, { unitId: id, to: free!.code, at: at < status_since ? status_since : at, actor, incidentId: null, reason })
  }
  return units.map(({ id }) => id)
}
