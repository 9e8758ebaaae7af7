import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Source } from '../layers/source.ts'

export interface CodedAddress { id: number, code: string, full_text: string, longitude: number, latitude: number, station_id: number | null }

/** The address with a code; of a merged one, the one that it was merged into. */
export async function addressByCode(db: Database, source: Source, code: string): Promise<CodedAddress | undefined> {
  let condition = sql`${source.column('code')} = ${code}`
  for (let steps = 0; steps < 5; steps++) {
    const { rows: [row] } = await sql<CodedAddress & { merged_into: number | null }>`
      SELECT t.id, ${source.column('code')}, ${source.column('full_text')}, ST_X(t.geom) AS longitude, ST_Y(t.geom) AS latitude, ${source.column('station_id')}, t.merged_into
      ${source.from(condition)}`.execute(db)
    if (!row) return undefined
    const { merged_into, ...address } = row
    if (merged_into === null) return address
    condition = sql`t.id = ${merged_into}`
  }
  return undefined
}
