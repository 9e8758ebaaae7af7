import { readFileSync } from 'node:fs'
import type { MultiPolygon } from 'geojson'
import type pg from 'pg'
import { cellOf } from '../../layers/h3.ts'
import { contains, Grid, toDegrees, toPlane, type Point, type Ring } from '../plane.ts'
import { cellAt, partition } from './cells.ts'
import { readDistricts, readStreets } from './outlines.ts'
import { createTerrain, type Terrain } from './terrain.ts'
import { divisionTree, type Node } from './tree.ts'

/** A division as it is stored. */
export interface Division extends Node {
  /** EWKB, hexadecimal. */
  geom: string
  cell: string
  /** A point on its surface. */
  at: Point
}

/** Who answers for a point, and what its address begins with. */
export interface Jurisdiction {
  province: Division, city: Division, district: Division, street: Division, community: Division
  station: Division, beat: Division
}

export interface Geography {
  terrain: Terrain
  divisions: Division[]
  /** Undefined outside the city. Exact. */
  jurisdictionAt(point: Point): Jurisdiction | undefined
  /** Middles of all communities on dry land, and which of them are out in the country. */
  villages: { at: Point, rural: boolean, name: string }[]
  /** A closed line 180 m inland of the shore of the main island. */
  islandRing: Point[]
  /** Districts, by their number in the terrain. */
  districts: Division[]
}

const sqlFile = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

const ringsOf = (outline: MultiPolygon): Ring[] => outline.coordinates.flat().map(ring => ring.map(p => toPlane(p[0]!, p[1]!)))

/**
 * Repair the districts' outlines and tile them with streets, communities, stations and beats.
 * PostGIS does the topology; temporary tables of this connection hold the pieces until the transaction ends.
 */
export async function createGeography(client: pg.Client, seed: number): Promise<Geography> {
  const districts = readDistricts(), streets = readStreets()
  const repaired = await client.query<{ number: number, outline: string }>(sqlFile('districts.sql'),
    [JSON.stringify(districts.map((district, i) => ({ number: i + 1, outline: district.outline })))])
  const rings = repaired.rows.map(row => ringsOf(JSON.parse(row.outline) as MultiPolygon))
  const terrain = createTerrain(seed, rings)
  const { cells, borders } = partition(seed, terrain, districts, streets, rings)

  const communities = streets.flatMap(street => street.communities)
  const villages = cells.filter(cell => terrain.dryDistrict(...cell.centre) === cell.district)
    .map(cell => ({ at: cell.centre, rural: terrain.density(...cell.centre) < 0.3 && !islandDistricts.includes(districts[cell.district - 1]!.code), name: communities[cell.community]!.name }))
  terrain.settle(villages.filter(village => village.rural).map(village => village.at))

  await client.query('CREATE TEMP TABLE seed_piece (community integer, geom geometry) ON COMMIT DROP')
  const faces = await client.query<{ geom: string, number: number, longitude: number, latitude: number }>(sqlFile('tiling.sql'), [
    JSON.stringify(repaired.rows),
    JSON.stringify({ type: 'MultiLineString', coordinates: borders.map(border => border.map(toDegrees)) }),
  ])
  const owners = faces.rows.map(face => cellAt(cells, face.number, toPlane(face.longitude, face.latitude)).community)
  await client.query('INSERT INTO seed_piece SELECT o, g::geometry FROM unnest($1::integer[], $2::text[]) p(o, g)', [owners, faces.rows.map(face => face.geom)])

  const nodes = divisionTree(districts, streets, cells)
  const shapes = await shapesOf(client, nodes)
  const divisions = nodes.map((node): Division => {
    const shape = shapes.get(node.communities.join())
    if (!shape) throw new Error(`${node.kind} ${node.name} has no land`)
    return { ...node, geom: shape.geom, at: toPlane(shape.longitude, shape.latitude), cell: cellOf(shape.longitude, shape.latitude) }
  })
  return {
    terrain, divisions, villages,
    islandRing: await islandRing(client, repaired.rows.filter((_, i) => islandDistricts.includes(districts[i]!.code)).map(row => row.outline)),
    districts: divisions.filter(division => division.kind === 'district'),
    jurisdictionAt: locator(divisions, new Map(nodes.filter(node => node.kind === 'community').map(node => [node.id, ringsOf(shapes.get(node.communities.join())!.outline!)]))),
  }
}

