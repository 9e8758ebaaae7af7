import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { BadInput, Conflict } from '../errors.ts'
import { freeUnits } from './free-units.ts'
import type { IncidentRow } from './incident-row.ts'
import { moveIncident, type Actor } from './move-incident.ts'
import type { IncidentStatus } from './statuses.ts'
import { must } from './write.ts'

/** After these nobody of ours is needed there. */
const frees: readonly IncidentStatus[] = ['handled', 'closed', 'transferred']

export interface StatusWish { to: IncidentStatus, at?: string | undefined, request_key?: string | undefined }

/**
 * Set an incident's status from the desk. One that nobody is needed at any more lets its units go.
 *
 * @returns the new version
 * @throws {Conflict} where it may not follow, or where another way leads there
 */
export async function setStatus(transaction: Database, incident: IncidentRow, { to, at, request_key }: StatusWish, actor: Actor): Promise<number> {
  if (to === 'transferred') throw new Conflict('an incident goes to another department by a hand-over (POST /api/incidents/:id/handover)')
  if (to === 'returned') throw new Conflict('an incident comes back when its department returns it or the hand-over is withdrawn')
  const instant = readAt(at, incident.received_at)
  if (incident.status === 'transferred' && await hasOpenHandover(transaction, incident.id))
    throw new Conflict(`${incident.number} is with another department: withdraw the hand-over, or record its answer`)
  if (to === 'closed' && incident.resolved_code === null) throw new Conflict('say what it proved to be (its resolved type) before it is closed')
  const moved = must(await moveIncident(transaction, { incidentId: incident.id, to, at: instant, actor, requestKey: request_key ?? null }))
  if (!moved.repeated && frees.includes(to)) await freeUnits(transaction, { incidentId: incident.id, at: instant, actor, ended: 'done' })
  return moved.incident.version
}

async function hasOpenHandover(transaction: Database, incidentId: number): Promise<boolean> {
  return (await sql`SELECT FROM handover WHERE incident_id = ${incidentId} AND ended_at IS NULL`.execute(transaction)).rows.length > 0
}

function readAt(text: string | undefined, receivedAt: Date): Date {
  if (text === undefined) return new Date()
  const at = new Date(text)
  if (at.getTime() > Date.now() + 60_000) throw new BadInput({ pointer: '/body/at', value: text, detail: 'must not be in the future' })
  if (at < receivedAt) throw new BadInput({ pointer: '/body/at', value: text, detail: `must not be before the call was taken (${receivedAt.toISOString()})` })
  return at
}
