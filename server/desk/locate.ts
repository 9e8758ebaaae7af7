import { sql } from 'kysely'
import { readAddressCode } from '../../layers/address-code.ts'
import type { Database } from '../database.ts'
import { BadInput, type Fault } from '../errors.ts'
import type { City } from '../layers/city.ts'

/** Where something is, as a caller says it: a point, an address, or both. */
export interface Where {
  longitude?: number | undefined
  latitude?: number | undefined
  address_id?: number | null | undefined
  address_code?: string | undefined
}

/** A place that an incident can be at. */
export interface Spot {
  longitude: number
  latitude: number
  addressId: number | null
  addressText: string | null
  pointLevel: string
  stationId: number | null
  beatId: number | null
  /** Six digits; 000000 where the point lies in no district with a code. */
  districtCode: string
}

interface AddressRow {
  id: number
  full_text: string
  point_level: string
  merged_into: number | null
  station_id: number | null
  beat_id: number | null
  longitude: number
  latitude: number
}

/** An address and a point that are said together may not be further apart. */
const apartMetres = 1_000

/**
 * Find the point, the address and whose they are.
 *
 * @returns undefined where neither point nor address was given
 * @throws {BadInput} for half a point, an unknown address, a point outside the city, or an address far from the point
 */
export async function locate(db: Database, city: City, where: Where): Promise<Spot | undefined> {
  const { longitude, latitude } = where
  if ((longitude === undefined) !== (latitude === undefined))
    throw fault(longitude === undefined ? 'longitude' : 'latitude', undefined, 'longitude and latitude come together')
  const address = await findAddress(db, where)
  const point = longitude !== undefined ? { longitude, latitude: latitude! } : address
  if (!point) return undefined
  refuseElsewhere(city, point)
  if (address && longitude !== undefined && metresBetween(point, address) > apartMetres)
    throw fault('address_id', address.id, `is ${(metresBetween(point, address) / 1000).toFixed(1)} km from the point: say one of them only, or move the point`)
  const jurisdiction = await jurisdictionAt(db, point)
  // The address itself says which station answers for it; the outline only where it doesn't.
  const atAddress = longitude === undefined && address?.station_id != null
  return {
    longitude: point.longitude, latitude: point.latitude,
    addressId: address?.id ?? null, addressText: address?.full_text ?? null, pointLevel: address?.point_level ?? 'number',
    stationId: atAddress ? address!.station_id : jurisdiction.station_id, beatId: atAddress ? address!.beat_id : jurisdiction.beat_id,
    districtCode: jurisdiction.district_code ?? '000000',
  }
}

async function findAddress(db: Database, { address_id, address_code }: Where): Promise<AddressRow | undefined> {
  if (address_id == null && address_code === undefined) return undefined
  const by = address_id != null ? sql`id = ${address_id}` : sql`code = ${readAddressCode(address_code!) ?? ''}`
  let row = await readAddress(db, by)
  if (!row) throw address_id != null
    ? fault('address_id', address_id, 'there is no such address')
    : fault('address_code', address_code, 'no address has this code; the code stands below the QR code on the door plate')
  // A merged address stands for the one that it was merged into.
  for (let steps = 0; row.merged_into !== null && steps < 5; steps++) row = (await readAddress(db, sql`id = ${row.merged_into}`)) ?? row
  return row
}

async function readAddress(db: Database, by: ReturnType<typeof sql>): Promise<AddressRow | undefined> {
  return (await sql<AddressRow>`
    SELECT id, full_text, point_level, merged_into, station_id, beat_id, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM address WHERE ${by}`.execute(db)).rows[0]
}

/** The station, beat and district that a point lies in. */
export async function jurisdictionAt(db: Database, { longitude, latitude }: { longitude: number, latitude: number }):
  Promise<{ station_id: number | null, station_name: string | null, beat_id: number | null, district_code: string | null }> {
  const { rows: [row] } = await sql<{ station_id: number | null, station_name: string | null, beat_id: number | null, district_code: string | null }>`
    WITH p AS (SELECT ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326) AS geom),
    hit AS MATERIALIZED (
      SELECT d.id, d.kind, d.station_id, d.code FROM division d, p
      WHERE d.kind IN ('station', 'beat', 'district') AND d.geom && p.geom AND ST_Covers(d.geom, p.geom)),
    found AS (
      SELECT coalesce(min(id) FILTER (WHERE kind = 'station'), min(station_id) FILTER (WHERE kind = 'beat')) AS station_id,
             min(id) FILTER (WHERE kind = 'beat') AS beat_id, min(code) FILTER (WHERE kind = 'district') AS district FROM hit)
    SELECT f.station_id, s.name AS station_name, f.beat_id, substring(coalesce(substring(s.code FROM '^\\d{6}'), f.district) FROM '^\\d{6}') AS district_code
    FROM found f LEFT JOIN division s ON s.id = f.station_id`.execute(db)
  return row!
}

function refuseElsewhere({ name, extent: [west, south, east, north] }: City, { longitude, latitude }: { longitude: number, latitude: number }): void {
  if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) return
  throw fault('longitude', [longitude, latitude], `${longitude}, ${latitude} is outside ${name} (${[west, south, east, north].join(', ')}): a place in another city, or longitude and latitude the wrong way round?`)
}

/** Great-circle distance (haversine), metres. */
export function metresBetween(a: { longitude: number, latitude: number }, b: { longitude: number, latitude: number }): number {
  const radians = Math.PI / 180
  const h = Math.sin((b.latitude - a.latitude) * radians / 2) ** 2
    + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin((b.longitude - a.longitude) * radians / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h))
}

const fault = (name: string, value: unknown, detail: string): BadInput => new BadInput({ pointer: `/body/${name}`, value, detail } satisfies Fault)