/** Siming and Huli. */
const islandDistricts = ['350203', '350206']

async function islandRing(client: pg.Client, outlines: readonly string[]): Promise<Point[]> {
  const { rows: [row] } = await client.query<{ ring: string }>(`
    SELECT ST_AsGeoJSON(ST_ChaikinSmoothing(ST_Simplify(ST_ExteriorRing(part.geom), 0.0006), 3)) AS ring
    FROM (SELECT ST_Union(ST_SetSRID(ST_GeomFromGeoJSON(o), 4326)) AS geom FROM unnest($1::text[]) o) island,
         ST_Dump(ST_Buffer(island.geom::geography, -180)::geometry) part
    ORDER BY ST_Area(part.geom) DESC LIMIT 1`, [outlines])
  return (JSON.parse(row!.ring) as { coordinates: [number, number][] }).coordinates.map(([longitude, latitude]) => toPlane(longitude, latitude))
}

/** The outline is kept for single communities, which all others are made of. */
interface Shape { geom: string, outline: MultiPolygon | null, longitude: number, latitude: number }

/** One shape for every distinct set of communities. */
async function shapesOf(client: pg.Client, nodes: readonly Node[]): Promise<Map<string, Shape>> {
  const sets = [...new Map(nodes.map(node => [node.communities.join(), node.communities])).values()]
  const { rows } = await client.query<{ number: number, geom: string, outline: string | null, longitude: number, latitude: number }>(`
    WITH community AS (SELECT community, ST_Union(geom) AS geom FROM seed_piece GROUP BY community),
    member AS (SELECT * FROM unnest($1::integer[], $2::integer[]) m(number, community)),
    shape AS (SELECT m.number, count(*) AS pieces, ST_Multi(ST_Union(c.geom)) AS geom FROM member m JOIN community c USING (community) GROUP BY m.number)
    SELECT number, encode(ST_AsEWKB(geom), 'hex') AS geom, CASE WHEN pieces = 1 THEN ST_AsGeoJSON(geom, 15) END AS outline,
           ST_X(ST_PointOnSurface(geom)) AS longitude, ST_Y(ST_PointOnSurface(geom)) AS latitude
    FROM shape ORDER BY number`,
  [sets.flatMap((set, i) => set.map(() => i)), sets.flat()])
  return new Map(rows.map(row => [sets[row.number]!.join(), { ...row, outline: row.outline ? JSON.parse(row.outline) as MultiPolygon : null }]))
}

function locator(divisions: readonly Division[], outlines: ReadonlyMap<number, Ring[]>): (point: Point) => Jurisdiction | undefined {
  const byId = new Map(divisions.map(division => [division.id, division]))
  const beatOf = new Map(divisions.filter(division => division.kind === 'beat').flatMap(beat => beat.communities.map(community => [community, beat])))
  const grid = new Grid<{ rings: Ring[], jurisdiction: Jurisdiction }>(500)
  for (const community of divisions) {
    if (community.kind !== 'community') continue
    const street = byId.get(community.parent!.id)!, district = byId.get(street.parent!.id)!, city = byId.get(district.parent!.id)!
    const beat = beatOf.get(community.communities[0]!)!
    const jurisdiction: Jurisdiction = { province: byId.get(city.parent!.id)!, city, district, street, community, beat, station: byId.get(beat.stationId!)! }
    for (const ring of outlines.get(community.id)!) {
      const xs = ring.map(p => p[0]), ys = ring.map(p => p[1])
      grid.add({ rings: outlines.get(community.id)!, jurisdiction }, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
    }
  }
  return ([x, y]) => {
    for (const { rings, jurisdiction } of grid.near(x, y, 0)) if (contains(rings, x, y)) return jurisdiction
    return undefined
  }
}
