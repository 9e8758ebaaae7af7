import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { Conflict } from '../errors.ts'
import { readText } from './free-text.ts'
import { freeUnits } from './free-units.ts'
import { announceIncident, type IncidentRow } from './incident-row.ts'
import { moveIncident, recordEvent, type Actor } from './move-incident.ts'
import { mayFollow } from './statuses.ts'
import { findType } from './types.ts'
import { bumpVersion, must } from './write.ts'

export interface Result {
  resolved_code: string
  result: string
  close?: boolean | undefined
  request_key?: string | undefined
}

/**
 * Write down what an incident proved to be and what came of it, in the caller's transaction. An open one is then
 * handled; `close` closes it. Either lets its units go.
 *
 * @returns the new version
 * @throws {Conflict} where it is with another department or merged into another incident
 */
export async function setResult(transaction: Database, incident: IncidentRow, { resolved_code, result, close, request_key }: Result, actor: Actor): Promise<number> {
  if (incident.merged_into_id !== null) throw new Conflict(`${incident.number} was merged into another incident; the result belongs there`)
  if (incident.status === 'transferred') throw new Conflict(`${incident.number} is with another department: its answer is the result`)
  const type = await findType(transaction, resolved_code, '/body/resolved_code')
  const text = readText(result, '/body/result')
  const at = new Date()
  await sql`UPDATE incident SET resolved_code = ${type.code}, result = ${text} WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  await recordEvent(transaction, incident, { kind: 'result', at, actor, requestKey: request_key ?? null, detail: { resolved_code: type.code, before: incident.resolved_code } })
  let version = await bumpVersion(transaction, incident)
  await announceIncident(transaction, incident.id, 'result')
  let status = incident.status
  const ahead = close && status !== 'closed' ? mayFollow(status, 'closed') ? ['closed'] as const : ['handled', 'closed'] as const : mayFollow(status, 'handled') && status !== 'closed' ? ['handled'] as const : []
  for (const to of ahead) {
    const moved = must(await moveIncident(transaction, { incidentId: incident.id, to, at, actor }))
    version = moved.incident.version
    status = to
  }
  if (ahead.length) await freeUnits(transaction, { incidentId: incident.id, at, actor, ended: 'done' })
  return version
}
