import { sql } from 'kysely'
import { Type } from 'typebox'
import { localDay, parseInstant } from '../../../layers/time.ts'
import { hasPower, requirePower } from '../../access/powers.ts'
import type { SignedIn } from '../../access/sessions.ts'
import { readShifts } from '../../analysis/vocabulary.ts'
import type { App } from '../../app-types.ts'
import { readText } from '../../desk/free-text.ts'
import { BadInput, NotFound, type Fault } from '../../errors.ts'
import { readInteger } from '../../query.ts'
import type { Services } from '../../services.ts'
import { evaluate } from '../figures/evaluate.ts'
import { rowsOf } from '../figures/stands.ts'
import { hashOf } from '../situation/situation.ts'
import { isoOf } from '../demand/windows.ts'
import { readDuty } from './duty.ts'
import { moveStands, ofShift } from './in-hand.ts'
import { planStatuses, readPlans, type DeploymentPlan, type PlanStatus } from './plan.ts'
import { dutyPost, planBody, planRow, planWhole, type PlanBody } from './schemas.ts'
import { daysBetween, shiftSpan } from './shift-hours.ts'
import { keepPlan, publishPlan, withdrawPlan } from './write.ts'

const tags = ['deployment'], params = Type.Object({ id: Type.String() }), mostDays = 31
const idOf = ({ id }: { id: string }) => readInteger(id, '/path/id', 1, 2 ** 31 - 1)
/** Drafts are their makers' business; what is published everybody stands by. */
const visible = (signedIn: SignedIn) => hasPower(signedIn, 'plan') ? sql`true` : sql`p.status <> 'draft'`

/** `/api/deployment/plans` and the duty that published ones mean. */
export function planRoutes(app: App, services: Services): void {
  const { db } = services
  app.get('/api/deployment/plans', {
    schema: { tags, summary: 'Plans, newest first', querystring: Type.Object({ status: Type.Optional(Type.String()), day: Type.Optional(Type.String({ format: 'date' })) }, { additionalProperties: false }), response: { 200: Type.Object({ plans: Type.Array(planRow) }) } },
  }, async ({ query: { status, day }, signedIn }) => {
    if (status !== undefined && !(planStatuses as readonly string[]).includes(status)) throw new BadInput({ pointer: '/query/status', value: status, detail: `must be among ${planStatuses.join(', ')}` })
    return { plans: await readPlans(db, sql`${visible(signedIn)} AND ${status === undefined ? sql`true` : sql`p.status = ${status satisfies string as PlanStatus}`} AND ${day === undefined ? sql`true` : sql`${day}::date BETWEEN p.valid_from AND p.valid_to`}`) }
  })
  app.get('/api/deployment/plans/:id', { schema: { tags, summary: 'A plan: how it was made, its proof and figures', params, response: { 200: planWhole } } }, async ({ params, signedIn }) => {
    const [plan] = await readPlans(db, sql`p.id = ${idOf(params)} AND ${visible(signedIn)}`)
    if (!plan) throw new NotFound('deployment plan', params.id)
    return plan
  })
  app.post('/api/deployment/plans', { schema: { tags, summary: 'Keep a solved run as a plan', description: 'A draft, with what it was made of; posts may have been moved by hand.', body: planBody, response: { 201: planWhole } } }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'plan')
    return reply.code(201).send(await makePlan(services, signedIn, body))
  })
  app.post('/api/deployment/plans/:id/publish', { schema: { tags, summary: 'Make a plan the duty of its shift', params, response: { 200: planWhole } } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'publish_plan')
    return publishPlan(db, signedIn, idOf(params), await readShifts(db), (await services.vocabulary()).timeZone)
  })
  app.post('/api/deployment/plans/:id/withdraw', { schema: { tags, summary: 'End a plan before its time', params, body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }, { additionalProperties: false }), response: { 200: planWhole } } }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'publish_plan')
    return withdrawPlan(db, signedIn, idOf(params), readText(body.reason, '/body/reason'))
  })
  app.get('/api/deployment/duty', {
    schema: { tags, summary: 'Who stands where under the plans that are published', description: 'Of a local day (today unless told), or at an instant.', querystring: Type.Object({ day: Type.Optional(Type.String({ format: 'date' })), at: Type.Optional(Type.String()), unit_id: Type.Optional(Type.String()) }, { additionalProperties: false }), response: { 200: Type.Object({ duty: Type.Array(dutyPost) }) } },
  }, async ({ query: { day, at, unit_id: unit } }) => {
    const { timeZone } = await services.vocabulary(), instant = at === undefined ? undefined : parseInstant(at, timeZone)
    if (at !== undefined && !instant) throw new BadInput({ pointer: '/query/at', value: at, detail: 'must be an instant with its offset, or a date' })
    const when = instant ? sql`d.from_at <= ${instant} AND d.to_at > ${instant}` : sql`d.day = ${day ?? localDay(new Date(), timeZone)}::date`
    return { duty: await readDuty(db, sql`${when} AND p.status <> 'draft' AND ${unit === undefined ? sql`true` : sql`d.unit_id = ${readInteger(unit, '/query/unit_id', 1, Number.MAX_SAFE_INTEGER)}`}`) }
  })
}

