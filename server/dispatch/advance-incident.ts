import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { announceIncident, type IncidentRow } from '../desk/incident-row.ts'
import { moveIncident, recordEvent, type Actor } from '../desk/move-incident.ts'
import { mayFollow, type IncidentStatus } from '../desk/statuses.ts'
import { Conflict } from '../errors.ts'
import { countUnits } from './assignments.ts'

/** What a unit did to its incident. */
export interface Step { at: Date, actor: Actor, unitId: number, detail?: Record<string, unknown> }

const course: readonly IncidentStatus[] = ['dispatched', 'enroute', 'on_scene', 'handled', 'closed']
/** How far an incident has come; received and returned ones have nobody on the way. */
const progress = (status: IncidentStatus): number => course.indexOf(status)

/**
 * An incident moves along with its units: the first that sets out, arrives or ends its work brings it into `to`.
 * What the incident has passed already (a second arrival, or a phone that had no signal) is an event at its own time;
 * where the incident went without that step, the step takes its place in the timeline afterwards. It never goes back.
 *
 * @param incident  locked
 */
export async function advanceIncident(transaction: Database, incident: IncidentRow, to: 'enroute' | 'on_scene' | 'handled', { at, actor, unitId, detail = {} }: Step): Promise<void> {
  if (incident.status !== 'transferred' && progress(incident.status) < progress(to) && mayFollow(incident.status, to)) {
    const moved = await moveIncident(transaction, { incidentId: incident.id, to, at, actor, unitId, detail })
    if (!moved.ok) throw new Conflict(moved.reason)
    return
  }
  const { rows: [known] } = await sql<{ had: boolean }>`SELECT timeline @> ${JSON.stringify([{ status: to }])}::jsonb AS had FROM incident WHERE id = ${incident.id}`.execute(transaction)
  if (known!.had || progress(incident.status) < progress(to)) {
    await recordEvent(transaction, incident, { kind: 'unit', at, actor, unitId, to, detail })
    await announceIncident(transaction, incident.id, 'status')
    return
  }
  await recordEvent(transaction, incident, { kind: 'status', at, actor, unitId, to, detail: { ...detail, late: true } })
  // Among those before the last, which says since when the incident has been what it is.
  await sql`
    UPDATE incident SET version = version + 1, updated_at = now(), timeline = (
      SELECT jsonb_agg(step ORDER BY earlier DESC, step->>'at') FROM (
        SELECT t.step, t.place < jsonb_array_length(timeline) AS earlier FROM jsonb_array_elements(timeline) WITH ORDINALITY t(step, place)
        UNION ALL SELECT jsonb_build_object('status', ${to}::text, 'at', ${at.toISOString()}::text, 'actor', ${actor.name}::text), true) steps)
    WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  await announceIncident(transaction, incident.id, 'status')
}

/** After a unit left: an incident that nobody is on or on the way to any more waits for a unit again. */
export async function settleIncident(transaction: Database, incident: IncidentRow, { at, actor, unitId }: Step): Promise<IncidentStatus> {
  const waits = (incident.status === 'dispatched' || incident.status === 'enroute') && await countUnits(transaction, incident.id) === 0
  if (!waits) {
    await announceIncident(transaction, incident.id, 'assigned')
    return incident.status
  }
  const moved = await moveIncident(transaction, { incidentId: incident.id, to: 'received', at, actor, unitId, detail: { nobody_left: true } })
  if (!moved.ok) throw new Conflict(moved.reason)
  return 'received'
}
