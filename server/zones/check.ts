import { sql } from 'kysely'
import { covers, type Stations } from '../../layers/access.ts'
import { cellOf } from '../../layers/h3.ts'
import { parseInstant } from '../../layers/time.ts'
import type { SignedIn } from '../access/sessions.ts'
import { readShifts } from '../analysis/vocabulary.ts'
import type { Database } from '../database.ts'
import { BadInput, Forbidden, type Fault } from '../errors.ts'
import { jurisdictionAt } from '../desk/locate.ts'

const longestDays = 366
/** A zone of whole cells reaches over the border of the station that it lies in: so much of its area may. */
const ownShare = 0.8

/**
 * When a zone holds.
 *
 * @param before  what holds where the request says nothing; without it both must be given and the end must lie ahead
 * @throws {BadInput} naming each part that makes no sense
 */
export function readValidity(given: { valid_from?: string, valid_to?: string }, timeZone: string, now: Date, before?: { from: Date, to: Date }): { from: Date, to: Date } {
  const faults: Fault[] = []
  const read = (name: 'valid_from' | 'valid_to', otherwise: Date | undefined): Date => {
    const text = given[name]
    const instant = text === undefined ? otherwise : parseInstant(text, timeZone)
    if (!instant) faults.push({ pointer: `/body/${name}`, value: text, detail: 'must be an existing date (2026-11-22) or an instant with its offset' })
    return instant ?? now
  }
  const from = read('valid_from', before?.from), to = read('valid_to', before?.to), wrong = (detail: string) => faults.push({ pointer: '/body/valid_to', value: given.valid_to ?? to.toISOString(), detail })
  if (faults.length === 0) {
    if (to <= from) wrong(`must be later than valid_from (${from.toISOString()})`)
    else if (to.getTime() - from.getTime() > longestDays * 86_400_000) wrong('may lie a year after valid_from at most: look again then, and renew it')
    else if (given.valid_to !== undefined && to <= now) wrong(`must lie ahead: it is ${now.toISOString()}`)
  }
  if (faults.length) throw new BadInput(...faults)
  return { from, to }
}

/** @throws {BadInput} naming shifts that the city (setting `shifts`) doesn't have */
export async function requireShifts(db: Database, shifts: readonly string[]): Promise<void> {
  const known = (await readShifts(db)).map(({ id }) => id), wrong = shifts.filter(each => !known.includes(each))
  if (wrong.length) throw new BadInput({ pointer: '/body/shifts', value: wrong.join(','), detail: `must be among ${known.join(', ')}` })
}

/** Where a zone's middle is: a point on its surface, its H3 cell (decimal) and the station that answers for it. */
export interface Middle { cell: string, stationId: number | null }

/** @param geometry  valid GeoJSON */
export async function findMiddle(db: Database, geometry: string): Promise<Middle> {
  const { rows: [point] } = await sql<{ longitude: number, latitude: number }>`
    SELECT ST_X(p) AS longitude, ST_Y(p) AS latitude FROM ST_PointOnSurface(ST_GeomFromGeoJSON(${geometry})) p`.execute(db)
  const { station_id: stationId } = await jurisdictionAt(db, point!)
  return { cell: cellOf(point!.longitude, point!.latitude), stationId }
}

/**
 * Zones are drawn where one's own stations are.
 *
 * @throws {Forbidden} where the middle is another station's, or more than a fifth of the area
 */
export async function requireOwnGround(db: Database, { caller: { stations } }: SignedIn, geometry: string, { stationId }: Middle): Promise<void> {
  if (stations === 'all') return
  if (!covers(stations, stationId)) throw new Forbidden('the middle of this zone lies in another station\'s area: zones are drawn where your own stations are')
  const share = await shareWithin(db, stations, geometry)
  if (share < ownShare) throw new Forbidden(`${Math.round((1 - share) * 100)} % of this zone lies in other stations' areas; ${Math.round((1 - ownShare) * 100)} % at most may: draw less, or ask somebody whose scope holds all of it`)
}

async function shareWithin(db: Database, stations: Exclude<Stations, 'all'>, geometry: string): Promise<number> {
  const { rows: [row] } = await sql<{ share: number }>`
    SELECT coalesce(sum(ST_Area(ST_Intersection(d.geom, z.geom)::geography)), 0) / max(ST_Area(z.geom::geography)) AS share
    FROM (SELECT ST_GeomFromGeoJSON(${geometry}) AS geom) z LEFT JOIN division d ON d.id = ANY(${[...stations]}::integer[]) AND ST_Intersects(d.geom, z.geom)`.execute(db)
  return row!.share
}
