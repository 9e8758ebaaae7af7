import { sql } from 'kysely'
import { createHash, randomBytes } from 'node:crypto'
import type { Caller, Role, Stations } from '../../layers/access.ts'
import type { Database } from '../database.ts'
import { Locked, NotFound, NotSignedIn } from '../errors.ts'
import { checkPassword, hashPassword } from './passwords.ts'

export interface Account {
  id: number
  name: string
  display_name: string
  roles: Role[]
  scope: { id: number, name: string, kind: string } | null
}
/** A signed-in account by way of one session. */
export interface SignedIn { account: Account, caller: Caller, sessionId: string, kind: 'browser' | 'token' }
export interface Token { id: string, label: string, created_at: Date, expires_at: Date, seen_at: Date }

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const lock = { failures: 5, windowMinutes: 15 }

/**
 * Check name and password and open a browser session.
 *
 * @returns the secret for the cookie; only its hash is kept
 * @throws {NotSignedIn} for a wrong name or password, without saying which
 * @throws {Locked} after five failures in 15 minutes
 */
export async function signIn(db: Database, name: string, password: string): Promise<string> {
  const { rows: [account] } = await sql<{ id: number, password_hash: string, roles: Role[], wait: number | null }>`
    SELECT id, password_hash, roles, extract(epoch FROM locked_until - now())::float AS wait
    FROM account WHERE name = ${name} AND NOT disabled`.execute(db)
  if (account?.wait && account.wait > 0) throw new Locked(account.wait)
  const right = await checkPassword(password, account?.password_hash ?? await decoy)
  if (!account || !right) {
    if (account) await noteFailure(db, account.id)
    throw new NotSignedIn('name or password is wrong')
  }
  await sql`UPDATE account SET failures = 0, first_failure_at = NULL, locked_until = NULL WHERE id = ${account.id}`.execute(db)
  // A wall hangs unattended for months; a desk is left in the evening.
  return openSession(db, account.id, 'browser', account.roles.includes('wall') ? 400 * 24 : 12, null)
}

// Compared against when there is no such account, so that the answer takes as long.
const decoy = hashPassword(randomBytes(16).toString('hex'))

async function noteFailure(db: Database, accountId: number): Promise<void> {
  await sql`
    UPDATE account SET
      failures = CASE WHEN first_failure_at > now() - make_interval(mins => ${lock.windowMinutes}) THEN failures + 1 ELSE 1 END,
      first_failure_at = CASE WHEN first_failure_at > now() - make_interval(mins => ${lock.windowMinutes}) THEN first_failure_at ELSE now() END
    WHERE id = ${accountId}`.execute(db)
  await sql`
    UPDATE account SET locked_until = now() + make_interval(mins => ${lock.windowMinutes}), failures = 0, first_failure_at = NULL
    WHERE id = ${accountId} AND failures >= ${lock.failures}`.execute(db)
}

async function openSession(db: Database, accountId: number, kind: 'browser' | 'token', hours: number, label: string | null): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await sql`INSERT INTO session (secret_hash, account_id, kind, label, expires_at)
    VALUES (${hashOf(secret)}, ${accountId}, ${kind}, ${label}, now() + make_interval(hours => ${hours}))`.execute(db)
  return secret
}

/** Make an access token for a map client; the caller sees it once. */
export async function createToken(db: Database, accountId: number, label: string, days: number): Promise<{ token: string, id: string, expires_at: Date }> {
  const token = await openSession(db, accountId, 'token', days * 24, label)
  const { rows: [row] } = await sql<{ id: string, expires_at: Date }>`SELECT id, expires_at FROM session WHERE secret_hash = ${hashOf(token)}`.execute(db)
  return { token, ...row! }
}

export async function listTokens(db: Database, accountId: number): Promise<Token[]> {
  const { rows } = await sql<Token>`SELECT id, label, created_at, expires_at, seen_at FROM session
    WHERE account_id = ${accountId} AND kind = 'token' AND revoked_at IS NULL AND expires_at > now() ORDER BY created_at`.execute(db)
  return rows
}

