import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import type { Source } from '../../layers/source.ts'
import type { Span } from '../demand/windows.ts'

/** What the log of an incident says of the work that it made. */
export interface Logged {
  /** From the first arrival on scene to being handled (or closed, where that comes first); null where the log doesn't say. */
  seconds: number | null
  /** When it was done, epoch seconds. */
  done: number | null
  /** Given to another department, and nobody of ours was sent. */
  passedOn: boolean
}

/** A longer one is a status that nobody cleared. */
const mostHours = 12

/**
 * The logs of some incidents, by id. Times between statuses only, not who nor what: enough for whoever may read the incidents.
 *
 * @param ids   of incidents that the caller may read
 * @param span  in which they were received, epoch seconds: finds their partitions
 */
export async function readLogs(db: Database, source: Source, ids: Float64Array, { from, to }: Span): Promise<Map<number, Logged>> {
  const { rows } = await sql<Logged & { id: number }>`
    SELECT id, CASE WHEN done > arrived AND done < arrived + make_interval(hours => ${mostHours}) THEN extract(epoch FROM done - arrived)::float8 END AS seconds,
      extract(epoch FROM done)::float8 AS done, passed AND NOT sent AS "passedOn"
    FROM (SELECT t.id::float8 AS id, t.timeline ${source.from(sql`t.id = ANY(${[...ids]}::bigint[])`, sql`t.received_at >= to_timestamp(${from})`, sql`t.received_at < to_timestamp(${to})`)}) incidents
    CROSS JOIN LATERAL (
      SELECT min(at) FILTER (WHERE status = 'on_scene') AS arrived, min(at) FILTER (WHERE status IN ('handled', 'closed')) AS done,
        coalesce(bool_or(status = 'transferred'), false) AS passed, coalesce(bool_or(status IN ('dispatched', 'enroute', 'on_scene')), false) AS sent
      FROM (SELECT step->>'status' AS status, (step->>'at')::timestamptz AS at FROM jsonb_array_elements(timeline) step) steps) log`.execute(db)
  return new Map(rows.map(({ id, ...logged }) => [id, logged]))
}
