import { sql } from 'kysely'
import { cellOf } from '../../../layers/h3.ts'
import { audit } from '../../access/audit.ts'
import type { SignedIn } from '../../access/sessions.ts'
import type { Shift } from '../../analysis/vocabulary.ts'
import type { Database } from '../../database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { transact } from '../../transact.ts'
import { readPlans, type DeploymentPlan, type KeptResult } from './plan.ts'
import { daysBetween, shiftSpan } from './shift-hours.ts'
import type { Situation } from '../situation/situation.ts'

export interface NewPlan extends Pick<DeploymentPlan, 'name' | 'division_id' | 'shift' | 'valid_from' | 'valid_to' | 'force' | 'model' | 'parameters' | 'selection' | 'judge_from' | 'judge_to' | 'sites' | 'moved'> {
  result: KeptResult
  situation: { hash: string, content: Situation }
}

/** Keep a plan as a draft, with what it was made of. */
export function keepPlan(db: Database, { account }: SignedIn, plan: NewPlan): Promise<DeploymentPlan> {
  return transact(db, async transaction => {
    await sql`INSERT INTO deployment_situation (hash, content) VALUES (${plan.situation.hash}, ${JSON.stringify(plan.situation.content)}) ON CONFLICT (hash) DO NOTHING`.execute(transaction)
    const { rows: [row] } = await sql<{ id: number }>`
      INSERT INTO deployment_plan (name, division_id, shift, valid_from, valid_to, force, model, parameters, selection, judge_from, judge_to, situation, sites, result, moved, author_id, author)
      VALUES (${plan.name}, ${plan.division_id}, ${plan.shift}, ${plan.valid_from}, ${plan.valid_to}, ${plan.force}, ${plan.model}, ${JSON.stringify(plan.parameters)}, ${JSON.stringify(plan.selection)},
        ${plan.judge_from}, ${plan.judge_to}, ${plan.situation.hash}, ${JSON.stringify(plan.sites)}, ${JSON.stringify(plan.result)}, ${plan.moved}, ${account.id}, ${account.display_name}) RETURNING id`.execute(transaction)
    return told(transaction, row!.id, account.id, 'deployment plan made', { name: plan.name, situation: plan.situation.hash })
  })
}

/**
 * Make a draft the duty of its shift on its days: who stands where, from when to when. Days on which the shift is over have none:
 * nobody was told.
 *
 * @throws {Conflict} where it is no draft, all its days are over, another plan of the same force, division and shift holds then, or a unit would stand in two places
 */
