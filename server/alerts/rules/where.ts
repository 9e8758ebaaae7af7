import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import type { Area, AlertRule } from './rule.ts'

/** Something that lies somewhere: at a point, with a station, or neither. */
export interface Located { station_id: number | null, longitude: number | null, latitude: number | null }

/** The stations at or under every division that a rule names. */
export type StationsUnder = ReadonlyMap<number, ReadonlySet<number>>

/** Whether a thing lies where a rule watches. What has no point is in no drawn area. */
export function isWhere({ division_id, area }: Pick<AlertRule, 'division_id' | 'area'>, thing: Located, under: StationsUnder): boolean {
  if (division_id !== null && !(thing.station_id !== null && under.get(division_id)?.has(thing.station_id))) return false
  if (area === null) return true
  return thing.longitude !== null && thing.latitude !== null && inside(area, thing.longitude, thing.latitude)
}

/** Whether a point lies in an area: by counting crossings, ring by ring, so that holes are outside. */
export function inside({ coordinates }: Area, longitude: number, latitude: number): boolean {
  return coordinates.some(rings => {
    let within = false
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [x, y] = ring[i]!, [u, v] = ring[j]!
        if (y > latitude !== v > latitude && longitude < (u - x) * (latitude - y) / (v - y) + x) within = !within
      }
    }
    return within
  })
}

/** Stations under divisions: a station's own id, those of a branch, of a district whose land holds them, and so on. */
export async function readStationsUnder(db: Database, divisionIds: readonly number[]): Promise<StationsUnder> {
  const wanted = [...new Set(divisionIds)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: number, stations: number[] }>`
    SELECT d.id, array(
      SELECT s.id FROM division s WHERE s.kind = 'station' AND (s.path <@ d.path OR s.id = d.station_id
        OR (d.kind IN ('district', 'street', 'community') AND ST_Contains(d.geom, ST_PointOnSurface(s.geom))))) AS stations
    FROM division d WHERE d.id = ANY(${wanted}::integer[])`.execute(db)
  return new Map(rows.map(({ id, stations }) => [id, new Set(stations)]))
}
