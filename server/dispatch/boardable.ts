import { sql } from 'kysely'
import type { SignedIn } from '../access/sessions.ts'
import type { Database } from '../database.ts'
import type { Meaning } from './change-status.ts'
import { mayBoard } from './crew.ts'

export interface BoardableUnit { id: number, callsign: string, kind: string, status: string, meaning: Meaning, station_id: number | null, on_board: number }

/**
 * Units that an account may board: those of its own stations, on duty or off, by callsign.
 *
 * @param part  of the callsign, in either case; empty for all
 * @returns at most `limit`; none for accounts that stand for nobody on duty
 */
export async function boardableUnits(db: Database, { caller }: SignedIn, part = '', limit = 100): Promise<BoardableUnit[]> {
  if (!mayBoard(caller)) return []
  const own = caller.stations === 'all' ? sql`true` : sql`u.station_id = ANY(${[...caller.stations]}::integer[])`
  const { rows } = await sql<BoardableUnit>`
    SELECT u.id, u.callsign, u.kind, u.status, s.meaning, u.station_id, (SELECT count(*)::integer FROM unit_crew c WHERE c.unit_id = u.id) AS on_board
    FROM unit u JOIN unit_status s ON s.code = u.status
    WHERE ${own} AND strpos(lower(u.callsign), lower(${part})) > 0 ORDER BY u.callsign, u.id LIMIT ${limit}`.execute(db)
  return rows
}
