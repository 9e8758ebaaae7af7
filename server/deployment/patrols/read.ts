import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../database.ts'
import { instant } from '../../instant.ts'
import type { Patrol } from './schemas.ts'

export type KeptPatrol = Patrol & { id: number }

/** Patrols that meet a condition on `patrol_plan p`, newest first. */
export async function readPatrols(db: Database, condition: RawBuilder<unknown>, limit = 100): Promise<KeptPatrol[]> {
  const { rows } = await sql<{ patrol: KeptPatrol }>`
    SELECT json_build_object('id', p.id, 'name', p.name, 'day', p.day, 'shift', p.shift, 'from', ${instant('p.from_at')}, 'to', ${instant('p.to_at')}, 'status', p.status, 'seed', p.seed,
      'settings', p.settings, 'stops', p.stops, 'tours', p.tours, 'unserved', p.unserved, 'notes', p.notes, 'author', p.author, 'created_at', ${instant('p.created_at')},
      'published', CASE WHEN p.published_at IS NOT NULL THEN json_build_object('at', ${instant('p.published_at')}, 'by', p.published_by) END,
      'withdrawn', CASE WHEN p.withdrawn_at IS NOT NULL THEN json_build_object('at', ${instant('p.withdrawn_at')}, 'by', p.withdrawn_by, 'reason', p.withdrawn_reason) END) AS patrol
    FROM patrol_plan p WHERE ${condition} ORDER BY p.id DESC LIMIT ${limit}`.execute(db)
  return rows.map(({ patrol }) => patrol)
}
