import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Limits } from './rules.ts'

/** Row `positions` of table setting: how far ahead a clock may be, and how fast a unit of each kind can go at most. */
export interface PositionSettings { future_seconds: number, kmh: Record<string, number> }

const usual: PositionSettings = { future_seconds: 60, kmh: { patrol_car: 250, motorcycle: 250, officer: 250, drone: 150, post: 250, reserve: 250 } }
const fastest = 250

export async function readPositionSettings(db: Database): Promise<PositionSettings> {
  const { rows: [row] } = await sql<{ value: Partial<PositionSettings> }>`SELECT value FROM setting WHERE key = 'positions'`.execute(db)
  return { ...usual, ...row?.value, kmh: { ...usual.kmh, ...row?.value.kmh } }
}

export const limitsFor = ({ future_seconds, kmh }: PositionSettings, kind: string): Limits => ({ futureSeconds: future_seconds, kmh: kmh[kind] ?? fastest })

/** What this database is called among others: made once, and kept with it through backup and restore. */
export async function readDatabaseId(db: Database): Promise<string> {
  await sql`INSERT INTO setting (key, value) VALUES ('database_id', to_jsonb(gen_random_uuid())) ON CONFLICT (key) DO NOTHING`.execute(db)
  const { rows: [row] } = await sql<{ id: string }>`SELECT value #>> '{}' AS id FROM setting WHERE key = 'database_id'`.execute(db)
  return row!.id
}
