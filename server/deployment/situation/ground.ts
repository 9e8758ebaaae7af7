import { sql } from 'kysely'
import { localDay } from '../../../layers/time.ts'
import type { Services } from '../../services.ts'
import type { Demand } from '../demand/gather-demand.ts'
import { classesByStation, classesOf } from '../minutes/area-classes.ts'
import { readSetting, type AreaClass, type Force } from '../minutes/setting.ts'
import { anchorsOf } from './anchors.ts'
import type { Ground } from './situation.ts'

/** What is known of the cells of demand beside their incidents, and the times allowed there. @param minutes  instead of the setting's */
export async function describeGround({ db, analysis, vocabulary, deployment }: Pick<Services, 'db' | 'analysis' | 'vocabulary' | 'deployment'>, { cells, resolution, station }: Pick<Demand, 'cells' | 'resolution' | 'station'>, force: Force, minutes: { readonly [C in AreaClass]?: number }): Promise<Ground> {
  const setting = await readSetting(db), { timeZone } = await vocabulary()
  const [area, dense, places, byStation, city] = await Promise.all([
    analysis.studyArea(resolution), analysis.studyArea(Math.min(8, resolution)),
    sql<{ cell: string, n: number }>`
      SELECT to_hex(h3_parent(p.cell, ${resolution})) AS cell, count(*)::integer AS n FROM place p JOIN place_category c ON c.code = p.category AND c.key_category GROUP BY 1`.execute(db),
    classesByStation(db, setting), deployment.cityCells.get(localDay(new Date(), timeZone)),
  ])
  const residents = new Map(area.cells.map((cell, i) => [cell, area.residents[i]!])), keys = new Map(places.rows.map(({ cell, n }) => [cell, n]))
  const classes = classesOf(cells, station, dense, byStation, setting)
  // Where nobody knows city from countryside the strictest times hold.
  const limitOf = (each: AreaClass | null) => 60 * (minutes[each ?? 'city'] ?? setting.minutes[each ?? 'city'][force])
  return {
    ...anchorsOf(cells, resolution, city), residents: cells.map(cell => residents.get(cell) ?? 0), key_places: cells.map(cell => keys.get(cell) ?? 0),
    area_class: classes, limits: classes.map(limitOf),
  }
}
