import { sql } from 'kysely'
import type { Database } from '../../database.ts'

export const alertKinds = ['incident', 'burst', 'unanswered', 'unit_timer', 'stale_unit', 'void', 'handover', 'outbox', 'roll_call'] as const
export type AlertKind = (typeof alertKinds)[number]

/** Rings of longitude, latitude in degrees, WGS 84. */
export interface Area { type: 'MultiPolygon', coordinates: [number, number][][][] }

/** What raises its hand, when and where. Null or empty means: any. */
export interface AlertRule {
  id: number
  name: string
  name_en: string
  kind: AlertKind
  type_prefixes: string[]
  division_id: number | null
  area: Area | null
  /** Local hours; 22 to 6 goes over midnight. */
  from_hour: number | null
  to_hour: number | null
  /** 1 Monday … 7 Sunday. */
  weekdays: number[]
  /** Incidents for `burst`, minutes for the others. */
  threshold: number | null
  window_minutes: number | null
  /** After an alert ended, the same subject is left alone for so long. */
  quiet_minutes: number
  escalate_minutes: number | null
  grade: number
  sound: boolean
  enabled: boolean
}

/** Every rule, by id. */
export async function readRules(db: Database): Promise<AlertRule[]> {
  const { rows } = await sql<AlertRule>`
    SELECT id, name, name_en, kind, type_prefixes, division_id, ST_AsGeoJSON(area, 6)::json AS area, from_hour, to_hour, weekdays, threshold,
           window_minutes, quiet_minutes, escalate_minutes, grade, sound, enabled
    FROM alert_rule ORDER BY id`.execute(db)
  return rows
}
