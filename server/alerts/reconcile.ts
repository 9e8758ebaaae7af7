import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { announceAlerts } from './alert.ts'
import type { Held } from './kinds/evaluator.ts'
import type { AlertRule } from './rules/rule.ts'

/** What an evaluation found for a rule; a rule that couldn't be evaluated isn't among the findings, and its alerts stay as they are. */
export interface Finding { rule: AlertRule, held: readonly Held[] }
export interface Reconciled { raised: number[], cleared: number[], escalated: number[] }

interface OpenAlert { id: number, rule_id: number | null, subject: string }

/**
 * Bring the table of alerts in line with what holds now, and tell open maps what changed. All in one transaction.
 *
 * - holds and isn't open: raised, unless the same subject's last alert of that rule ended less than the quiet time ago;
 * - holds and is open: seen again, figures refreshed;
 * - is open and no longer holds, or its rule is gone: cleared;
 * - is open, nobody acknowledged it in the rule's time: escalated, once.
 *
 * @param known  ids of all rules there are, so that an alert of a removed one is cleared
 */
export const reconcile = (db: Database, findings: readonly Finding[], known: ReadonlySet<number>, now: Date): Promise<Reconciled> =>
  db.transaction().execute(async transaction => {
    const { rows: open } = await sql<OpenAlert>`SELECT id, rule_id, subject FROM alert WHERE cleared_at IS NULL FOR UPDATE`.execute(transaction)
    const held = new Map(findings.flatMap(({ rule, held }) => held.map(each => [keyOf(rule.id, each.subject), { rule, each }] as const)))
    const evaluated = new Set(findings.map(({ rule }) => rule.id))
    const openKeys = new Set(open.map(alert => keyOf(alert.rule_id, alert.subject)))
    const still = open.filter(alert => held.has(keyOf(alert.rule_id, alert.subject)))
    const ended = open.filter(alert => !held.has(keyOf(alert.rule_id, alert.subject)) && (alert.rule_id === null || evaluated.has(alert.rule_id) || !known.has(alert.rule_id)))
    await refresh(transaction, still.map(alert => ({ id: alert.id, ...held.get(keyOf(alert.rule_id, alert.subject))!.each })), now)
    await sql`UPDATE alert SET cleared_at = ${now} WHERE id = ANY(${ended.map(({ id }) => id)}::bigint[])`.execute(transaction)
    const raised = await raise(transaction, [...held].filter(([key]) => !openKeys.has(key)).map(([, found]) => found), now)
    const escalated = await escalate(transaction, findings.map(({ rule }) => rule), now)
    const cleared = ended.map(({ id }) => id)
    await announceAlerts(transaction, raised, 'raised')
    await announceAlerts(transaction, cleared, 'cleared')
    await announceAlerts(transaction, escalated, 'escalated')
    return { raised, cleared, escalated }
  })

const keyOf = (ruleId: number | null, subject: string): string => `${ruleId} ${subject}`

async function refresh(transaction: Database, alerts: readonly (Held & { id: number })[], now: Date): Promise<void> {
  if (alerts.length === 0) return
  await sql`
    UPDATE alert a SET seen_at = ${now}, data = h.data, longitude = h.longitude, latitude = h.latitude
    FROM json_to_recordset(${JSON.stringify(alerts.map(({ id, data, longitude, latitude }) => ({ id, data, longitude, latitude })))}::json)
      AS h(id bigint, data jsonb, longitude float8, latitude float8)
    WHERE a.id = h.id`.execute(transaction)
}

async function raise(transaction: Database, found: readonly { rule: AlertRule, each: Held }[], now: Date): Promise<number[]> {
  if (found.length === 0) return []
  const rows = found.map(({ rule, each }) => ({ rule_id: rule.id, kind: rule.kind, grade: rule.grade, quiet_minutes: rule.quiet_minutes, ...each }))
  const { rows: raised } = await sql<{ id: number }>`
    INSERT INTO alert (rule_id, kind, subject, grade, level, raised_at, seen_at, station_id, incident_id, unit_id, longitude, latitude, data)
    SELECT h.rule_id, h.kind, h.subject, h.grade, h.level, ${now}, ${now}, s.id, h.incident_id, h.unit_id, h.longitude, h.latitude, h.data
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS h(rule_id integer, kind text, subject text, grade smallint, level text, quiet_minutes integer,
      station_id integer, incident_id bigint, unit_id bigint, longitude float8, latitude float8, data jsonb)
    LEFT JOIN division s ON s.id = h.station_id
    WHERE NOT EXISTS (SELECT 1 FROM alert e WHERE e.rule_id = h.rule_id AND e.subject = h.subject
      AND e.cleared_at > ${now}::timestamptz - make_interval(mins => h.quiet_minutes))
    ON CONFLICT DO NOTHING
    RETURNING id`.execute(transaction)
  return raised.map(({ id }) => id)
}

async function escalate(transaction: Database, rules: readonly AlertRule[], now: Date): Promise<number[]> {
  const patient = rules.filter(({ escalate_minutes }) => escalate_minutes !== null)
  if (patient.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    UPDATE alert a SET escalated_at = ${now}
    FROM json_to_recordset(${JSON.stringify(patient.map(({ id, escalate_minutes }) => ({ id, escalate_minutes })))}::json) AS r(id integer, escalate_minutes integer)
    WHERE a.rule_id = r.id AND a.cleared_at IS NULL AND a.acknowledged_at IS NULL AND a.escalated_at IS NULL
      AND a.raised_at <= ${now}::timestamptz - make_interval(mins => r.escalate_minutes)
    RETURNING a.id`.execute(transaction)
  return rows.map(({ id }) => id)
}