async function makePlan(services: Services, signedIn: SignedIn, body: PlanBody): Promise<DeploymentPlan> {
  const { db, deployment } = services, name = readText(body.name, '/body/name'), validTo = body.valid_to ?? body.valid_from
  const { current: run, asked } = deployment.runs.own(body.run_id, signedIn.account.id)
  if (run.state !== 'done') throw new NotFound('finished deployment run', body.run_id)
  const { inHand: hand, result: found } = ofShift(run.byShift, body.of_shift)
  const { situation } = hand, stands = moveStands(hand.stands, body.moves ?? [], situation)
  await check(services, body, validTo, stands, situation.travel.force)
  const timed = await deployment.timed(situation), { figures } = evaluate(situation, stands, await rowsOf(timed, stands), Float64Array.from(situation.demand.weights))
  const { cells: _, ...result } = found, { selection: _selection, ...parameters } = asked
  return keepPlan(db, signedIn, {
    name, division_id: body.division_id ?? null, shift: body.shift ?? null, valid_from: body.valid_from, valid_to: validTo, force: situation.travel.force, model: result.model,
    parameters, selection: hand.selection, judge_from: isoOf(hand.judgeFrom), judge_to: hand.judge && isoOf(hand.judge.to), moved: (body.moves?.length ?? 0) > 0,
    sites: stands.map(stand => ({ ...stand, ...(body.units?.[stand.id] && { unit_ids: body.units[stand.id]! }) })), result: { ...result, figures }, situation: { hash: hashOf(situation), content: situation },
  })
}

/** @throws {BadInput} naming each part that makes no sense */
async function check({ db, units, vocabulary }: Services, body: PlanBody, validTo: string, stands: readonly { id: string, units: number }[], force: string): Promise<void> {
  const faults: Fault[] = [], shifts = await readShifts(db), { timeZone } = await vocabulary(), shift = shifts.find(({ id }) => id === body.shift)
  if (body.shift !== undefined && !shift) faults.push({ pointer: '/body/shift', value: body.shift, detail: `must be among ${shifts.map(({ id }) => id).join(', ')}` })
  else if (!shiftSpan(body.valid_from, shift ?? null, timeZone)) faults.push({ pointer: '/body/shift', value: body.shift, detail: 'has hours that don\'t follow each other: no duty can be made of it' })
  if (validTo < body.valid_from) faults.push({ pointer: '/body/valid_to', value: validTo, detail: `must not lie before valid_from (${body.valid_from})` })
  else if (daysBetween(body.valid_from, validTo).length > mostDays) faults.push({ pointer: '/body/valid_to', value: validTo, detail: `a plan holds for ${mostDays} days at most: solve it anew then` })
  if (body.division_id !== undefined) {
    const { rows } = await sql`SELECT 1 FROM division WHERE id = ${body.division_id}`.execute(db)
    if (rows.length === 0) faults.push({ pointer: '/body/division_id', value: body.division_id, detail: 'there is no such division; see the layer divisions' })
  }
  const named = Object.entries(body.units ?? {}), all = named.flatMap(([, ids]) => ids), known = new Map([...units.all()].map(unit => [unit.id, unit]))
  for (const [site, ids] of named) {
    const pointer = `/body/units/${site}`, stand = stands.find(({ id }) => id === site), wrong = ids.filter(id => known.get(id)?.kind !== force)
    if (!stand) faults.push({ pointer, value: site, detail: `is no site of the plan; they are ${stands.map(({ id }) => id).join(', ')}` })
    else if (ids.length > stand.units) faults.push({ pointer, value: ids.length, detail: `${stand.units} units stand there` })
    if (wrong.length > 0) faults.push({ pointer, value: wrong.join(', '), detail: `must be ids of units of the force ${force}` })
  }
  const twice = all.filter((id, i) => all.indexOf(id) !== i)
  if (twice.length > 0) faults.push({ pointer: '/body/units', value: twice.join(', '), detail: 'a unit stands at one site only' })
  if (faults.length > 0) throw new BadInput(...faults)
}
