import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { snapTo } from '../coverage/anchors.ts'
import { staleAfterMs } from '../coverage/counted-units.ts'
import type { CountedUnit } from '../coverage/cover-rules.ts'
import { sendableKinds } from '../coverage/rules/rule.ts'
import type { RoadNetwork } from '../network/road-network.ts'
import { kindOfUnit } from '../network/speeds.ts'
import { meaningAt, readStatusHistory } from './status-history.ts'

/** Units that could have been sent at an instant, from where the track has them: as live coverage counts, half an hour back at most. */
export async function unitsAt(db: Database, network: RoadNetwork, at: Date): Promise<CountedUnit[]> {
  const { rows } = await sql<{ id: number, kind: string, longitude: number, latitude: number }>`
    SELECT u.id, u.kind, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude
    FROM unit u CROSS JOIN LATERAL (
      SELECT t.geom FROM unit_track t WHERE t.unit_id = u.id AND t.at <= ${at} AND t.at > ${new Date(at.getTime() - staleAfterMs)} ORDER BY t.at DESC LIMIT 1) p
    WHERE u.kind = ANY(${[...sendableKinds]}::text[])`.execute(db)
  const histories = await readStatusHistory(db, rows.map(({ id }) => id), at, at)
  return rows.flatMap(({ id, kind, longitude, latitude }): CountedUnit[] => {
    if (meaningAt(histories.get(id) ?? [], at.getTime()) !== 'available') return []
    const snap = snapTo(network, longitude, latitude, kindOfUnit(kind))
    return snap ? [{ id, kind, snap }] : []
  })
}
