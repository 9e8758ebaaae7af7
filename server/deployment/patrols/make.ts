import { randomInt } from 'node:crypto'
import type { SignedIn } from '../../access/sessions.ts'
import { kindOfUnit, type Kind } from '../../network/speeds.ts'
import type { Services } from '../../services.ts'
import { refuseClashes } from './clashes.ts'
import type { Tour } from './plan-patrols.ts'
import type { PatrolQuestion } from './question.ts'
import { readAsk, type Patroller } from './read-ask.ts'
import type { Patrol, PatrolAsk } from './schemas.ts'
import { findStops } from './stops.ts'
import { timesBetween } from './times.ts'

/**
 * Tours for a shift, not kept yet. Equal questions with equal seeds have equal tours while roads and incidents are the same.
 *
 * @throws {BadInput} naming each part that makes no sense
 * @throws {Conflict} where a unit is on another published tour or on duty at a post then
 * @throws {NotReady} before the road network is built
 */
export async function makePatrol(services: Services, signedIn: SignedIn, ask: PatrolAsk): Promise<Patrol> {
  const now = new Date(), asked = await readAsk(services, ask, now), { span, settings, patrollers } = asked, seed = ask.seed ?? randomInt(2 ** 31)
  await refuseClashes(services.db, patrollers.map(({ unit }) => unit.id), span)
  const kinds = [...new Set(patrollers.map(({ unit }) => kindOfUnit(unit.kind)))]
  const { stops, notes } = await findStops(services, signedIn, ask, asked, kinds[0]!)
  const stations = [...new Map(patrollers.map(({ unit, station }) => [unit.stationId, station])).entries()], places = [...stops, ...stations.map(([, station]) => station)]
  const times = new Map<Kind, Float32Array>()
  for (const kind of kinds) times.set(kind, await timesBetween(services.network, places, kind, asked.hours))
  const second = (at: Date) => (at.getTime() - span.from.getTime()) / 1000, iso = (seconds: number) => new Date(span.from.getTime() + Math.round(seconds) * 1000).toISOString()
  const question: PatrolQuestion = {
    stops: stops.map(({ id, name, weight, ...stop }, place) => ({ id, name, place, weight, leastMinutes: stop.least_minutes, mostMinutes: stop.most_minutes, everyMinutes: stop.every_minutes })),
    units: patrollers.map(({ unit, meal }) => ({
      id: String(unit.id), name: unit.callsign, station: stops.length + stations.findIndex(([id]) => id === unit.stationId), from: 0, to: second(span.to), seconds: times.get(kindOfUnit(unit.kind))!,
      ...meal && { meal: { from: second(meal.from), to: second(meal.to), minutes: meal.minutes } },
    })),
    placeCount: places.length, seconds: times.get(kinds[0]!)!, seed,
    settings: { leastMinutes: settings.least_minutes, mostMinutes: settings.most_minutes, everyMinutes: settings.every_minutes, againMinutes: settings.again_minutes, bestGuess: settings.best_guess },
  }
  const plan = await services.analysis.quick.patrols(question)
  return {
    id: null, name: ask.name?.trim() ?? '', day: ask.day, shift: ask.shift, from: span.from.toISOString(), to: span.to.toISOString(), status: 'preview', seed, settings, stops, notes,
    tours: plan.tours.map((tour, i) => tell(tour, patrollers[i]!, stops, iso)),
    unserved: plan.unserved.map(({ unit, lackingSeconds, ...each }) => ({ ...each, unit_id: unit === null ? null : Number(unit), lacking_minutes: lackingSeconds === null ? null : minutes(lackingSeconds) })),
    author: signedIn.account.display_name, created_at: now.toISOString(), published: null, withdrawn: null,
  }
}

function tell({ visits, from, to, travelSeconds, freeSeconds, detour, unpredictability, foreseeable }: Tour, { unit, station }: Patroller, stops: Patrol['stops'], iso: (seconds: number) => string): Patrol['tours'][number] {
  const meal = visits.find(({ stop }) => stop === null)
  return {
    unit_id: unit.id, callsign: unit.callsign, kind: unit.kind, from: iso(from), to: iso(to), start: { longitude: station.longitude, latitude: station.latitude, name: station.name },
    visits: visits.flatMap(({ stop, arrive, leave }) => stop === null ? [] : [{ stop: stops[stop]!.id, arrive: iso(arrive), leave: iso(leave) }]), meal: meal ? { from: iso(meal.arrive), to: iso(meal.leave) } : null,
    travel_minutes: minutes(travelSeconds), free_minutes: minutes(freeSeconds), detour, unpredictability: unpredictability && { best_guess: unpredictability.bestGuess, bits: unpredictability.bits }, ...foreseeable && { foreseeable },
  }
}

/** To a tenth. */
export const minutes = (seconds: number): number => Math.round(seconds / 6) / 10
