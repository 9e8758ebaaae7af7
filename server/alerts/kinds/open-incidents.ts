import { sql } from 'kysely'
import { openStatuses } from '../../desk/statuses.ts'
import type { Moment } from './evaluator.ts'

/** An incident that still needs somebody, as alerts see it: nothing restricted. */
export interface OpenIncident {
  id: number
  number: string
  code: string
  grade: number
  status: string
  received_at: Date
  station_id: number | null
  longitude: number | null
  latitude: number | null
}

/** Open ones of the last three days; what never closed in older history is no news. */
export async function readOpenIncidents({ db, now }: Pick<Moment, 'db' | 'now'>): Promise<OpenIncident[]> {
  const { rows } = await sql<OpenIncident>`
    SELECT id, number, code, grade, status, received_at, station_id, ST_X(geom) AS longitude, ST_Y(geom) AS latitude
    FROM incident
    WHERE status NOT IN ('closed', 'handled') AND status = ANY(${[...openStatuses]}::text[]) AND merged_into_id IS NULL
      AND received_at > ${now}::timestamptz - interval '3 days' AND received_at <= ${now}::timestamptz + interval '5 minutes'`.execute(db)
  return rows
}

export const hasType = (prefixes: readonly string[], code: string): boolean => prefixes.length === 0 || prefixes.some(prefix => code.startsWith(prefix))
