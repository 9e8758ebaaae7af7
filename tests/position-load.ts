import { sql } from 'kysely'
import { createToken } from '../server/access/sessions.ts'
import type { Database } from '../server/database.ts'
import { makeGateway } from '../server/positions/gateways.ts'

/** Units on duty that are nowhere yet, ids from 1. */
export async function addUnits(db: Database, count: number): Promise<void> {
  await sql`INSERT INTO unit (id, callsign, kind, status, device_key) SELECT i, '试' || i, 'patrol_car', 'available', 'TEST-' || i FROM generate_series(1, ${count}::integer) i`.execute(db)
}

/** Headers of an account that sees everything, and of a gateway. */
export async function addCallers(db: Database): Promise<{ account: Record<string, string>, gateway: Record<string, string> }> {
  const { rows: [account] } = await sql<{ id: number }>`INSERT INTO account (name, display_name, password_hash, roles) VALUES ('test', 'test', 'none', '{administrator}') RETURNING id`.execute(db)
  const { token } = await createToken(db, account!.id, 'test', 1)
  const { key } = await makeGateway(db, 'test', account!.id)
  return { account: { authorization: `Bearer ${token}` }, gateway: { 'x-api-key': key, 'content-type': 'application/json' } }
}

export interface SentFix { unit: number, at: number, longitude: number, latitude: number, heading: number, speed_kmh: number }

/** Cars that go round the centre of the city and weave some forty metres about, so that no two fixes of one are alike, nor at the same instant. */
export class Convoy {
  readonly #clock = new Map<number, number>()
  #round = 0

  /** One new fix of each unit. */
  next(units: readonly number[], now = Date.now()): SentFix[] {
    const weave = (++this.#round * 0.618 % 1 - 0.5) * 7e-4
    return units.map(unit => {
      const at = Math.max(now, (this.#clock.get(unit) ?? 0) + 1)
      this.#clock.set(unit, at)
      const angle = at / 200_000 + unit
      return { unit, at, longitude: Number((118.1 + 0.01 * Math.cos(angle)).toFixed(6)), latitude: Number((24.48 + weave + 0.01 * Math.sin(angle)).toFixed(6)), heading: Math.round(angle * 57.3) % 360, speed_kmh: 20 }
    })
  }
}

/** Send fixes as a gateway does; the counts that come back. @throws where the answer isn't 200 */
export async function report(url: string, headers: Record<string, string>, fixes: readonly object[]): Promise<Record<string, number>> {
  const answer = await fetch(`${url}/api/positions`, { method: 'POST', headers, body: JSON.stringify({ fixes }) })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return await answer.json() as Record<string, number>
}

/** What the track holds, as `unit@epoch milliseconds`. */
export async function trackOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`SELECT unit_id || '@' || round(extract(epoch FROM at) * 1000)::bigint AS key FROM unit_track ORDER BY at, unit_id`.execute(db)
  return rows.map(({ key }) => key)
}
export const keysOf = (fixes: readonly SentFix[]): string[] => [...fixes].sort((a, b) => a.at - b.at || a.unit - b.unit).map(({ unit, at }) => `${unit}@${at}`)
