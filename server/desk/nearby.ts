import { sql, type RawBuilder } from 'kysely'
import { covers } from '../../layers/access.ts'
import type { Database } from '../database.ts'
import { BadInput } from '../errors.ts'
import type { Source } from '../layers/source.ts'
import { jurisdictionAt } from './locate.ts'
import { incidentColumns, type OpenIncident } from './open-incidents.ts'

export interface LatestIncident { id: number, number: string, code: string, status: string, received_at: Date }
export interface OpenDispute { id: number, number: string, kind: string, grade: string, stage: string, overdue: boolean }

/** What is known of a place at the moment a call comes in. */
export interface Nearby {
  /** Calls at the address and in its whole building; at a bare point, within 30 m. */
  at_place: { count_30_days: number, count_365_days: number, latest: LatestIncident[] }
  /** Null for callers who may not read this station's disputes. */
  open_disputes: OpenDispute[] | null
  open_nearby: (OpenIncident & { metres: number })[]
  station: { id: number, name: string } | null
  /** The one that was asked for, or the nearest within 60 m. */
  address: { id: number, full_text: string } | null
}

export interface Sources { incidents: Source, addresses: Source, disputes: Source }

const addressMetres = 60, pointMetres = 30, nearMetres = 500, nearHours = 6
const mostBelow = 2_000, mostLatest = 5, mostNear = 20

/**
 * Same-place history, open disputes and open incidents nearby.
 *
 * @param at  degrees, WGS 84; the address is found from it where none is named
 * @throws {BadInput} for an address that isn't there
 */
export async function nearby(db: Database, sources: Sources, at: { longitude: number, latitude: number }, addressId: number | undefined, now = new Date()): Promise<Nearby> {
  const [address, jurisdiction, open_nearby] = await Promise.all([
    addressId === undefined ? nearestAddress(db, sources.addresses, at) : readAddress(db, sources.addresses, addressId), jurisdictionAt(db, at), openNear(db, sources.incidents, at, now),
  ])
  if (addressId !== undefined && !address) throw new BadInput({ pointer: '/query/address_id', value: addressId, detail: 'there is no such address' })
  const stationId = address?.station_id ?? jurisdiction.station_id
  const ids = address ? await idsOfBuilding(db, sources.addresses, address.id) : []
  const here = (column: RawBuilder<unknown>) => address ? sql`${column} = ANY(${ids}::bigint[])` : within(at, pointMetres)
  const [at_place, open_disputes] = await Promise.all([
    history(db, sources.incidents, here(sql`t.address_id`), now),
    mayReadRows(sources.disputes, stationId) ? disputes(db, sources.disputes, here(sql`t.address_id`), now) : null,
  ])
  return {
    at_place, open_disputes, open_nearby, address: address ? { id: address.id, full_text: address.full_text } : null,
    station: jurisdiction.station_id === null ? null : { id: jurisdiction.station_id, name: jurisdiction.station_name! },
  }
}

const mayReadRows = ({ disclosure: { rows } }: Source, stationId: number | null): boolean => rows === 'all' || covers(rows, stationId)

interface AddressHere { id: number, full_text: string, station_id: number | null }

async function readAddress(db: Database, source: Source, id: number): Promise<AddressHere | undefined> {
  return (await sql<AddressHere>`SELECT t.id, ${source.column('full_text')}, ${source.column('station_id')} ${source.from(sql`t.id = ${id}`)}`.execute(db)).rows[0]
}

async function nearestAddress(db: Database, source: Source, at: { longitude: number, latitude: number }): Promise<AddressHere | undefined> {
  const { rows } = await sql<AddressHere>`
    SELECT t.id, ${source.column('full_text')}, ${source.column('station_id')} ${source.from(sql`t.status = 'active'`, sql`t.level IN ('number', 'building')`, within(at, addressMetres))}
    ORDER BY t.geom3857 <-> ${mercator(at)}, t.id LIMIT 1`.execute(db)
  return rows[0]
}

