import { sql } from 'kysely'
import { audit } from '../access/audit.ts'
import { requireOwnStation } from '../access/powers.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { Area } from '../analysis/selected-place.ts'
import type { Database } from '../database.ts'
import { Conflict, NotFound } from '../errors.ts'
import { transact } from '../transact.ts'
import type { Middle } from './check.ts'
import type { Evidence, Judgement } from './evidence.ts'
import { readZones, type Taker, type Zone } from './zone.ts'

/** Everything that a version says, checked. */
export interface NewVersion {
  name: string
  reason: string
  shifts: readonly string[]
  from: Date
  to: Date
  geometry: Area
  middle: Middle
  evidence: Evidence | null
  judgement: Judgement | null
}

/** A zone as it is locked for writing. */
export interface LockedZone { id: number, name: string, version: number, station_id: number | null, withdrawn_at: Date | null, valid_to: Date }

export interface Author { id: number | null, name: string }
export const authorOf = ({ account }: SignedIn): Author => ({ id: account.id, name: account.display_name })

/** Write a zone and its first version. Of a transaction. @returns its id */
export async function insertZone(transaction: Database, said: NewVersion, author: Author, at: Date): Promise<number> {
  const { id } = await transaction.insertInto('zone').values({ ...columnsOf(said, author, at), version: 1, created_at: at }).returning('id').executeTakeFirstOrThrow() as { id: number }
  await insertVersion(transaction, id, 1, said, author, at)
  return id
}

/** Write the next version of a locked zone. @returns its number */
export async function insertNextVersion(transaction: Database, zone: LockedZone, said: NewVersion, author: Author, at: Date): Promise<number> {
  const version = zone.version + 1
  await insertVersion(transaction, zone.id, version, said, author, at)
  await transaction.updateTable('zone').set({ ...columnsOf(said, author, at), version }).where('id', '=', zone.id).execute()
  return version
}

/** Record that a zone is given to those who act on it. Once for each version and taker. @throws {Conflict} */
export async function insertHandOver(transaction: Database, zone: LockedZone, to: Taker, note: string | null, author: Author, at: Date): Promise<void> {
  if (zone.valid_to <= at) throw new Conflict({ zh: `“${zone.name}”已到期，请先续期（新版本）再移交`, en: `"${zone.name}" has expired: renew it by a new version before it is handed over` })
  const { rows } = await sql`
    INSERT INTO zone_hand_over (zone_id, version, taker, note, account_id, actor, at) VALUES (${zone.id}, ${zone.version}, ${to}, ${note}, ${author.id}, ${author.name}, ${at})
    ON CONFLICT (zone_id, version, taker) DO NOTHING RETURNING id`.execute(transaction)
  if (rows.length === 0) throw new Conflict({ zh: `“${zone.name}”第 ${zone.version} 版已移交过`, en: `version ${zone.version} of "${zone.name}" was handed over already` })
  await sql`UPDATE zone SET updated_at = ${at} WHERE id = ${zone.id}`.execute(transaction)
}

/** A zone that no longer holds, whatever its dates say. It stays readable. */
export async function withdrawZone(transaction: Database, zone: LockedZone, reason: string, author: Author, at: Date): Promise<void> {
  await sql`UPDATE zone SET withdrawn_at = ${at}, withdrawn_by = ${author.name}, withdrawn_reason = ${reason}, state = 'withdrawn', updated_at = ${at} WHERE id = ${zone.id}`.execute(transaction)
}

/**
 * Change a zone of the caller's stations, in one transaction with its audit entry.
 *
 * @throws {NotFound | Forbidden} where it isn't there, or another station's
 * @throws {Conflict} where it was withdrawn
 */
export async function changeZone(db: Database, signedIn: SignedIn, id: number, action: string, detail: Record<string, unknown>, work: (transaction: Database, zone: LockedZone) => Promise<void>): Promise<Zone> {
  return transact(db, async transaction => {
    const zone = await lockZone(transaction, id)
    requireOwnStation(signedIn, zone.station_id, `zone ${id}`)
    if (zone.withdrawn_at) throw new Conflict({ zh: `“${zone.name}”已撤销，不能再改；请另划新区域`, en: `"${zone.name}" was withdrawn and can't be changed; draw a new zone` })
    await work(transaction, zone)
    await audit(transaction, { accountId: signedIn.account.id, action, subject: `zones/${id}`, detail })
    return (await readZones(transaction, sql`z.id = ${id}`))[0]!
  })
}

/** @throws {Conflict} where somebody wrote a version since the caller read it */
export function refuseStale(zone: LockedZone, seen: number): void {
  if (zone.version !== seen) throw new Conflict({
    zh: `“${zone.name}”已有新的版本（您看到的是第 ${seen} 版，现为第 ${zone.version} 版），请重新读取`,
    en: `"${zone.name}" was changed since you read it (you saw version ${seen}, it is at ${zone.version}): read it again`,
  })
}

async function lockZone(transaction: Database, id: number): Promise<LockedZone> {
  const { rows: [zone] } = await sql<LockedZone>`SELECT id, name, version, station_id, withdrawn_at, valid_to FROM zone WHERE id = ${id} FOR UPDATE`.execute(transaction)
  if (!zone) throw new NotFound('zone', id)
  return zone
}

const shape = (geometry: Area) => sql`ST_Multi(ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326)))`

const columnsOf = ({ name, reason, shifts, from, to, geometry, middle }: NewVersion, author: Author, at: Date) => ({
  name, reason, shifts, valid_from: from, valid_to: to, author_id: author.id, author: author.name, geom: shape(geometry),
  cell: sql`${middle.cell}::bigint`, station_id: middle.stationId, state: sql`zone_state(${from}::timestamptz, ${to}::timestamptz, NULL, ${at}::timestamptz)`, updated_at: at,
})

async function insertVersion(transaction: Database, zoneId: number, version: number, said: NewVersion, author: Author, at: Date): Promise<void> {
  const { name, reason, shifts, from, to, geometry, evidence, judgement } = said
  await transaction.insertInto('zone_version').values({
    zone_id: zoneId, version, name, reason, shifts, valid_from: from, valid_to: to, geom: shape(geometry), author_id: author.id, author: author.name, created_at: at,
    evidence: evidence && JSON.stringify(evidence), judgement: judgement && JSON.stringify(judgement),
  }).execute()
}
