import { sql } from 'kysely'
import { choose } from '../../analysis/choose.ts'
import { numberAncestors } from '../../analysis/h3-bits.ts'
import { readPlace } from '../../analysis/selected-place.ts'
import { readQuestion } from '../../analysis/selection.ts'
import type { SignedIn } from '../../access/sessions.ts'
import type { Services } from '../../services.ts'
import { rowsOf } from '../figures/stands.ts'
import type { DeploymentPlan } from '../plans/plan.ts'
import { readSituation } from '../situation/situation.ts'

/** The shortest day, when clocks go forward. */
const wholeDayMs = 23 * 3_600_000

/** An incident of the day: how soon the plan has somebody there, and how soon somebody was. Seconds; null where none is, or none was logged. */
export interface TimedIncident { id: number, longitude: number, latitude: number, received_at: string, planned_seconds: number | null, real_seconds: number | null, limit_seconds: number }

/**
 * The incidents that a plan was meant for, of a span, of the caller's stations: of the types and sources of its selection, in
 * its place and its division. Planned: by the plan's own times, from its nearest post, all free; real: from being received until the
 * first unit was there, as logged.
 *
 * @returns `elsewhere`: those in none of the plan's cells, for which it promised nothing; `hourUnknown`: of those dated into a part of a day, left out
 */
export async function timeIncidents(services: Services, signedIn: SignedIn, plan: DeploymentPlan, { from, to }: { from: Date, to: Date }): Promise<{ incidents: TimedIncident[], elsewhere: number, hourUnknown: number }> {
  const { db, analysis, deployment } = services, { timeZone } = await services.vocabulary(), source = services.open('incidents', signedIn)
  const { hours: _hours, shifts: _shifts, days: _days, ...selection } = plan.selection
  const question = await readQuestion(db, source.layer, { ...selection, from: from.toISOString(), to: to.toISOString() }, timeZone)
  // In which part of a day an incident was whose hour isn't known, nobody can tell.
  if (to.getTime() - from.getTime() < wholeDayMs) question.hours = Array<boolean>(168).fill(true)
  const only = (stations: readonly number[]) => { question.stations = question.stations ? question.stations.filter(id => stations.includes(id)) : [...stations] }
  if (plan.division_id !== null) {
    const { stations, rings } = await readPlace(db, { division_id: plan.division_id })
    if (stations) only(stations)
    else question.rings ??= rings
  }
  // Where an incident is everybody may see; how soon somebody was there is its station's business.
  if (signedIn.caller.stations !== 'all') only(signedIn.caller.stations)
  const columns = await analysis.columns.get(source), { rows, leftOut: { hourUnknown } } = choose(columns, question), situation = await readSituation(db, plan.situation), { demand, ground } = situation
  const { number, cells } = numberAncestors(columns.cell, columns.cellLow, demand.resolution, rows), index = new Map(demand.cells.map((cell, i) => [cell, i])), cellOf = cells.map(cell => index.get(cell))
  const times = await rowsOf(await deployment.timed(situation), plan.sites)
  const { rows: arrivals } = await sql<{ id: number, seconds: number | null }>`
    SELECT t.id, CASE WHEN t.time_precision = 'minute' THEN extract(epoch FROM least(
        (SELECT min((step ->> 'at')::timestamptz) FROM jsonb_array_elements(t.timeline) step WHERE step ->> 'status' = 'on_scene'),
        (SELECT min(a.arrived_at) FROM assignment a WHERE a.incident_id = t.id)) - t.received_at)::float8 END AS seconds
    ${source.from(sql`t.received_at >= ${from}`, sql`t.received_at < ${to}`, sql`t.id = ANY(${Array.from(rows, i => columns.id[i]!)}::bigint[])`)}`.execute(db)
  const arrived = new Map(arrivals.map(({ id, seconds }) => [Number(id), seconds])), incidents: TimedIncident[] = []
  let elsewhere = 0
  rows.forEach((i, k) => {
    const cell = cellOf[number[k]!], id = columns.id[i]!
    if (cell === undefined) { elsewhere++; return }
    const soonest = times.reduce((least, row) => Math.min(least, row[cell]!), Infinity), real = arrived.get(id) ?? null
    incidents.push({
      id, longitude: columns.longitude[i]! / 1e7, latitude: columns.latitude[i]! / 1e7, received_at: new Date(columns.received[i]! * 1000).toISOString(),
      // An arrival before the call is a slip of the log.
      planned_seconds: soonest === Infinity ? null : soonest, real_seconds: real !== null && real >= 0 ? real : null, limit_seconds: ground.limits[cell]!,
    })
  })
  return { incidents, elsewhere, hourUnknown }
}

export interface DayFigures { share: number | null, mean_seconds: number | null, ninetieth_seconds: number | null }

/** Share in time of all, mean and 90th percentile of those that have a time; null where there are none. */
export function figuresOf(times: readonly { seconds: number | null, limit: number }[]): DayFigures {
  const known = times.flatMap(({ seconds }) => seconds ?? []).sort((a, b) => a - b)
  return {
    share: times.length > 0 ? times.filter(({ seconds, limit }) => seconds !== null && seconds <= limit).length / times.length : null,
    mean_seconds: known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null, ninetieth_seconds: known[Math.ceil(known.length * 0.9) - 1] ?? null,
  }
}
