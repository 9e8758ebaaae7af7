import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { Conflict, NotFound } from '../errors.ts'
import { ClockOffset } from './clock-offset.ts'
import { noCounts, type Counts } from './counts.ts'

/** Who reports positions with a key of its own. Counts and clock are this process's, since its start. */
export interface Gateway {
  id: number
  name: string
  disabled: boolean
  /** Epoch milliseconds; null: never. */
  seenAt: number | null
  counts: Counts
  clock: ClockOffset
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/** The gateways in memory, so that their keys are known while the database is away. */
export class Gateways {
  readonly #db: Database
  #byHash = new Map<string, Gateway>()
  readonly #seen = new Set<Gateway>()
  constructor(db: Database) { this.#db = db }

  async load(): Promise<void> {
    const { rows } = await sql<{ id: number, name: string, hash: string, disabled: boolean, seen_at: Date | null }>`
      SELECT id, name, encode(key_hash, 'hex') AS hash, disabled, seen_at FROM gateway ORDER BY id`.execute(this.#db)
    const known = new Map(this.all().map(gateway => [gateway.id, gateway]))
    this.#byHash = new Map(rows.map(({ id, name, hash, disabled, seen_at }) => {
      const before = known.get(id)
      const seenAt = Math.max(before?.seenAt ?? 0, seen_at?.getTime() ?? 0) || null
      return [hash, Object.assign(before ?? { counts: noCounts(), clock: new ClockOffset() }, { id, name, disabled, seenAt }) as Gateway]
    }))
  }

  all(): Gateway[] { return [...this.#byHash.values()] }

  /** The gateway that this key belongs to and that may report; undefined where there is none. */
  find(key: string): Gateway | undefined {
    const gateway = this.#byHash.get(hashOf(key).toString('hex'))
    return gateway?.disabled ? undefined : gateway
  }

  noteSeen(gateway: Gateway, at: number): void {
    gateway.seenAt = at
    this.#seen.add(gateway)
  }

  /** Keep when they were seen. */
  async saveSeen(): Promise<void> {
    for (const gateway of this.#seen) {
      this.#seen.delete(gateway)
      await sql`UPDATE gateway SET seen_at = greatest(seen_at, ${new Date(gateway.seenAt!)}) WHERE id = ${gateway.id}`.execute(this.#db)
    }
  }
}

/** Make a gateway. @returns its key, which is not kept and can't be shown again @throws {Conflict} when the name is taken */
export async function makeGateway(db: Database, name: string, accountId: number): Promise<{ id: number, name: string, key: string }> {
  const key = randomBytes(32).toString('base64url')
  const { rows: [made] } = await sql<{ id: number }>`
    INSERT INTO gateway (name, key_hash, created_by) VALUES (${name}, ${hashOf(key)}, ${accountId}) ON CONFLICT (name) DO NOTHING RETURNING id`.execute(db)
  if (!made) throw new Conflict({ zh: `名为“${name}”的网关已存在`, en: `there is a gateway "${name}" already` })
  await announceGateways(db)
  return { id: made.id, name, key }
}

/** Its key is worth nothing from now on. @throws {NotFound} */
export async function disableGateway(db: Database, id: number): Promise<void> {
  const { numAffectedRows } = await sql`UPDATE gateway SET disabled = true WHERE id = ${id}`.execute(db)
  if (!numAffectedRows) throw new NotFound('gateway', id)
  await announceGateways(db)
}

const announceGateways = (db: Database) => sql`SELECT announce_live('settings', NULL, '{"what":"gateways"}'::json)`.execute(db)
