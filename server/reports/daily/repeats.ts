import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import type { Spans } from './spans.ts'

export interface RepeatAddress { address_id: number, address: string, count: number, last_at: string }

/** Addresses that called three times or more in the last seven days. Places, not people: nobody's name is kept anywhere. */
export async function findRepeats(db: Database, stationId: number, { bounds: [, , , week, end] }: Spans): Promise<RepeatAddress[]> {
  const { rows } = await sql<Omit<RepeatAddress, 'last_at'> & { last_at: Date }>`
    SELECT a.id AS address_id, a.full_text AS address, count(*)::integer AS count, max(i.received_at) AS last_at
    FROM incident i JOIN address a ON a.id = i.address_id
    WHERE i.station_id = ${stationId} AND i.received_at >= ${week} AND i.received_at < ${end} AND i.channel <> 'patrol' AND i.merged_into_id IS NULL
    GROUP BY 1, 2 HAVING count(*) >= 3 ORDER BY 3 DESC, 1`.execute(db)
  return rows.map(row => ({ ...row, last_at: row.last_at.toISOString() }))
}
