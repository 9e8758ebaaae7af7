import { Type, type Static } from 'typebox'
import { covers } from '../../../layers/access.ts'
import type { Label } from '../../../layers/layer.ts'
import { audit } from '../../access/audit.ts'
import type { SignedIn } from '../../access/sessions.ts'
import { Conflict } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { label, nullable } from '../../shapes.ts'
import { isOnCall, readOnDutyTracks, secondsWithin, stretchesOf, type OnDutyTrack } from '../after/on-duty-track.ts'
import { isoOf } from '../demand/windows.ts'
import { checkCompliance, type CheckedVisit } from './compliance.ts'
import { usualDwells } from './dwells.ts'
import { minutes } from './make.ts'
import type { KeptPatrol } from './read.ts'

const outcomes = ['done', 'short', 'late', 'missed', 'unknown'] as const
type Outcome = (typeof outcomes)[number]
/** A stay that began later than this is late. */
const lateMinutes = 10
const settings = { ...usualDwells, nearMinutes: 60, toleranceSeconds: 60 }

const instant = Type.String({ format: 'date-time' }), count = Type.Integer()
const tallyFields = {
  planned: count, done: Type.Integer({ description: 'made in full, late ones included' }), late: Type.Integer({ description: `of done: begun more than ${lateMinutes} min late` }), short: count, missed: count, unknown: Type.Integer({ description: 'no fix tells whether' }),
  on_call: Type.Integer({ description: 'of those that weren\'t made in full: the unit was on a call then' }), minutes_planned: Type.Number(), minutes_done: Type.Number({ description: 'stays that weren\'t planned included' }),
}
export const complianceSchema = Type.Object({
  patrol_id: count, day: Type.String({ format: 'date' }), from: instant, to: Type.String({ format: 'date-time', description: 'of the shift; or when the patrol was withdrawn' }),
  complete: Type.Boolean({ description: 'no: the shift is still running, and only visits that are over count' }),
  stops: Type.Array(Type.Object({
    stop: Type.String(), name: Type.String(), unit_id: nullable(Type.Integer({ description: 'whose stop it is; null: in nobody\'s tour' })), ...tallyFields, unplanned: Type.Integer({ description: 'stays that weren\'t planned' }),
    longest_gap_minutes: nullable(Type.Number({ description: 'without the unit, begin and end of the shift included; null where no fix is known' })), every_minutes: Type.Number(), radius_metres: nullable(Type.Number({ description: 'within which it counted as being there' })),
  })),
  units: Type.Array(Type.Object({
    unit_id: count, callsign: Type.String(), ...tallyFields, share: nullable(Type.Number({ description: 'done of planned' })),
    on_call_minutes: Type.Number(), off_duty_minutes: Type.Number({ description: 'by the log; its track isn\'t read then' }), without_fix_minutes: Type.Number({ description: 'on duty, in silences of more than three minutes, and where the log doesn\'t say whether it was' }),
  })),
  visits: Type.Array(Type.Object({
    stop: Type.String(), unit_id: count, arrive: instant, leave: instant, done: Type.Unsafe<Outcome>(Type.Union(outcomes.map(each => Type.Literal(each)))),
    arrived: Type.Optional(instant), left: Type.Optional(instant), minutes: Type.Optional(Type.Number({ description: 'that it stayed' })), late_minutes: Type.Optional(Type.Number({ description: 'below 0: early' })), on_call: Type.Boolean({ description: 'not made in full, and the unit was on a call then' }),
  })),
  notes: Type.Array(label),
})
export type ComplianceTold = Static<typeof complianceSchema>
type VisitTold = ComplianceTold['visits'][number]

/**
 * A patrol held against the tracks of its units: by stop, unit and visit. It judges the tours, not officers.
 *
 * @throws {Conflict} for a draft, and before the shift has begun
 */
