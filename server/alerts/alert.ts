import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'
import { instant } from '../instant.ts'

/** An alert as callers and open maps read it. */
export interface Alert {
  id: number
  rule_id: number | null
  rule: { name: string, name_en: string } | null
  kind: string
  subject: string
  level: 'warn' | 'alert'
  grade: number
  sound: boolean
  raised_at: string
  seen_at: string
  cleared_at: string | null
  acknowledged_at: string | null
  actor: string | null
  note: string | null
  escalated_at: string | null
  station_id: number | null
  incident_id: number | null
  unit_id: number | null
  longitude: number | null
  latitude: number | null
  data: Record<string, unknown>
}

/** One alert as a JSON object, from `alert a LEFT JOIN alert_rule r`. */
const alertJson = sql`json_build_object('id', a.id, 'rule_id', a.rule_id, 'rule', CASE WHEN r.id IS NOT NULL THEN json_build_object('name', r.name, 'name_en', r.name_en) END,
  'kind', a.kind, 'subject', a.subject, 'level', a.level, 'grade', a.grade, 'sound', coalesce(r.sound, false),
  'raised_at', ${instant('a.raised_at')}, 'seen_at', ${instant('a.seen_at')}, 'cleared_at', ${instant('a.cleared_at')}, 'acknowledged_at', ${instant('a.acknowledged_at')},
  'actor', a.actor, 'note', a.note, 'escalated_at', ${instant('a.escalated_at')}, 'station_id', a.station_id, 'incident_id', a.incident_id, 'unit_id', a.unit_id,
  'longitude', a.longitude, 'latitude', a.latitude, 'data', a.data)`

/** Alerts that meet a condition on `a`, newest first. */
export async function selectAlerts(db: Database, condition: RawBuilder<unknown>, limit: number): Promise<Alert[]> {
  const { rows } = await sql<{ alert: Alert }>`
    SELECT ${alertJson} AS alert FROM alert a LEFT JOIN alert_rule r ON r.id = a.rule_id WHERE ${condition} ORDER BY a.raised_at DESC, a.id DESC LIMIT ${limit}`.execute(db)
  return rows.map(({ alert }) => alert)
}

export type AlertChange = 'raised' | 'escalated' | 'acknowledged' | 'cleared'

/** Tell open maps of alerts, at commit: those whose scope covers the station; everybody where there is none. */
export async function announceAlerts(transaction: Database, ids: readonly number[], change: AlertChange): Promise<void> {
  if (ids.length === 0) return
  await sql`
    SELECT announce_live('alert', a.station_id, (${alertJson}::jsonb || jsonb_build_object('change', ${change}::text))::json)
    FROM alert a LEFT JOIN alert_rule r ON r.id = a.rule_id WHERE a.id = ANY(${[...ids]}::bigint[]) ORDER BY a.id`.execute(transaction)
}
