import { hues } from '../../theme/categories.ts'
import type { Compliance, Outcome, Patrol, Tour } from './types.ts'

/** Colours of tours in their order; from the ninth on they begin anew, and callsigns tell them apart. Calm ones first. */
const colours = [hues[2], hues[1], hues[4], hues[3], hues[7], hues[5], hues[0], hues[6]]
export const tourColour = (n: number): string => colours[n % colours.length]!

/** Where a unit is from when to when: at the nth stop of the patrol (from 0), or at its meal. Epoch milliseconds. */
export interface Stay { stop: number | null, from: number, to: number, outcome: Outcome | null }

/**
 * A tour as stays in the order of time, the meal among them.
 *
 * @param checked  what became of the visits, where that is known
 */
export function staysOf({ unit_id: unit, visits, meal }: Pick<Tour, 'unit_id' | 'visits' | 'meal'>, stops: Patrol['stops'], checked: Compliance['visits'] | null): Stay[] {
  const index = new Map(stops.map(({ id }, i) => [id, i])), outcome = new Map(checked?.filter(each => each.unit_id === unit).map(each => [`${each.stop} ${Date.parse(each.arrive)}`, each.done]))
  const stays = visits.map(({ stop, arrive, leave }): Stay => ({ stop: index.get(stop)!, from: Date.parse(arrive), to: Date.parse(leave), outcome: outcome.get(`${stop} ${Date.parse(arrive)}`) ?? null }))
  return [...stays, ...meal ? [{ stop: null, from: Date.parse(meal.from), to: Date.parse(meal.to), outcome: null }] : []].sort((a, b) => a.from - b.from)
}

/** The tour as points on the ground, [longitude, latitude]: from its station past its stops (and home for its meal) back to it. */
export function lineOf(tour: Pick<Tour, 'unit_id' | 'visits' | 'meal' | 'start'>, stops: Patrol['stops']): [number, number][] {
  const home: [number, number] = [tour.start.longitude, tour.start.latitude]
  return [home, ...staysOf(tour, stops, null).map(({ stop }): [number, number] => stop === null ? home : [stops[stop]!.longitude, stops[stop]!.latitude]), home]
}

/** Which tour each stop is on, by its number; null: on none. */
export function toursOfStops({ stops, tours }: Pick<Patrol, 'stops' | 'tours'>): (number | null)[] {
  const on = new Map(tours.flatMap(({ visits }, n) => visits.map(({ stop }) => [stop, n] as const)))
  return stops.map(({ id }) => on.get(id) ?? null)
}
