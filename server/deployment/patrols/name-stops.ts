import { sql } from 'kysely'
import { snapTo } from '../../coverage/anchors.ts'
import type { Database } from '../../database.ts'
import type { RoadNetwork } from '../../network/road-network.ts'
import type { Kind } from '../../network/speeds.ts'

const addressMetres = 60

/**
 * What places are called: road and number of the standard address within 60 m, else the road that they lie on, else what is given.
 *
 * Cost: an index look-up a place.
 */
export async function nameStops(db: Database, roads: RoadNetwork, places: readonly { longitude: number, latitude: number, otherwise: string, kind: Kind }[]): Promise<string[]> {
  const { rows } = await sql<{ i: number, name: string }>`
    SELECT p.i::integer, a.name FROM unnest(${places.map(each => each.longitude)}::float8[], ${places.map(each => each.latitude)}::float8[]) WITH ORDINALITY AS p(longitude, latitude, i)
    CROSS JOIN LATERAL (SELECT ST_SetSRID(ST_MakePoint(p.longitude, p.latitude), 4326) AS geom) at
    CROSS JOIN LATERAL (
      SELECT concat(a.parts ->> 'road', a.parts ->> 'number') AS name FROM address a
      WHERE a.status = 'active' AND a.level IN ('number', 'building') AND a.parts ? 'road' AND ST_DWithin(a.geom3857, ST_Transform(at.geom, 3857), ${addressMetres} / cos(radians(p.latitude)))
      ORDER BY a.geom3857 <-> ST_Transform(at.geom, 3857), a.id LIMIT 1) a`.execute(db)
  const byAddress = new Map(rows.map(({ i, name }) => [i - 1, name]))
  return places.map(({ longitude, latitude, otherwise, kind }, i) => {
    const snap = snapTo(roads, longitude, latitude, kind), road = snap ? roads.names[roads.edgeName[snap.edge]!] : ''
    return byAddress.get(i) || road || otherwise
  })
}
