import { sql } from 'kysely'
import { covers, type Role } from '../../layers/access.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { Database } from '../database.ts'
import { BadInput, Conflict, Forbidden, NotFound } from '../errors.ts'

/** Roles that stand for a person on duty; a wall, an analyst or an auditor has no unit. */
const boarding: readonly Role[] = ['community_officer', 'dispatcher', 'chief']

/** The unit that an account is on board of: what its phone acts for. */
export interface Crew { unitId: number, callsign: string, since: Date }

export async function crewOf(db: Database, accountId: number): Promise<Crew | undefined> {
  const { rows: [row] } = await sql<Crew>`
    SELECT c.unit_id AS "unitId", u.callsign, c.since FROM unit_crew c JOIN unit u ON u.id = c.unit_id WHERE c.account_id = ${accountId}`.execute(db)
  return row
}

/** @throws {Conflict} for an account that is on board of nothing */
export async function requireCrew(db: Database, accountId: number): Promise<Crew> {
  const crew = await crewOf(db, accountId)
  if (!crew) throw new Conflict('this account is on board of no unit; board one first')
  return crew
}

/**
 * An account boards a unit of its own stations; it leaves the one that it was on.
 *
 * @throws {NotFound} {Forbidden}
 */
export async function board(transaction: Database, { account, caller }: SignedIn, unitId: number): Promise<void> {
  const { station_id } = await stationOf(transaction, unitId)
  if (!caller.roles.some(role => boarding.includes(role))) throw new Forbidden(`units are boarded by ${boarding.map(role => role.replace('_', ' ')).join(', ')} accounts only`)
  if (!covers(caller.stations, station_id)) throw new Forbidden('the unit belongs to another station; its chief can put you on board')
  await bind(transaction, account.id, unitId)
}

export async function leave(transaction: Database, accountId: number): Promise<void> {
  await sql`DELETE FROM unit_crew WHERE account_id = ${accountId}`.execute(transaction)
}

/**
 * Say who is on board of a unit: these and nobody else.
 *
 * @throws {NotFound} for the unit
 * @throws {Forbidden} for all but administrators and chiefs of its station
 * @throws {BadInput} for accounts that don't exist, are disabled, or stand for nobody on duty
 */
export async function setCrew(transaction: Database, { caller }: SignedIn, unitId: number, accountIds: readonly number[]): Promise<void> {
  const { station_id } = await stationOf(transaction, unitId)
  const may = caller.roles.includes('administrator') || caller.roles.includes('chief') && covers(caller.stations, station_id)
  if (!may) throw new Forbidden('crews are set by the chief of the unit\'s station or an administrator only')
  const { rows } = await sql<{ id: number }>`SELECT id FROM account WHERE id = ANY(${[...accountIds]}::integer[]) AND NOT disabled AND roles && ${[...boarding]}::text[]`.execute(transaction)
  const wrong = accountIds.find(id => !rows.some(row => row.id === id))
  if (wrong !== undefined) throw new BadInput({ pointer: '/body/account_ids', value: wrong, detail: `must be enabled accounts of the roles ${boarding.join(', ')}` })
  await sql`DELETE FROM unit_crew WHERE unit_id = ${unitId} AND account_id <> ALL(${[...accountIds]}::integer[])`.execute(transaction)
  for (const id of accountIds) await bind(transaction, id, unitId)
}

async function bind(transaction: Database, accountId: number, unitId: number): Promise<void> {
  await sql`
    INSERT INTO unit_crew AS c (account_id, unit_id) VALUES (${accountId}, ${unitId})
    ON CONFLICT (account_id) DO UPDATE SET unit_id = excluded.unit_id, since = now() WHERE c.unit_id <> excluded.unit_id`.execute(transaction)
}

async function stationOf(transaction: Database, unitId: number): Promise<{ station_id: number | null }> {
  const { rows: [unit] } = await sql<{ station_id: number | null }>`SELECT station_id FROM unit WHERE id = ${unitId}`.execute(transaction)
  if (!unit) throw new NotFound('unit', unitId)
  return unit
}
