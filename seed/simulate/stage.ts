import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { hashPassword } from '../../server/access/passwords.ts'
import { createToken } from '../../server/access/sessions.ts'
import type { Database } from '../../server/database.ts'

const name = 'simulator'

/** What the simulator signs in with. */
export interface Credentials { token: string, key: string }

/** Whether the city on the map is the demonstration one: an imported city's calls and units are real. */
export async function isDemonstration(db: Database): Promise<boolean> {
  const { rows: [row] } = await sql<{ seeded: boolean }>`SELECT value ? 'seed' AS seeded FROM setting WHERE key = 'city'`.execute(db)
  return row?.seeded === true
}

/**
 * An account `simulator` (a dispatcher of everything that nobody knows the password of) with a token for a month, and a
 * gateway of that name with a new key. Tokens of earlier runs end.
 *
 * @param key  of another gateway that is there already; then none is made
 */
export async function prepareSimulator(db: Database, key?: string): Promise<Credentials> {
  return db.transaction().execute(async transaction => {
    const { rows: [account] } = await sql<{ id: number }>`
      INSERT INTO account (name, display_name, password_hash, roles) VALUES (${name}, '模拟器', ${await hashPassword(randomBytes(32).toString('hex'))}, '{dispatcher}')
      ON CONFLICT (name) DO UPDATE SET disabled = false RETURNING id`.execute(transaction)
    await sql`UPDATE session SET revoked_at = now() WHERE account_id = ${account!.id} AND revoked_at IS NULL`.execute(transaction)
    const { token } = await createToken(transaction, account!.id, name, 30)
    if (key) return { token, key }
    const made = randomBytes(32).toString('base64url')
    await sql`INSERT INTO gateway (name, key_hash, created_by) VALUES (${name}, ${createHash('sha256').update(made).digest()}, ${account!.id})
      ON CONFLICT (name) DO UPDATE SET key_hash = excluded.key_hash, disabled = false`.execute(transaction)
    await sql`SELECT announce_live('settings', NULL, '{"what":"gateways"}'::json)`.execute(transaction)
    return { token, key: made }
  })
}

/** The demonstration city's duty plan repeats itself every day: shifts that are over begin again a day later. */
export async function renewShifts(db: Database): Promise<void> {
  await sql`
    UPDATE unit SET shift_from = shift_from + n.days, shift_to = shift_to + n.days
    FROM (SELECT id, make_interval(days => ceil(extract(epoch FROM now() - shift_to) / 86400)::integer) AS days FROM unit WHERE shift_to <= now()) n
    WHERE unit.id = n.id`.execute(db)
}

/**
 * Wait until no other simulator runs on this database, and keep others from it as long as the connection lasts.
 *
 * @param onLost  the connection broke
 * @returns gives it back
 */
export async function takeStage(url: string, signal: AbortSignal, onLost: () => void): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'yizhangtu simulator', keepAlive: true })
  let over = false
  for (const event of ['error', 'end'] as const) client.on(event, () => { if (!over) { over = true; onLost() } })
  await client.connect()
  for (;;) {
    const { rows: [row] } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(hashtext('yizhangtu simulator')) AS mine`)
    if (row!.mine || signal.aborted) break
    await sleep(10_000, undefined, { signal }).catch(() => {})
  }
  return async () => { over = true; await client.end().catch(() => {}) }
}
