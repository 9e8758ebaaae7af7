import type { Crew } from '../simulate/crews.ts'
import type { Tour } from './plan-patrols.ts'

/**
 * A tour as the round of a crew, for the simulation: while free it is where the tour has it, from stop to stop, the way counted as
 * time at the next one; a tour without visits waits at the station.
 *
 * @param siteOf  the simulation's site of a place of the tour
 * @param more    when it is on duty (seconds of the week) and what it can do
 */
export function crewOfTour({ from, to, visits }: Pick<Tour, 'from' | 'to' | 'visits'>, station: number, siteOf: (place: number) => number, more: Pick<Crew, 'duty' | 'can'> = {}): Crew {
  const stays = visits.map(({ place, leave }, n) => ({ site: siteOf(place), seconds: leave - (visits[n - 1]?.leave ?? from) })), left = to - (visits.at(-1)?.leave ?? from)
  return { ...more, round: left > 0 ? [...stays, { site: siteOf(station), seconds: left }] : stays }
}
