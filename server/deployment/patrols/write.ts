import { sql } from 'kysely'
import { audit } from '../../access/audit.ts'
import type { SignedIn } from '../../access/sessions.ts'
import type { Database } from '../../database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { transact } from '../../transact.ts'
import { refuseClashes } from './clashes.ts'
import { readPatrols, type KeptPatrol } from './read.ts'
import type { Patrol, PatrolAsk } from './schemas.ts'

/** Keep a patrol as a draft, with the question that it answers. */
export function keepPatrol(db: Database, { account }: SignedIn, patrol: Patrol, asked: PatrolAsk): Promise<KeptPatrol> {
  return transact(db, async transaction => {
    const json = (value: unknown) => JSON.stringify(value)
    const { rows: [row] } = await sql<{ id: number }>`
      INSERT INTO patrol_plan (name, day, shift, from_at, to_at, seed, asked, settings, stops, tours, unserved, notes, author_id, author)
      VALUES (${patrol.name}, ${patrol.day}, ${patrol.shift}, ${patrol.from}, ${patrol.to}, ${patrol.seed}, ${json(asked)}, ${json(patrol.settings)}, ${json(patrol.stops)}, ${json(patrol.tours)}, ${json(patrol.unserved)},
        ${json(patrol.notes)}, ${account.id}, ${account.display_name}) RETURNING id`.execute(transaction)
    await sql`INSERT INTO patrol_tour (patrol_id, unit_id, day, from_at, to_at)
      SELECT ${row!.id}::integer, unit_id, ${patrol.day}::date, ${patrol.from}::timestamptz, ${patrol.to}::timestamptz FROM unnest(${patrol.tours.map(tour => tour.unit_id)}::bigint[]) AS unit_id`.execute(transaction)
    return told(transaction, row!.id, account.id, 'patrol made', { name: patrol.name, day: patrol.day, shift: patrol.shift, seed: patrol.seed })
  })
}

/**
 * Make a draft what its units do in that shift; zones that were handed over to be patrolled and have stops in it are taken up.
 *
 * @throws {Conflict} where it is no draft, its shift is over, or a unit is on another tour or at a post then
 */
export function publishPatrol(db: Database, { account }: SignedIn, id: number): Promise<KeptPatrol> {
  return transact(db, async transaction => {
    const patrol = await lockPatrol(transaction, id)
    if (patrol.status !== 'draft') throw new Conflict({ zh: `“${patrol.name}”不是草稿，不能发布`, en: `"${patrol.name}" is no draft: it can't be published` })
    if (Date.parse(patrol.to) <= Date.now()) throw new Conflict({ zh: `“${patrol.name}”的班次已结束，不能发布`, en: `the shift of "${patrol.name}" is over: it can't be published` })
    // The lock that publishing a plan takes too: a tour and a post that collide mustn't both find nothing.
    await sql`LOCK TABLE duty_post IN SHARE ROW EXCLUSIVE MODE`.execute(transaction)
    await refuseClashes(transaction, patrol.tours.map(tour => tour.unit_id), { from: new Date(patrol.from), to: new Date(patrol.to) })
    await sql`UPDATE patrol_plan SET status = 'published', published_at = now(), published_by = ${account.display_name} WHERE id = ${id}`.execute(transaction)
    await takeUpZones(transaction, patrol.stops.flatMap(({ zone_id: zone }) => zone ?? []))
    return told(transaction, id, account.id, 'patrol published', { day: patrol.day, shift: patrol.shift })
  })
}

/** End a patrol before its time; what was driven until now stays checkable. @throws {Conflict} where it was withdrawn before */
export function withdrawPatrol(db: Database, { account }: SignedIn, id: number, reason: string): Promise<KeptPatrol> {
  return transact(db, async transaction => {
    const patrol = await lockPatrol(transaction, id)
    if (patrol.status === 'withdrawn') throw new Conflict({ zh: `“${patrol.name}”已撤回过`, en: `"${patrol.name}" was withdrawn already` })
    await sql`UPDATE patrol_plan SET status = 'withdrawn', withdrawn_at = now(), withdrawn_by = ${account.display_name}, withdrawn_reason = ${reason} WHERE id = ${id}`.execute(transaction)
    return told(transaction, id, account.id, 'patrol withdrawn', { reason })
  })
}

/** What was handed over to be patrolled is now. */
async function takeUpZones(transaction: Database, ids: readonly number[]): Promise<void> {
  const { rows } = await sql<{ id: number }>`UPDATE zone_hand_over SET state = 'taken' WHERE taker = 'patrol' AND state = 'waiting' AND zone_id = ANY(${[...ids]}::integer[]) RETURNING zone_id AS id`.execute(transaction)
  if (rows.length > 0) await sql`UPDATE zone SET updated_at = now() WHERE id = ANY(${rows.map(({ id }) => id)}::integer[])`.execute(transaction)
}

async function lockPatrol(transaction: Database, id: number): Promise<KeptPatrol> {
  const { rows } = await sql`SELECT id FROM patrol_plan WHERE id = ${id} FOR UPDATE`.execute(transaction)
  if (rows.length === 0) throw new NotFound('patrol', id)
  return (await readPatrols(transaction, sql`p.id = ${id}`))[0]!
}

/** The end of each change: open maps and phones hear of it, the audit log has it. */
async function told(transaction: Database, id: number, accountId: number, action: string, detail: Record<string, unknown>): Promise<KeptPatrol> {
  const patrol = (await readPatrols(transaction, sql`p.id = ${id}`))[0]!
  await sql`SELECT announce_live('patrols', NULL, json_build_object('patrol_id', ${id}::integer, 'status', ${patrol.status}::text))`.execute(transaction)
  await audit(transaction, { accountId, action, subject: `patrol_plan/${id}`, detail })
  return patrol
}
