import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import { NotFound } from '../../errors.ts'
import { readRules, type AlertRule } from './rule.ts'
import type { RuleBody } from './validate.ts'

/** Every column that a body sets, with what it is where the body doesn't say. */
const columnsOf = (rule: RuleBody) => ({
  name: rule.name, name_en: rule.name_en, kind: rule.kind, type_prefixes: rule.type_prefixes ?? [], division_id: rule.division_id ?? null,
  area: rule.area ? sql`ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(rule.area)}), 4326))` : null,
  from_hour: rule.from_hour ?? null, to_hour: rule.to_hour ?? null, weekdays: rule.weekdays ?? [], threshold: rule.threshold ?? null,
  window_minutes: rule.window_minutes ?? null, quiet_minutes: rule.quiet_minutes ?? 30, escalate_minutes: rule.escalate_minutes ?? null,
  grade: rule.grade ?? 2, sound: rule.sound ?? true, enabled: rule.enabled ?? true,
})

export async function insertRule(db: Database, rule: RuleBody, accountId: number): Promise<AlertRule> {
  const { id } = await db.insertInto('alert_rule').values({ ...columnsOf(rule), updated_by: accountId }).returning('id').executeTakeFirstOrThrow()
  return findRule(db, id)
}

/** Write a rule whole. @throws {NotFound} */
export async function replaceRule(db: Database, id: number, rule: RuleBody, accountId: number): Promise<AlertRule> {
  const { numUpdatedRows } = await db.updateTable('alert_rule').set({ ...columnsOf(rule), updated_by: accountId, updated_at: sql`now()` }).where('id', '=', id).executeTakeFirst()
  if (!numUpdatedRows) throw new NotFound('alert rule', id)
  return findRule(db, id)
}

/** Its open alerts end with the next evaluation. @throws {NotFound} */
export async function deleteRule(db: Database, id: number): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('alert_rule').where('id', '=', id).executeTakeFirst()
  if (!numDeletedRows) throw new NotFound('alert rule', id)
}

async function findRule(db: Database, id: number): Promise<AlertRule> {
  return (await readRules(db)).find(rule => rule.id === id)!
}
