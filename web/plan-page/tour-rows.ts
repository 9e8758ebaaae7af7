import type { Compliance, Patrol, Tour, VisitDone } from './shapes.ts'

/** What is read of a patrol's stops, of a tour, and of what was done of it. */
export interface Places { stops: readonly Pick<Patrol['stops'][number], 'id' | 'name' | 'longitude' | 'latitude'>[] }
export type Course = Pick<Tour, 'unit_id' | 'callsign' | 'visits' | 'meal'>
export interface Done { visits: readonly Pick<Compliance['visits'][number], 'unit_id' | 'stop' | 'arrive' | 'done' | 'arrived'>[] }

/** A line of a tour's sheet: a stop with its number in the tour, or the meal. */
export interface TourRow {
  no: number | null
  name: string | null
  arrive: string
  leave: string
  minutes: number
  /** What the tracks told afterwards; null before, and of meals. */
  done: VisitDone | null
  arrived: string | null
}

/**
 * A tour in the order of its times, the meal among its stops.
 *
 * @throws {RangeError} naming a stop that the patrol doesn't have
 */
export function tourRows(patrol: Places, tour: Course, compliance: Done | null): TourRow[] {
  const names = new Map(patrol.stops.map(({ id, name }) => [id, name])), minutes = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
  const stops = tour.visits.toSorted((a, b) => a.arrive.localeCompare(b.arrive)).map((visit, i): TourRow => {
    const name = names.get(visit.stop), judged = compliance?.visits.find(each => each.unit_id === tour.unit_id && each.stop === visit.stop && each.arrive === visit.arrive)
    if (name === undefined) throw new RangeError(`the tour of ${tour.callsign} visits the stop "${visit.stop}", which the patrol doesn't have`)
    return { no: i + 1, name, arrive: visit.arrive, leave: visit.leave, minutes: minutes(visit.arrive, visit.leave), done: judged?.done ?? null, arrived: judged?.arrived ?? null }
  })
  const meal = tour.meal && { no: null, name: null, arrive: tour.meal.from, leave: tour.meal.to, minutes: minutes(tour.meal.from, tour.meal.to), done: null, arrived: null }
  return (meal ? [...stops, meal] : stops).sort((a, b) => a.arrive.localeCompare(b.arrive))
}

/** Where a tour goes: each place once, numbered as its first visit is on the sheet. */
export function tourPlaces(patrol: Places, tour: Course): { rank: number, longitude: number, latitude: number }[] {
  const first = new Map<string, number>()
  for (const [i, { stop }] of tour.visits.toSorted((a, b) => a.arrive.localeCompare(b.arrive)).entries()) if (!first.has(stop)) first.set(stop, i + 1)
  return patrol.stops.flatMap(({ id, longitude, latitude }) => first.has(id) ? [{ rank: first.get(id)!, longitude, latitude }] : [])
}