export async function lookBackOnPatrol({ db, units, config }: Pick<Services, 'db' | 'units' | 'config'>, signedIn: SignedIn, patrol: KeptPatrol, now: Date): Promise<ComplianceTold> {
  if (patrol.published === null) throw new Conflict({ zh: `“${patrol.name}”未曾发布，没有可对照的巡逻`, en: `"${patrol.name}" was never published: there is nothing to look back on` })
  const from = new Date(patrol.from), ends = new Date(Math.min(Date.parse(patrol.to), patrol.withdrawn ? Date.parse(patrol.withdrawn.at) : Infinity))
  if (from >= now || from >= ends) throw new Conflict(patrol.withdrawn && from >= ends
    ? { zh: `“${patrol.name}”在班次开始前已撤回`, en: `"${patrol.name}" was withdrawn before its shift began` } : { zh: `“${patrol.name}”的班次尚未开始`, en: `the shift of "${patrol.name}" begins at ${patrol.from}: there is nothing to look back on yet` })
  const complete = ends <= now, to = complete ? ends : now, { stations } = signedIn.caller
  const tours = patrol.tours.filter(({ unit_id: id }) => stations === 'all' || covers(stations, units.get(id)?.stationId ?? null)), ids = tours.map(({ unit_id: id }) => id)
  await audit(db, { accountId: signedIn.account.id, action: 'patrol looked back on', subject: `patrol_plan/${patrol.id}`, detail: { units: ids.length } })
  const tracks = await readOnDutyTracks(db, ids, from, to), checked = tours.map(tour => checkTour(patrol, tour, tracks.get(tour.unit_id) ?? { spells: [], fixes: [] }, { from: from.getTime() / 1000, to: to.getTime() / 1000 }))
  const notes: Label[] = [
    ...complete ? [] : [{ zh: '班次尚未结束，只计已到时间的到点', en: 'the shift is still running: only visits that are over count' }],
    ...tours.length < patrol.tours.length ? [{ zh: `${patrol.tours.length - tours.length} 个巡组属其他派出所，未列出`, en: `tours of other stations' units, not listed: ${patrol.tours.length - tours.length}` }] : [],
    ...now.getTime() - from.getTime() > config.trackDays * 86_400_000 ? [{ zh: `轨迹只保留 ${config.trackDays} 天，该日的到点情况已无从得知`, en: `tracks are kept for ${config.trackDays} days: nobody can tell any more what was done that day` }] : [],
    { zh: '出警中未到的点另列，不算缺勤；定位缺失时记为不明，不算未到', en: 'a stop that was missed for a call is told apart; where no fix tells, it is unknown and not missed' },
  ]
  const listed = new Map(checked.flatMap(({ stops }) => stops).map(each => [each.stop, each]))
  // A stop in nobody's tour is listed too; one in the tour of another station's unit isn't.
  const elsewhere = new Set(patrol.tours.filter(tour => !tours.includes(tour)).flatMap(({ visits }) => visits.map(({ stop }) => stop)))
  const nobodys = { unit_id: null, planned: 0, done: 0, late: 0, short: 0, missed: 0, unknown: 0, on_call: 0, minutes_planned: 0, minutes_done: 0, unplanned: 0, longest_gap_minutes: null, radius_metres: null }
  return {
    patrol_id: patrol.id, day: patrol.day, from: patrol.from, to: ends.toISOString(), complete, units: checked.map(({ unit }) => unit), visits: checked.flatMap(({ visits }) => visits).sort((a, b) => a.arrive.localeCompare(b.arrive)),
    stops: patrol.stops.flatMap(({ id, name, every_minutes: every }): ComplianceTold['stops'] | ComplianceTold['stops'][number] => listed.get(id) ?? (elsewhere.has(id) ? [] : [{ stop: id, name, every_minutes: every, ...nobodys }])), notes,
  }
}