/** The building (or door number) that an address is in, and all that is below it. */
async function idsOfBuilding(db: Database, source: Source, id: number): Promise<number[]> {
  let top = id
  for (let next: number | null = id, steps = 0; next !== null && steps < 4; steps++) {
    const row: { id: number, level: string, parent_id: number | null } | undefined = (await sql<{ id: number, level: string, parent_id: number | null }>`
      SELECT t.id, ${source.column('level')}, ${source.column('parent_id')} ${source.from(sql`t.id = ${next}`)}`.execute(db)).rows[0]
    if (!row) break
    if (['number', 'building', 'unit', 'room'].includes(row.level)) top = row.id
    if (!['unit', 'room'].includes(row.level)) break
    next = row.parent_id
  }
  const ids = [top]
  for (let level = [top]; level.length && ids.length < mostBelow;) {
    const { rows } = await sql<{ id: number }>`SELECT t.id ${source.from(sql`t.parent_id = ANY(${level}::bigint[])`)} LIMIT ${mostBelow}`.execute(db)
    level = rows.map(row => row.id)
    ids.push(...level)
  }
  return ids.includes(id) ? ids : [id, ...ids]
}

async function history(db: Database, source: Source, here: RawBuilder<unknown>, now: Date): Promise<Nearby['at_place']> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const { rows } = await sql<LatestIncident & { month: number, year: number }>`
    SELECT t.id, ${sql.join(['number', 'code', 'status', 'received_at'].map(name => source.column(name)))},
      (count(*) FILTER (WHERE t.received_at > ${daysAgo(30)}) OVER ())::integer AS month, (count(*) OVER ())::integer AS year
    ${source.from(here, sql`t.received_at > ${daysAgo(365)}`, sql`t.merged_into_id IS NULL`)}
    ORDER BY t.received_at DESC, t.id DESC LIMIT ${mostLatest}`.execute(db)
  return {
    count_30_days: rows[0]?.month ?? 0, count_365_days: rows[0]?.year ?? 0,
    latest: rows.map(({ id, number, code, status, received_at }) => ({ id, number, code, status, received_at })),
  }
}

async function disputes(db: Database, source: Source, here: RawBuilder<unknown>, now: Date): Promise<OpenDispute[]> {
  const { rows } = await sql<OpenDispute>`
    SELECT t.id, ${sql.join(['number', 'kind', 'grade', 'stage'].map(name => source.column(name)))}, coalesce(${source.column('due_at')} < ${now}, false) AS overdue
    ${source.from(here, sql`t.stage <> 'closed'`)} ORDER BY t.grade, t.registered_at LIMIT 20`.execute(db)
  return rows
}

async function openNear(db: Database, source: Source, at: { longitude: number, latitude: number }, now: Date): Promise<Nearby['open_nearby']> {
  const { rows } = await sql<OpenIncident & { metres: number }>`
    SELECT ${incidentColumns(source)}, round(ST_Distance(t.geom::geography, ST_SetSRID(ST_MakePoint(${at.longitude}, ${at.latitude}), 4326)::geography)::numeric)::integer AS metres
    ${source.from(sql`t.status NOT IN ('closed', 'handled')`, sql`t.merged_into_id IS NULL`, sql`t.received_at > ${new Date(now.getTime() - nearHours * 3_600_000)}`, within(at, nearMetres))}
    ORDER BY metres, t.id LIMIT ${mostNear}`.execute(db)
  return rows
}

const mercator = ({ longitude, latitude }: { longitude: number, latitude: number }) => sql`ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), 3857)`

/** Within so many metres on the ground; Mercator metres are longer the further from the equator. */
const within = (at: { longitude: number, latitude: number }, metres: number): RawBuilder<unknown> =>
  sql`ST_DWithin(t.geom3857, ${mercator(at)}, ${metres / Math.cos(at.latitude * Math.PI / 180)}::float8)`
