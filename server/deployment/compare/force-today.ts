import { sql } from 'kysely'
import type { Question } from '../../analysis/choose.ts'
import { insideOf } from '../../analysis/insideness.ts'
import { staleAfterMs } from '../../coverage/counted-units.ts'
import type { Services } from '../../services.ts'
import type { Stand } from '../figures/stands.ts'
import type { Force } from '../minutes/setting.ts'
import { readDuty } from '../plans/duty.ts'

/**
 * Where a force stands now: as the duty plans in force say, or, without any, where its units on duty are. `plan_id`: the first of
 * possibly several plans, such as of two divisions. `without_fix`: on duty, but nobody knows where.
 */
export interface ForceToday { source: 'duty_plan' | 'units', plan_id: number | null, stands: Stand[], without_fix: number }

/**
 * The force of a place at an instant.
 *
 * @param question  whose place is meant: units of its stations, or within its rings
 */
export async function forceToday({ db, units }: Pick<Services, 'db' | 'units'>, force: Force, { stations, rings }: Pick<Question, 'stations' | 'rings'>, now: Date): Promise<ForceToday> {
  const inside = rings ? insideOf(rings) : () => true
  const duty = await readDuty(db, sql`p.status = 'published' AND p.force = ${force} AND d.from_at <= ${now} AND d.to_at > ${now}
    AND (${stations === null}::boolean OR ST_Within(d.geom, (SELECT ST_Union(s.geom) FROM division s WHERE s.id = ANY(${stations ?? []}::integer[]))))`)
  const posts = duty.filter(({ longitude, latitude }) => inside(longitude, latitude))
  if (posts.length > 0) {
    const bySite = Map.groupBy(posts, ({ site }) => site)
    const stands = [...bySite].map(([id, at]): Stand => ({ id, kind: at[0]!.kind, name: at[0]!.name, longitude: at[0]!.longitude, latitude: at[0]!.latitude, units: at.length, unit_ids: at.flatMap(({ unit_id: unit }) => unit ?? []) }))
    return { source: 'duty_plan', plan_id: posts[0]!.plan_id, stands, without_fix: 0 }
  }
  const onDuty = [...units.all()].filter(({ kind, meaning, stationId }) => kind === force && meaning !== 'off_duty' && (!stations || stationId !== null && stations.includes(stationId)))
  const seen = onDuty.filter(({ fix }) => fix && now.getTime() - fix.at <= staleAfterMs)
  const stands = seen.map(({ id, callsign, fix }): Stand => ({ id: `unit:${id}`, kind: 'unit', name: callsign, longitude: fix!.longitude, latitude: fix!.latitude, units: 1, unit_ids: [id] }))
  return { source: 'units', plan_id: null, stands: stands.filter(({ longitude, latitude }) => inside(longitude, latitude)), without_fix: onDuty.length - seen.length }
}
