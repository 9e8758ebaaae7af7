import { sql } from 'kysely'
import { checkArea } from '../area/count-area.ts'
import type { Database } from '../database.ts'
import { BadInput } from '../errors.ts'
import type { Question } from './choose.ts'

export type Area = { type: 'Polygon', coordinates: [number, number][][] } | { type: 'MultiPolygon', coordinates: [number, number][][][] }

/** Where the incidents of a selection must lie: one of these at most. */
export interface SelectedPlace { division_id?: number, area?: Area, zone?: { id: number, version?: number } }

/**
 * The stations, or the rings in degrees, that a selection is confined to.
 *
 * @throws {BadInput} for more than one of them, an unknown division, zone or version, or a polygon that can't be used
 */
export async function readPlace(db: Database, { division_id: division, area, zone }: SelectedPlace): Promise<Pick<Question, 'stations' | 'rings'>> {
  const given = [...(division === undefined ? [] : ['division_id']), ...(area ? ['area'] : []), ...(zone ? ['zone'] : [])]
  if (given.length > 1) throw new BadInput({ pointer: `/body/selection/${given.at(-1)}`, value: given.join(', '), detail: 'give one of division_id, area and zone, not several' })
  if (area) return { stations: null, rings: await ringsOfArea(db, area) }
  if (zone) return { stations: null, rings: await ringsOfZone(db, zone) }
  if (division === undefined) return { stations: null, rings: null }
  const { rows: [found] } = await sql<{ kind: string, geometry: string, stations: number[] }>`
    SELECT kind, ST_AsGeoJSON(geom, 6) AS geometry, ARRAY(SELECT b.id FROM division b WHERE b.kind = 'station' AND b.path <@ d.path) AS stations
    FROM division d WHERE id = ${division}`.execute(db)
  if (!found) throw new BadInput({ pointer: '/body/selection/division_id', value: division, detail: 'there is no such division; see the layer divisions' })
  if (['bureau', 'branch', 'station'].includes(found.kind)) return { stations: found.stations, rings: null }
  return { stations: null, rings: ringsOf(JSON.parse(found.geometry) as Area) }
}

/** Outlines and holes alike. */
export const ringsOf = (area: Area): [number, number][][] => area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()

/** @throws {BadInput} for what is no valid polygon */
export async function ringsOfArea(db: Database, area: Area, pointer = '/body/selection/area'): Promise<[number, number][][]> {
  const { fault } = await checkArea(db, JSON.stringify(area)).catch((error: { code?: string }) => {
    // What PostGIS can't read; anything else, such as a lost connection, isn't the caller's fault.
    if (error.code === 'XX000') return { fault: 'it can\'t be read' }
    throw error
  })
  if (fault) throw new BadInput({ pointer, value: fault, detail: 'must be a valid polygon in degrees, whose rings are closed and don\'t cross themselves' })
  return ringsOf(area)
}

/** The same selection with the version of its zone named: what is kept must mean the same when the zone has a newer one. */
export async function nameVersion<S extends SelectedPlace>(db: Database, selection: S): Promise<S> {
  if (!selection.zone || selection.zone.version !== undefined) return selection
  const { rows: [row] } = await sql<{ version: number }>`SELECT version FROM zone WHERE id = ${selection.zone.id}`.execute(db)
  return row ? { ...selection, zone: { ...selection.zone, version: row.version } } : selection
}

async function ringsOfZone(db: Database, { id, version }: NonNullable<SelectedPlace['zone']>): Promise<[number, number][][]> {
  const { rows: versions } = await sql<{ version: number, geometry: string | null }>`
    SELECT version, CASE WHEN version = coalesce(${version ?? null}::integer, max(version) OVER ()) THEN ST_AsGeoJSON(geom, 7) END AS geometry
    FROM zone_version WHERE zone_id = ${id} ORDER BY version`.execute(db)
  if (versions.length === 0) throw new BadInput({ pointer: '/body/selection/zone/id', value: id, detail: 'there is no such zone; see /api/zones' })
  const found = versions.find(({ geometry }) => geometry !== null)
  if (!found) throw new BadInput({ pointer: '/body/selection/zone/version', value: version, detail: `the zone has the versions ${versions.map(each => each.version).join(', ')}` })
  return ringsOf(JSON.parse(found.geometry!) as Area)
}