function checkTour(patrol: KeptPatrol, { unit_id: unitId, callsign, visits: planned }: KeptPatrol['tours'][number], track: OnDutyTrack, span: { from: number, to: number }) {
  const own = patrol.stops.filter(({ id }) => planned.some(({ stop }) => stop === id)), number = new Map(own.map(({ id }, i) => [id, i])), epoch = (instant: string) => Date.parse(instant) / 1000
  const due = planned.map(({ stop, arrive, leave }) => ({ stop: number.get(stop)!, arrive: epoch(arrive), leave: epoch(leave) })).filter(({ leave }) => leave <= span.to)
  const stops = own.map(({ id, longitude, latitude, least_minutes: leastMinutes, every_minutes: everyMinutes }) => ({ id, longitude, latitude, leastMinutes, everyMinutes }))
  const found = checkCompliance({ tour: { ...span, visits: due }, stops, track: track.fixes, settings }), calls = track.spells.filter(isOnCall), offDuty = track.spells.filter(({ meaning }) => meaning === 'off_duty')
  const visits = found.visits.map(visit => tellVisit(visit, unitId, calls, offDuty)), known = track.fixes.length > 0
  const tally = (of: readonly VisitTold[]) => {
    const are = (...wanted: Outcome[]) => of.filter(({ done }) => wanted.includes(done)).length
    return {
      planned: of.length, done: are('done', 'late'), late: are('late'), short: are('short'), missed: are('missed'), unknown: are('unknown'), on_call: of.filter(each => each.on_call).length,
      minutes_planned: minutes(of.reduce((sum, { arrive, leave }) => sum + epoch(leave) - epoch(arrive), 0)),
    }
  }
  const all = tally(visits)
  return {
    visits,
    stops: own.map(({ id, name, every_minutes: every }, i) => {
      const { unplanned, staySeconds, longestGapSeconds, radiusMetres } = found.stops[i]!
      return { stop: id, name, unit_id: unitId, ...tally(visits.filter(({ stop }) => stop === id)), minutes_done: minutes(staySeconds), unplanned, longest_gap_minutes: known ? minutes(longestGapSeconds) : null, every_minutes: every, radius_metres: radiusMetres }
    }),
    unit: {
      unit_id: unitId, callsign, ...all, minutes_done: minutes(found.tour.staySeconds), share: all.planned > 0 ? all.done / all.planned : null,
      on_call_minutes: minutes(secondsWithin(calls, span)), off_duty_minutes: minutes(secondsWithin(offDuty, span)), without_fix_minutes: minutes(silentSeconds(track)),
    },
  }
}

function tellVisit({ stop, planned, done, lateSeconds, outcome }: CheckedVisit, unitId: number, calls: readonly { from: number, to: number }[], offDuty: readonly { from: number, to: number }[]): VisitTold {
  const span = { from: planned.arrive, to: planned.leave }
  // Off duty for all of it: its receiver was silent because nobody was there.
  const absent = outcome === 'unknown' && secondsWithin(offDuty, span) >= planned.leave - planned.arrive
  const told: Outcome = absent ? 'missed' : outcome === 'done' && lateSeconds! > lateMinutes * 60 ? 'late' : outcome
  return {
    stop, unit_id: unitId, arrive: isoOf(planned.arrive), leave: isoOf(planned.leave), done: told,
    ...done && { arrived: isoOf(done.arrive), left: isoOf(done.leave), minutes: minutes(done.staySeconds), late_minutes: minutes(lateSeconds!) }, on_call: outcome !== 'done' && secondsWithin(calls, span) > 0,
  }
}

/** Seconds on duty in silences that are longer than trusted, and those of which the log doesn't say whether it was on duty. */
const silentSeconds = (track: OnDutyTrack): number => track.spells.reduce((sum, { from, to, meaning }) => sum + (meaning === null ? to - from : 0), 0) + stretchesOf(track).reduce((sum, { from, to }) => {
  const instants = [from, ...track.fixes.map(({ at }) => at).filter(at => at >= from && at < to), to]
  return sum + instants.slice(1).reduce((silent, at, i) => silent + (at - instants[i]! > settings.silentMinutes * 60 ? at - instants[i]! : 0), 0)
}, 0)
