import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { Role } from '../../layers/access.ts'
import type { Database } from '../database.ts'
import { hashPassword } from './passwords.ts'

export interface DemoAccount { name: string, password: string, role: Role, scope: string }

/** Where each demonstration account stands in the tree: the whole, its first branch, or the first branch's first station. */
const plan: Record<Role, { name: string, display: string, scope: 'bureau' | 'branch' | 'station' | null }> = {
  wall: { name: 'wall', display: '大屏', scope: 'bureau' },
  dispatcher: { name: 'dispatcher', display: '指挥调度员', scope: 'bureau' },
  analyst: { name: 'analyst', display: '研判员', scope: 'branch' },
  community_officer: { name: 'officer', display: '社区民警', scope: 'station' },
  chief: { name: 'chief', display: '所长', scope: 'station' },
  administrator: { name: 'admin', display: '管理员', scope: null },
  auditor: { name: 'auditor', display: '审计员', scope: null },
}

/**
 * Make one demonstration account a role with a random password, unless there is any account.
 *
 * @returns the accounts made, passwords in clear for this once; empty when there were accounts already
 */
export async function makeDemoAccounts(db: Database): Promise<DemoAccount[]> {
  const { rows: [existing] } = await sql`SELECT 1 FROM account LIMIT 1`.execute(db)
  if (existing) return []
  const accounts = await Promise.all(Object.entries(plan).map(async ([role, { name, display, scope }]) => {
    const { rows: [division] } = await sql<{ id: number, name: string }>`
      SELECT id, name FROM division WHERE kind = ${scope} ORDER BY path LIMIT 1`.execute(db)
    const password = randomBytes(9).toString('base64url')
    await sql`INSERT INTO account (name, display_name, password_hash, roles, scope_id)
      VALUES (${name}, ${display}, ${await hashPassword(password)}, ${[role]}, ${division?.id ?? null})`.execute(db)
    return { name, password, role: role as Role, scope: division?.name ?? '全部' }
  }))
  await boardPatrol(db)
  return accounts
}

/** So that the phone has something to show: the officer is on board of a patrol of their station, where one is on duty. */
async function boardPatrol(db: Database): Promise<void> {
  await sql`
    INSERT INTO unit_crew (account_id, unit_id)
    SELECT a.id, u.id FROM account a
    JOIN unit u ON u.station_id = a.scope_id AND u.kind IN ('patrol_car', 'motorcycle')
    JOIN unit_status s ON s.code = u.status AND s.meaning <> 'off_duty'
    WHERE a.name = ${plan.community_officer.name} ORDER BY s.meaning = 'available' DESC, u.kind = 'patrol_car' DESC, u.id LIMIT 1`.execute(db)
}
