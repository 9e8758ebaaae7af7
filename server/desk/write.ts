import { sql } from 'kysely'
import { audit } from '../access/audit.ts'
import { requireOwnStation, requirePower } from '../access/powers.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { Database } from '../database.ts'
import { Conflict } from '../errors.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { lockIncident, type IncidentRow } from './incident-row.ts'
import type { Actor, Moved } from './move-incident.ts'

export const actorOf = ({ account }: SignedIn): Actor => ({ accountId: account.id, name: account.display_name })

/** What a change of an incident answers. */
export interface Written {
  version: number
  /** The same request was carried out before; nothing was done now. */
  repeated: boolean
}

export interface DeskWrite {
  incidentId: number
  /** What the audit log calls it. */
  action: string
  /** The version that the caller saw; another one is refused. */
  version?: number | undefined
  requestKey?: string | undefined
  /** Further facts for the audit log: what, never the restricted words themselves. */
  detail?: Record<string, unknown>
  /** Own deeds may be undone where the row has left one's stations by them; `work` must check that they are. */
  anyStation?: boolean
  /** @returns the new version */
  work(transaction: Database, incident: IncidentRow, actor: Actor): Promise<number>
}

/**
 * Change an incident: role, row lock, station, version, work and audit entry in one transaction.
 *
 * @throws {Forbidden} for other roles and other stations
 * @throws {NotFound}
 * @throws {Conflict} where the version is no longer the one that the caller saw
 */
export async function changeIncident({ db }: Services, signedIn: SignedIn, { incidentId, action, version, requestKey, detail, anyStation, work }: DeskWrite): Promise<Written> {
  requirePower(signedIn, 'take_calls')
  return transact(db, async transaction => {
    const incident = await lockIncident(transaction, incidentId)
    if (!anyStation) requireOwnStation(signedIn, incident.station_id, incident.number)
    if (requestKey && await heardBefore(transaction, requestKey, incident)) return { version: incident.version, repeated: true }
    if (version !== undefined && version !== incident.version)
      throw new Conflict(`${incident.number} was changed since you read it (you saw version ${version}, it is at ${incident.version}): read it again`)
    const next = await work(transaction, incident, actorOf(signedIn))
    await audit(transaction, { accountId: signedIn.account.id, action, subject: `incidents/${incidentId}`, ...(detail && { detail }) })
    return { version: next, repeated: false }
  })
}

/** @throws {Conflict} where the key belongs to a request about another incident */
async function heardBefore(transaction: Database, key: string, incident: IncidentRow): Promise<boolean> {
  const { rows: [known] } = await sql<{ incident_id: number }>`SELECT incident_id FROM incident_event WHERE request_key = ${key}`.execute(transaction)
  if (known && known.incident_id !== incident.id) throw new Conflict(`request_key ${key} was used before, for another incident`)
  return known !== undefined
}

/** Count a change that has no status of its own. @returns the new version */
export async function bumpVersion(transaction: Database, incident: IncidentRow): Promise<number> {
  await sql`UPDATE incident SET version = version + 1, updated_at = now() WHERE id = ${incident.id} AND received_at = ${incident.received_at}`.execute(transaction)
  return incident.version + 1
}

/** A move that must succeed. @throws {Conflict} with the reason */
export function must(moved: Moved): Extract<Moved, { ok: true }> {
  if (!moved.ok) throw new Conflict(moved.reason)
  return moved
}
