import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import { BadInput } from '../../errors.ts'
import type { Polygons } from './zone-map.ts'

export interface DrawnZone {
  id: number
  version: number
  name: string
  polygons: Polygons
  validFrom: Date
  /** When this outline was first drawn, in whichever version. */
  drawnAt: Date
}

/** A zone as one of its versions drew it; the newest unless told. @throws {BadInput} where there is none */
export async function readZone(db: Database, { id, version }: { id: number, version?: number | undefined }): Promise<DrawnZone> {
  const { rows: [found] } = await sql<{ version: number, name: string, geometry: string, valid_from: Date, drawn_at: Date }>`
    SELECT z.version, z.name, ST_AsGeoJSON(z.geom, 7) AS geometry, z.valid_from,
           (SELECT min(e.created_at) FROM zone_version e WHERE e.zone_id = z.zone_id AND ST_Equals(e.geom, z.geom)) AS drawn_at
    FROM zone_version z WHERE z.zone_id = ${id} ${version === undefined ? sql`` : sql`AND z.version = ${version}`} ORDER BY z.version DESC LIMIT 1`.execute(db)
  if (!found) throw new BadInput({ pointer: '/body/zone', value: { id, version }, detail: 'there is no such zone or version; see GET /api/zones' })
  return { id, version: found.version, name: found.name, polygons: (JSON.parse(found.geometry) as { coordinates: Polygons }).coordinates, validFrom: found.valid_from, drawnAt: found.drawn_at }
}