export function publishPlan(db: Database, { account }: SignedIn, id: number, shifts: readonly Shift[], timeZone: string): Promise<DeploymentPlan> {
  return transact(db, async transaction => {
    const plan = await lockPlan(transaction, id)
    if (plan.status !== 'draft') throw new Conflict({ zh: `“${plan.name}”不是草稿，不能发布`, en: `"${plan.name}" is no draft: it can't be published` })
    // One publisher at a time: two plans that collide mustn't both find nothing.
    await sql`LOCK TABLE duty_post IN SHARE ROW EXCLUSIVE MODE`.execute(transaction)
    const [other] = await readPlans(transaction, sql`p.status = 'published' AND p.force = ${plan.force} AND p.division_id IS NOT DISTINCT FROM ${plan.division_id}
      AND p.shift IS NOT DISTINCT FROM ${plan.shift} AND p.valid_from <= ${plan.valid_to} AND p.valid_to >= ${plan.valid_from}`, 1)
    if (other) throw new Conflict({ zh: `“${other.name}”（${other.valid_from} 至 ${other.valid_to}）已在同一班次生效：请先撤回它`, en: `"${other.name}" holds for the same shift from ${other.valid_from} to ${other.valid_to}: withdraw it first` })
    const shift = plan.shift === null ? null : shifts.find(each => each.id === plan.shift)
    // Without a shift a plan holds around the clock; one whose shift is gone must not.
    if (shift === undefined) throw new Conflict({ zh: `班次“${plan.shift}”已不存在，无法排班`, en: `there is no shift "${plan.shift}" any more: no duty can be made of it` })
    const posts = plan.sites.flatMap(({ units, unit_ids: named = [], ...post }) => Array.from({ length: units }, (_, i) => ({ ...post, unitId: named[i] ?? null })))
    const days = daysBetween(plan.valid_from, plan.valid_to).map(day => {
      const span = shiftSpan(day, shift, timeZone)
      if (!span) throw new Conflict({ zh: `班次“${plan.shift}”的时段不连续，无法排班`, en: `the hours of shift "${plan.shift}" don't follow each other: no duty can be made of them` })
      return { day, span }
    }).filter(({ span }) => span.to.getTime() > Date.now())
    if (days.length === 0) throw new Conflict({ zh: `“${plan.name}”的最后一班已结束（${plan.valid_to}），不能发布`, en: `the last shift of "${plan.name}", of ${plan.valid_to}, is over: it can't be published` })
    for (const { day, span } of days) {
      await sql`INSERT INTO duty_post (plan_id, day, shift, site, name, unit_id, from_at, to_at, geom, cell)
        SELECT ${id}::integer, ${day}::date, ${plan.shift}::text, site, name, unit_id, ${span.from}::timestamptz, ${span.to}::timestamptz, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), cell
        FROM unnest(${posts.map(each => each.id)}::text[], ${posts.map(each => each.name)}::text[], ${posts.map(each => each.unitId)}::bigint[], ${posts.map(each => each.longitude)}::float8[], ${posts.map(each => each.latitude)}::float8[],
            ${posts.map(each => cellOf(each.longitude, each.latitude))}::bigint[])
          WITH ORDINALITY AS post(site, name, unit_id, longitude, latitude, cell, i) ORDER BY i`.execute(transaction)
    }
    const { rows: [twice] } = await sql<{ callsign: string, name: string }>`
      SELECT coalesce(u.callsign, d.unit_id::text) AS callsign, p.name FROM duty_post d JOIN duty_post o ON o.unit_id = d.unit_id AND o.id <> d.id AND o.from_at < d.to_at AND o.to_at > d.from_at
      JOIN deployment_plan p ON p.id = o.plan_id AND p.status = 'published' LEFT JOIN unit u ON u.id = d.unit_id WHERE d.plan_id = ${id} LIMIT 1`.execute(transaction)
    if (twice) throw new Conflict({ zh: `${twice.callsign} 同一时段已在“${twice.name}”中值守`, en: `${twice.callsign} is on duty in "${twice.name}" at the same time` })
    const { rows: [touring] } = await sql<{ callsign: string, name: string }>`
      SELECT coalesce(u.callsign, d.unit_id::text) AS callsign, p.name FROM duty_post d JOIN patrol_tour t ON t.unit_id = d.unit_id AND t.from_at < d.to_at AND t.to_at > d.from_at
      JOIN patrol_plan p ON p.id = t.patrol_id AND p.status = 'published' LEFT JOIN unit u ON u.id = d.unit_id WHERE d.plan_id = ${id} LIMIT 1`.execute(transaction)
    if (touring) throw new Conflict({ zh: `${touring.callsign} 同一时段已在巡逻方案“${touring.name}”中`, en: `${touring.callsign} is on tour in "${touring.name}" at the same time` })
    await sql`UPDATE deployment_plan SET status = 'published', published_at = now(), published_by = ${account.display_name} WHERE id = ${id}`.execute(transaction)
    return told(transaction, id, account.id, 'deployment plan published', { valid_from: plan.valid_from, valid_to: plan.valid_to, shift: plan.shift })
  })
}

/** End a plan before its time; its duty from now on is gone, what was is kept. @throws {Conflict} where it was withdrawn before */
export function withdrawPlan(db: Database, { account }: SignedIn, id: number, reason: string): Promise<DeploymentPlan> {
  return transact(db, async transaction => {
    const plan = await lockPlan(transaction, id)
    if (plan.status === 'withdrawn') throw new Conflict({ zh: `“${plan.name}”已撤回过`, en: `"${plan.name}" was withdrawn already` })
    await sql`UPDATE deployment_plan SET status = 'withdrawn', withdrawn_at = now(), withdrawn_by = ${account.display_name}, withdrawn_reason = ${reason} WHERE id = ${id}`.execute(transaction)
    await sql`DELETE FROM duty_post WHERE plan_id = ${id} AND from_at > now()`.execute(transaction)
    await sql`UPDATE duty_post SET to_at = now() WHERE plan_id = ${id} AND from_at < now() AND to_at > now()`.execute(transaction)
    return told(transaction, id, account.id, 'deployment plan withdrawn', { reason })
  })
}

async function lockPlan(transaction: Database, id: number): Promise<DeploymentPlan> {
  const { rows } = await sql`SELECT id FROM deployment_plan WHERE id = ${id} FOR UPDATE`.execute(transaction)
  if (rows.length === 0) throw new NotFound('deployment plan', id)
  return (await readPlans(transaction, sql`p.id = ${id}`))[0]!
}

/** The end of each change: open maps hear of it, the audit log has it. */
async function told(transaction: Database, id: number, accountId: number, action: string, detail: Record<string, unknown>): Promise<DeploymentPlan> {
  const plan = (await readPlans(transaction, sql`p.id = ${id}`))[0]!
  await sql`SELECT announce_live('deployment', NULL, json_build_object('plan_id', ${id}::integer, 'status', ${plan.status}::text))`.execute(transaction)
  await audit(transaction, { accountId, action, subject: `deployment_plan/${id}`, detail })
  return plan
}
