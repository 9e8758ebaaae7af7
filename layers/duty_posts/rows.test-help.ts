import { sql } from 'kysely'
import { cellOf } from '../h3.ts'
import type { Database } from '../../server/database.ts'

export interface PostRow { name: string, longitude: number, latitude: number, unitIds?: (number | null)[], fromMinutes?: number, toMinutes?: number }

/**
 * A plan with its duty, straight into the tables: how it was found is nobody's business here.
 *
 * @param posts  hours in minutes from now; unless told a post began an hour ago and lasts for one more. One unit that isn't named unless told
 * @returns the plan's id
 */
export async function putPlan(db: Database, posts: readonly PostRow[], { name = '今晚勤务', force = 'patrol_car', status = 'published' } = {}): Promise<number> {
  const hash = 'a'.repeat(64), published = status !== 'draft', now = Date.now(), later = (minutes: number) => new Date(now + minutes * 60_000)
  await sql`INSERT INTO deployment_situation (hash, content) VALUES (${hash}, '{}') ON CONFLICT DO NOTHING`.execute(db)
  const { rows: [plan] } = await sql<{ id: number }>`
    INSERT INTO deployment_plan (name, valid_from, valid_to, force, model, parameters, selection, judge_from, situation, sites, result, status, author_id, author, published_at, published_by)
    VALUES (${name}, current_date, current_date, ${force}, 'p_median', '{}', '{}', now(), ${hash}, '[]', '{}', ${status}, 0, '研判员', ${published ? new Date() : null}, ${published ? '局长' : null}) RETURNING id`.execute(db)
  for (const [i, { unitIds = [null], fromMinutes = -60, toMinutes = 60, ...post }] of posts.entries()) for (const unitId of unitIds)
    await sql`INSERT INTO duty_post (plan_id, day, site, name, unit_id, from_at, to_at, geom, cell)
      VALUES (${plan!.id}, current_date, ${`site:${i}`}, ${post.name}, ${unitId}, ${later(fromMinutes)}, ${later(toMinutes)},
        ST_SetSRID(ST_MakePoint(${post.longitude}, ${post.latitude}), 4326), ${cellOf(post.longitude, post.latitude)}::bigint)`.execute(db)
  return plan!.id
}

/** What the map's contract is tried on. */
export const putRows = (db: Database): Promise<number> => putPlan(db, [{ name: '火车站广场', longitude: 118.11, latitude: 24.47 }, { name: '中山路口', longitude: 118.08, latitude: 24.46 }])
