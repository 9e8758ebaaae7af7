import { sql } from 'kysely'
import { dayAfter, parseInstant, startOfDay } from '../../../layers/time.ts'
import { readShifts } from '../../analysis/vocabulary.ts'
import { BadInput, type Fault } from '../../errors.ts'
import type { UnitNow } from '../../positions/units.ts'
import type { Services } from '../../services.ts'
import { shiftSpan } from '../plans/shift-hours.ts'
import { usualPatrol } from './question.ts'
import type { Patrol, PatrolAsk } from './schemas.ts'

/** Kinds of units that go on patrol: not drones, posts that stand and reserves that wait. */
const patrolKinds: readonly string[] = ['officer', 'patrol_car', 'motorcycle']

export interface Station { name: string, longitude: number, latitude: number }
/** A unit that goes on tour. `meal`: the window, and how long. */
export interface Patroller { unit: UnitNow, station: Station, meal: { from: Date, to: Date, minutes: number } | null }

/** A question about patrols that makes sense as far as it goes without roads and incidents. */
export interface ReadAsk { span: { from: Date, to: Date }, hours: readonly number[], settings: Patrol['settings'], patrollers: Patroller[] }

/** @throws {BadInput} naming each part that makes no sense, its value and what would be right */
export async function readAsk({ db, units, vocabulary }: Pick<Services, 'db' | 'units' | 'vocabulary'>, ask: PatrolAsk, now: Date): Promise<ReadAsk> {
  const faults: Fault[] = [], { timeZone } = await vocabulary(), shifts = await readShifts(db), shift = shifts.find(({ id }) => id === ask.shift)
  const fault = (pointer: string, value: unknown, detail: string) => { faults.push({ pointer: `/body/${pointer}`, value, detail }) }
  const span = shift && parseInstant(ask.day, timeZone) ? shiftSpan(ask.day, shift, timeZone) : null
  if (!parseInstant(ask.day, timeZone)) fault('day', ask.day, 'must be an existing date, such as 2026-11-24')
  if (!shift) fault('shift', ask.shift, `must be among ${shifts.map(({ id }) => id).join(', ')}`)
  else if (!span && parseInstant(ask.day, timeZone)) fault('shift', ask.shift, 'has hours that don\'t follow each other: no tour can be made of it')
  if (span && span.to <= now) fault('day', ask.day, `the shift ${ask.shift} of that day ended at ${span.to.toISOString()}: choose a later day`)
  const settings = settingsOf(ask, fault)
  if ((ask.zones ?? []).length === 0 && (ask.stops ?? []).length === 0) fault('stops', [], 'there is nowhere to stop: name zones, or draw stops')
  const stations = await readStations(db, ask.units.flatMap(({ unit_id: id }) => units.get(id)?.stationId ?? []))
  const patrollers = ask.units.flatMap(({ unit_id: id, meal }, i): Patroller[] => {
    const at = `units/${i}`, unit = units.get(id), station = unit && stations.get(unit.stationId ?? -1)
    if (!unit) fault(`${at}/unit_id`, id, 'there is no such unit; see the layer units')
    else if (!patrolKinds.includes(unit.kind)) fault(`${at}/unit_id`, id, `${unit.callsign} is of the kind ${unit.kind}; ${patrolKinds.join(', ')} go on patrol`)
    else if (!station) fault(`${at}/unit_id`, id, `${unit.callsign} has no station to start from and come home to`)
    if (ask.units.findIndex(other => other.unit_id === id) < i) fault(`${at}/unit_id`, id, 'is named twice: a unit has one tour')
    const eats = meal && span ? mealOf(meal, span, ask.day, timeZone, detail => fault(`${at}/meal`, `${meal.from} to ${meal.to}`, detail)) : null
    return unit && station ? [{ unit, station, meal: eats }] : []
  })
  if (faults.length > 0) throw new BadInput(...faults)
  return { span: span!, hours: shift!.hours, settings, patrollers }
}

function settingsOf({ settings: asked, stops = [] }: PatrolAsk, fault: (pointer: string, value: unknown, detail: string) => void): Patrol['settings'] {
  const settings = {
    least_minutes: usualPatrol.leastMinutes, most_minutes: usualPatrol.mostMinutes, every_minutes: usualPatrol.everyMinutes, again_minutes: usualPatrol.againMinutes, best_guess: usualPatrol.bestGuess, ...asked,
  }
  for (const [at, each] of [['settings', settings] as const, ...stops.map((stop, i) => [`stops/${i}`, stop] as const)]) {
    const { least_minutes: least, most_minutes: most, every_minutes: every } = { ...settings, ...each }
    if (least > most) fault(`${at}/least_minutes`, least, `must not be above most_minutes (${most})`)
    if (every <= settings.again_minutes) fault(`${at}/every_minutes`, every, `must be longer than again_minutes (${settings.again_minutes}), the soonest that a unit may come again`)
  }
  return settings
}

/** A window of the clock within a shift; over midnight it is the next day's. */
function mealOf({ from, to, minutes }: { from: string, to: string, minutes: number }, span: ReadAsk['span'], day: string, timeZone: string, fault: (detail: string) => void): Patroller['meal'] {
  const begins = clockAfter(from, span.from, day, timeZone), ends = clockAfter(to, begins, day, timeZone), hours = `${span.from.toISOString()} to ${span.to.toISOString()}`
  if (begins >= span.to || ends > span.to) fault(`must lie within the shift, ${hours}`)
  else if ((ends.getTime() - begins.getTime()) / 60_000 < minutes) fault(`leaves ${(ends.getTime() - begins.getTime()) / 60_000} min for a meal of ${minutes} min: make it longer`)
  return { from: begins, to: ends, minutes }
}

/** The first time that the clock shows this, not before an instant of the day or the one after. */
function clockAfter(text: string, earliest: Date, day: string, timeZone: string): Date {
  const [hours, minutes] = text.split(':').map(Number) as [number, number], after = (hours * 60 + minutes) * 60_000
  const days = [0, 1, 2].map(n => new Date(startOfDay(dayAfter(day, n), timeZone).getTime() + after))
  return days.find(at => at >= earliest) ?? days[2]!
}

/** Where stations are: their house, or, where none is on the map, a point of their ground. */
async function readStations(db: Services['db'], ids: readonly number[]): Promise<Map<number, Station>> {
  const { rows } = await sql<Station & { id: number }>`
    SELECT d.id, d.name, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude FROM division d
    CROSS JOIN LATERAL (SELECT coalesce((SELECT f.geom FROM facility f WHERE f.station_id = d.id AND f.kind = 'station' ORDER BY f.id LIMIT 1), ST_PointOnSurface(d.geom)) AS geom) p
    WHERE d.id = ANY(${[...ids]}::integer[]) AND p.geom IS NOT NULL`.execute(db)
  return new Map(rows.map(({ id, ...station }) => [id, station]))
}