/** End a session of this account at once, on every process. @throws {NotFound} where it has no such one */
export async function revokeSession(db: Database, accountId: number, id: string): Promise<void> {
  const { numAffectedRows } = await sql`UPDATE session SET revoked_at = now()
    WHERE account_id = ${accountId} AND id::text = ${id} AND revoked_at IS NULL`.execute(db)
  if (!numAffectedRows) throw new NotFound('session', id)
}

const rightsOf = (roles: readonly Role[], scopeId: number | null): string => `${roles.join()} ${scopeId}`

/** The same text as `standing` gives, of a session as it was found. */
export const rightsOfSession = ({ account }: SignedIn): string => rightsOf(account.roles, account.scope?.id ?? null)

/**
 * Sessions by their secret. Looked up once, then remembered for a minute, so that a cached tile needs no database;
 * `forget` is called when the database announces that any account or session changed.
 */
export class Sessions {
  readonly #db: Database
  readonly #known = new Map<string, { signedIn: SignedIn, until: number }>()
  // Counts the calls of forget(): a look-up that began before one must not be remembered after it.
  #generation = 0
  constructor(db: Database) { this.#db = db }

  forget(): void {
    this.#generation++
    this.#known.clear()
  }

  /** Who this secret belongs to; undefined when it is unknown, ended or expired. */
  async find(secret: string): Promise<SignedIn | undefined> {
    const key = hashOf(secret).toString('base64')
    const known = this.#known.get(key)
    if (known && known.until > Date.now()) return known.signedIn
    const generation = this.#generation
    const found = await this.#look(secret)
    if (!found) { this.#known.delete(key); return undefined }
    if (this.#known.size > 10_000) this.#known.clear()
    if (generation === this.#generation) this.#known.set(key, { signedIn: found.signedIn, until: Math.min(Date.now() + 60_000, found.expires) })
    return found.signedIn
  }

  /**
   * Of these sessions those that still stand, with what their account may do: a text that differs when it may do something else.
   *
   * @param ids  of sessions, not their secrets
   */
  async standing(ids: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await sql<{ id: string, roles: Role[], scope_id: number | null }>`
      SELECT s.id::text AS id, a.roles, a.scope_id FROM session s JOIN account a ON a.id = s.account_id
      WHERE s.id::text = ANY(${[...ids]}) AND s.revoked_at IS NULL AND s.expires_at > now() AND NOT a.disabled`.execute(this.#db)
    return new Map(rows.map(({ id, roles, scope_id }) => [id, rightsOf(roles, scope_id)]))
  }

  async #look(secret: string): Promise<{ signedIn: SignedIn, expires: number } | undefined> {
    const { rows: [row] } = await sql<{
      session_id: string, kind: 'browser' | 'token', expires_at: Date, id: number, name: string, display_name: string, roles: Role[]
      scope_id: number | null, scope_name: string, scope_kind: string, stations: number[] | null
    }>`
      UPDATE session s SET seen_at = now() FROM account a LEFT JOIN division d ON d.id = a.scope_id
      WHERE s.secret_hash = ${hashOf(secret)} AND a.id = s.account_id AND s.revoked_at IS NULL AND s.expires_at > now() AND NOT a.disabled
      RETURNING s.id AS session_id, s.kind, s.expires_at, a.id, a.name, a.display_name, a.roles,
        a.scope_id, d.name AS scope_name, d.kind AS scope_kind,
        CASE WHEN a.scope_id IS NULL OR d.kind IN ('province', 'city', 'bureau') THEN NULL
             WHEN d.station_id IS NOT NULL THEN ARRAY[d.station_id]
             ELSE ARRAY(SELECT b.id FROM division b WHERE b.kind = 'station' AND b.path <@ d.path ORDER BY b.id) END AS stations`.execute(this.#db)
    if (!row) return undefined
    const stations: Stations = row.stations ?? 'all'
    return {
      expires: row.expires_at.getTime(),
      signedIn: {
        sessionId: row.session_id, kind: row.kind,
        account: {
          id: row.id, name: row.name, display_name: row.display_name, roles: row.roles,
          scope: row.scope_id === null ? null : { id: row.scope_id, name: row.scope_name, kind: row.scope_kind },
        },
        caller: { accountId: row.id, name: row.name, roles: row.roles, stations },
      },
    }
  }
}
