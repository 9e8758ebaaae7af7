import { sql } from 'kysely'
import type { Database } from '../server/database.ts'

/** Ids of the benchmark's own units, above any that a city has. */
export const firstOwnId = 1_000_000

/** Bring the units on duty up to so many, with some of our own where the city has fewer. @returns their ids */
export async function putOnDuty(db: Database, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT u.id FROM unit u JOIN unit_status s ON s.code = u.status AND s.meaning <> 'off_duty' ORDER BY u.id LIMIT ${count}`.execute(db)
  const more = count - rows.length
  if (more > 0) await sql`INSERT INTO unit (id, callsign, kind, status) SELECT ${firstOwnId}::bigint + i, 'bench ' || i, 'patrol_car', 'patrolling' FROM generate_series(1, ${more}::integer) i`.execute(db)
  return [...rows.map(({ id }) => id), ...Array.from({ length: Math.max(0, more) }, (_, i) => firstOwnId + i + 1)]
}

/** Where the units are that have been somewhere. */
export async function readPlaces(db: Database): Promise<Map<number, [longitude: number, latitude: number]>> {
  const { rows } = await sql<{ id: number, longitude: number, latitude: number }>`SELECT unit_id AS id, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM unit_position`.execute(db)
  return new Map(rows.map(({ id, longitude, latitude }) => [id, [longitude, latitude]]))
}

export async function removeOwn(db: Database): Promise<void> {
  await sql`DELETE FROM unit WHERE id >= ${firstOwnId}::bigint`.execute(db)
}

/** A fix that was accepted: longitude and latitude in 1e-5 degrees, as listeners get them; times in epoch milliseconds. */
export interface Accepted { at: number, longitude: number, latitude: number, acknowledgedAt: number }

interface Car { longitude: number, latitude: number, heading: number }

/** Cars at some fifty kilometres an hour that turn now and then, each reporting once a second. */
export class Traffic {
  readonly accepted = new Map<number, Accepted[]>()
  readonly #cars: Map<number, Car>
  readonly #random: () => number
  #refused = 0

  /** @param places  where units are already: they drive on from there */
  constructor(ids: readonly number[], places: ReadonlyMap<number, readonly [longitude: number, latitude: number]>, random: () => number) {
    this.#random = random
    this.#cars = new Map(ids.map(id => {
      const [longitude, latitude] = places.get(id) ?? [118.1 + 0.3 * (random() - 0.5), 24.52 + 0.25 * (random() - 0.5)]
      return [id, { longitude, latitude, heading: 360 * random() }]
    }))
    for (const id of ids) this.accepted.set(id, [])
  }

  get refused(): number { return this.#refused }
  get total(): number { return [...this.accepted.values()].reduce((sum, fixes) => sum + fixes.length, 0) }

  /** Report the next fix of these units, as of now, once what was sent `before` them is answered. @throws where the answer isn't 200 */
  async report(url: string, key: string, ids: readonly number[], before: Promise<void>): Promise<void> {
    const fixes = ids.map(id => ({ unit: id, at: Date.now(), ...this.#drive(id) }))
    await before
    const answer = await fetch(`${url}/api/positions`, { method: 'POST', headers: { 'x-api-key': key, 'content-type': 'application/json' }, body: JSON.stringify({ fixes }) })
    if (answer.status !== 200) throw new Error(`/api/positions answered ${answer.status} ${await answer.text()}`)
    const { accepted } = await answer.json() as { accepted: number }
    const acknowledgedAt = Date.now()
    this.#refused += fixes.length - accepted
    for (const { unit, at, longitude, latitude } of fixes)
      this.accepted.get(unit)!.push({ at, longitude: Math.round(longitude * 1e5), latitude: Math.round(latitude * 1e5), acknowledgedAt })
  }

  #drive(id: number): { longitude: number, latitude: number, heading: number, speed_kmh: number } {
    const car = this.#cars.get(id)!
    if (this.#random() < 0.1) car.heading = 360 * this.#random()
    const metres = 12 + 6 * this.#random(), angle = car.heading * Math.PI / 180
    car.longitude = Number((car.longitude + Math.sin(angle) * metres / 101_300).toFixed(6))
    car.latitude = Number((car.latitude + Math.cos(angle) * metres / 111_200).toFixed(6))
    return { longitude: car.longitude, latitude: car.latitude, heading: Math.round(car.heading), speed_kmh: Math.round(metres * 3.6) }
  }
}

/**
 * Compare what was accepted with what one listener decoded, unit by unit in order.
 *
 * @param stream  records of u32 unit id, i32 longitude, i32 latitude (1e-5 degrees), in the order heard
 * @param withinMs  a fix may be missing where the unit's next one was acknowledged so soon after it
 */
export function compare(accepted: ReadonlyMap<number, readonly Accepted[]>, stream: Buffer, withinMs: number): { seen: number, superseded: number, lost: number } {
  const next = new Map<number, number>(), missed: { fix: Accepted, by: Accepted | undefined }[] = []
  let seen = 0
  for (let start = 0; start + 12 <= stream.length; start += 12) {
    const fixes = accepted.get(stream.readUInt32LE(start))
    if (!fixes) continue
    const id = stream.readUInt32LE(start), longitude = stream.readInt32LE(start + 4), latitude = stream.readInt32LE(start + 8)
    const from = next.get(id) ?? 0
    const at = fixes.findIndex((fix, i) => i >= from && i < from + 20 && fix.longitude === longitude && fix.latitude === latitude)
    // Where it was before the load began.
    if (at < 0) continue
    for (let i = from; i < at; i++) missed.push({ fix: fixes[i]!, by: fixes[i + 1] })
    seen++
    next.set(id, at + 1)
  }
  for (const [id, fixes] of accepted) for (let i = next.get(id) ?? 0; i < fixes.length; i++) missed.push({ fix: fixes[i]!, by: fixes[i + 1] })
  const superseded = missed.filter(({ fix, by }) => by && by.acknowledgedAt - fix.acknowledgedAt <= withinMs).length
  return { seen, superseded, lost: missed.length - superseded }
}
