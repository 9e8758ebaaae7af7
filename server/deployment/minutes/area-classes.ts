import { cellArea, cellToParent } from 'h3-js'
import { sql } from 'kysely'
import type { StudyArea } from '../../analysis/study-area.ts'
import type { Database } from '../../database.ts'
import type { AreaClass, DeploymentSetting } from './setting.ts'

const densityResolution = 8

/**
 * Whether cells lie in the city, its outskirts or the countryside: as the setting says of their division, else by residents a
 * square kilometre of the cell of resolution 8 around them (or, of coarser cells, of themselves).
 *
 * @param station  by cell, 0 for none
 * @param area     the study area at resolution 8, or the cells' own where that is coarser; residents there are published ones
 * @returns null where nothing is known of residents: nobody can tell city from countryside then
 */
export function classesOf(cells: readonly string[], station: ArrayLike<number>, area: StudyArea, byStation: ReadonlyMap<number, AreaClass>, { residents_per_km2: least }: DeploymentSetting): (AreaClass | null)[] {
  const residents = new Map(area.cells.map((cell, i) => [cell, area.residents[i]!])), anyKnown = area.residents.some(n => n > 0)
  const byParent = new Map<string, AreaClass>()
  const ofDensity = (cell: string): AreaClass => {
    const parent = area.resolution < densityResolution ? cell : cellToParent(cell, densityResolution)
    let found = byParent.get(parent)
    if (!found) {
      const density = (residents.get(parent) ?? 0) / cellArea(parent, 'km2')
      byParent.set(parent, found = density >= least.city ? 'city' : density >= least.outskirts ? 'outskirts' : 'rural')
    }
    return found
  }
  return cells.map((cell, i) => byStation.get(station[i]!) ?? (anyKnown ? ofDensity(cell) : null))
}

/** The class that the setting gives the stations of divisions; the smallest division that it names counts. */
export async function classesByStation(db: Database, { divisions }: DeploymentSetting): Promise<Map<number, AreaClass>> {
  const ids = Object.keys(divisions)
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ station: number, division: number }>`
    SELECT DISTINCT ON (s.id) s.id AS station, d.id AS division FROM division s JOIN division d ON s.path <@ d.path
    WHERE s.kind = 'station' AND d.id = ANY(${ids.map(Number)}::integer[]) ORDER BY s.id, nlevel(d.path) DESC`.execute(db)
  return new Map(rows.map(({ station, division }) => [station, divisions[division]!]))
}
