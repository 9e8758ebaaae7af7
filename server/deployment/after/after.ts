import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import { covers } from '../../../layers/access.ts'
import type { Label } from '../../../layers/layer.ts'
import { audit } from '../../access/audit.ts'
import type { SignedIn } from '../../access/sessions.ts'
import { BadInput, Conflict, NotFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { label, nullable } from '../../shapes.ts'
import { isoOf } from '../demand/windows.ts'
import { readDuty } from '../plans/duty.ts'
import { readPlans } from '../plans/plan.ts'
import { readOnDutyTracks } from './on-duty-track.ts'
import { postMetres, presenceAt } from './presence.ts'
import { figuresOf, timeIncidents } from './times-of-day.ts'

const instant = Type.String({ format: 'date-time' }), share = Type.Number({ minimum: 0, maximum: 1 }), seconds = Type.Number()
const figures = Type.Object({ share: nullable(share), mean_seconds: nullable(seconds), ninetieth_seconds: nullable(seconds) })
export const afterSchema = Type.Object({
  plan: Type.Object({ id: Type.Integer(), name: Type.String() }), day: Type.String({ format: 'date' }), shift: nullable(Type.String()), from: instant, to: instant,
  complete: Type.Boolean({ description: 'no: the shift is still running, and everything is of its hours until now' }),
  posts: Type.Array(Type.Object({
    site: Type.String(), name: Type.String(), longitude: Type.Number(), latitude: Type.Number(), unit_id: nullable(Type.Integer()), callsign: nullable(Type.String()), from: instant, to: instant,
    on_post: share, on_call: share, away: share, unknown: share, off_duty: Type.Number({ description: 'part of away: off duty by the log' }), first_there: nullable(instant), last_there: nullable(instant),
  })),
  incidents: Type.Object({
    all: Type.Integer(), reached: Type.Integer({ description: 'with an arrival in the log' }), elsewhere: Type.Integer({ description: 'not among all: in none of the plan\'s cells' }),
    planned: figures, planned_of_reached: Type.Object(figures.properties, { description: 'of the same incidents as real' }), real: figures,
    each: Type.Array(Type.Object({ id: Type.Integer(), longitude: Type.Number(), latitude: Type.Number(), received_at: instant, planned_seconds: nullable(seconds), real_seconds: nullable(seconds), limit_seconds: seconds }), { description: '200 at most, oldest first' }),
  }),
  notes: Type.Array(label),
})
export type After = Static<typeof afterSchema>
const mostEach = 200

/**
 * A duty day held against what was planned: who stood at their posts, and how soon somebody was there.
 *
 * @throws {NotFound} for a plan that isn't there
 * @throws {BadInput} for a day that the plan has no duty on
 * @throws {Conflict} for a draft, and for a shift that hasn't begun
 */
export async function lookBack(services: Services, signedIn: SignedIn, planId: number, day: string, now: Date): Promise<After> {
  const { db, config } = services, [plan] = await readPlans(db, sql`p.id = ${planId}`), notes: Label[] = []
  if (!plan) throw new NotFound('deployment plan', planId)
  if (plan.status === 'draft') throw new Conflict({ zh: `“${plan.name}”还是草稿，没有排班可以对照`, en: `"${plan.name}" is a draft: there is no duty to look back on` })
  const duty = await readDuty(db, sql`d.plan_id = ${planId} AND d.day = ${day}::date`)
  if (duty.length === 0) throw new BadInput({ pointer: '/query/day', value: day, detail: `the plan has no duty on that day; it holds from ${plan.valid_from} to ${plan.valid_to}${plan.withdrawn ? `, and was withdrawn at ${plan.withdrawn.at}` : ''}` })
  const from = new Date(duty[0]!.from), ends = new Date(Math.max(...duty.map(post => Date.parse(post.to)))), complete = ends <= now, to = complete ? ends : now
  if (from >= now) throw new Conflict({ zh: `该班次 ${day} 尚未开始`, en: `that shift begins at ${from.toISOString()}: there is nothing to look back on yet` })

  const isOwn = (unitId: number | null) => unitId === null || signedIn.caller.stations === 'all' || covers(signedIn.caller.stations, services.units.get(unitId)?.stationId ?? null)
  const told = duty.filter(({ unit_id: id }) => isOwn(id)), named = [...new Set(told.flatMap(({ unit_id: id }) => id ?? []))]
  if (named.length > 0) await audit(db, { accountId: signedIn.account.id, action: 'duty looked back on', subject: `deployment_plan/${planId}`, detail: { day, units: named.length } })
  const tracks = await readOnDutyTracks(db, named, from, to)
  const posts = told.map(({ unit_id: id, from: begins, to: until, ...post }): After['posts'][number] => {
    const span = { from: Date.parse(begins) / 1000, to: Math.min(Date.parse(until), now.getTime()) / 1000 }, { first_there: first, last_there: last, ...shares } = presenceAt(post, id === null ? undefined : tracks.get(id), span)
    return {
      site: post.site, name: post.name, longitude: post.longitude, latitude: post.latitude, unit_id: id, callsign: post.callsign, from: begins, to: until, ...shares, first_there: first === null ? null : isoOf(first), last_there: last === null ? null : isoOf(last),
    }
  })
  const { incidents, elsewhere, hourUnknown } = await timeIncidents(services, signedIn, plan, { from, to }), reached = incidents.filter(each => each.real_seconds !== null)
  const planned = (of: typeof incidents) => figuresOf(of.map(each => ({ seconds: each.planned_seconds, limit: each.limit_seconds })))

  if (!complete) notes.push({ zh: '班次尚未结束，数字截至此刻', en: 'the shift is still running: figures are of its hours until now' })
  if (told.length < duty.length) notes.push({ zh: `${duty.length - told.length} 个岗位的警力属其他派出所，未列出`, en: `posts of other stations' units, not listed: ${duty.length - told.length}` })
  const unnamed = told.filter(({ unit_id: id }) => id === null).length
  if (unnamed > 0) notes.push({ zh: `${unnamed} 个岗位未指定警力，在岗情况无从得知`, en: `posts that name no unit, so that nobody can tell who stood there: ${unnamed}` })
  if (named.length > 0) notes.push({ zh: `在岗：距岗位 ${postMetres} 米以内；出警中以状态记录为准，不算离岗`, en: `at its post: within ${postMetres} m; on a call by the log of statuses, which is no absence` })
  if (now.getTime() - from.getTime() > config.trackDays * 86_400_000) notes.push({ zh: `轨迹只保留 ${config.trackDays} 天，该日的在岗情况已无从得知`, en: `tracks are kept for ${config.trackDays} days: nobody can tell any more who stood where that day` })
  if (reached.length < incidents.length) notes.push({ zh: `${incidents.length - reached.length} 起警情没有到场记录，不计入实际用时`, en: `incidents without an arrival in the log, which the real times leave out: ${incidents.length - reached.length}` })
  if (hourUnknown > 0) notes.push({ zh: `${hourUnknown} 起警情不知道几点发生，不计`, en: `incidents whose hour isn't known, which are left out: ${hourUnknown}` })
  notes.push({ zh: '计划用时按各岗位都空闲、从最近岗位出发计；实际用时从接警到首个警力到场，含受理与出发', en: 'planned: from the nearest post, all of them free; real: from the call until the first unit is there, taking the call and setting out included' })
  return {
    plan: { id: plan.id, name: plan.name }, day, shift: plan.shift, from: from.toISOString(), to: ends.toISOString(), complete, posts,
    incidents: {
      all: incidents.length, reached: reached.length, elsewhere, planned: planned(incidents), planned_of_reached: planned(reached),
      real: figuresOf(reached.map(each => ({ seconds: each.real_seconds, limit: each.limit_seconds }))), each: incidents.slice(0, mostEach),
    },
    notes,
  }
}
