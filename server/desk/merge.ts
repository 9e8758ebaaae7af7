import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { Conflict } from '../errors.ts'
import { announceIncident, type IncidentRow } from './incident-row.ts'
import { recordEvent, type Actor } from './move-incident.ts'
import { openStatuses } from './statuses.ts'
import { bumpVersion } from './write.ts'

/**
 * A second call about the same thing becomes part of the first. It keeps its number and its words, leaves the list, and
 * ends when the other one does.
 *
 * @returns the new version of the merged call
 * @throws {Conflict} with the reason
 */
export async function mergeIncident(transaction: Database, incident: IncidentRow, into: IncidentRow, actor: Actor): Promise<number> {
  if (incident.id === into.id) throw new Conflict(`${incident.number} can't be merged into itself`)
  if (incident.merged_into_id !== null) throw new Conflict(`${incident.number} was merged already: unmerge it first`)
  if (into.merged_into_id !== null) throw new Conflict(`${into.number} was itself merged into another incident: merge into that one`)
  for (const one of [incident, into]) if (!openStatuses.includes(one.status)) throw new Conflict(`${one.number} is ${one.status}: only open incidents can be merged`)
  const { rows: [own] } = await sql<{ number: string }>`SELECT number FROM incident WHERE merged_into_id = ${incident.id} LIMIT 1`.execute(transaction)
  if (own) throw new Conflict(`${own.number} was merged into ${incident.number}: merge the other way round`)
  const { rows: units } = await sql<{ callsign: string }>`
    SELECT u.callsign FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.incident_id = ${incident.id} AND a.ended_at IS NULL ORDER BY u.callsign`.execute(transaction)
  if (units.length) throw new Conflict(`${units.map(({ callsign }) => callsign).join('、')} is on ${incident.number}: merge the other way round, or stand it down first`)
  const at = new Date()
  await sql`UPDATE incident SET merged_into_id = ${into.id} WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  const version = await bumpVersion(transaction, incident)
  await bumpVersion(transaction, into)
  await recordEvent(transaction, incident, { kind: 'merged', at, actor, detail: { into_id: into.id, number: into.number } })
  await recordEvent(transaction, into, { kind: 'merged', at, actor, detail: { merged_id: incident.id, number: incident.number } })
  for (const { id } of [incident, into]) await announceIncident(transaction, id, 'merged')
  return version
}

/**
 * Make a merged call an incident of its own again.
 *
 * @returns the new version
 * @throws {Conflict} where it isn't merged
 */
export async function unmergeIncident(transaction: Database, incident: IncidentRow, into: IncidentRow, actor: Actor): Promise<number> {
  if (incident.merged_into_id !== into.id) throw new Conflict(`${incident.number} is not merged into ${into.number}`)
  const at = new Date()
  await sql`UPDATE incident SET merged_into_id = NULL WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  const version = await bumpVersion(transaction, incident)
  await bumpVersion(transaction, into)
  const undone = await recordEvent(transaction, incident, { kind: 'unmerged', at, actor, detail: { from_id: into.id, number: into.number } })
  await recordEvent(transaction, into, { kind: 'unmerged', at, actor, detail: { merged_id: incident.id, number: incident.number } })
  await sql`
    UPDATE incident_event SET undone_by = ${undone} WHERE kind = 'merged' AND undone_by IS NULL
      AND (incident_id = ${incident.id} AND detail ->> 'into_id' = ${String(into.id)} OR incident_id = ${into.id} AND detail ->> 'merged_id' = ${String(incident.id)})`.execute(transaction)
  for (const { id } of [incident, into]) await announceIncident(transaction, id, 'merged')
  return version
}

