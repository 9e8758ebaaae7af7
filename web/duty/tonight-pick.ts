import { dayAfter, localDay } from '../../layers/time.ts'
import type { DutyPost, PatrolPlan, PatrolStop, PatrolTour, PatrolVisit } from './tonight-shapes.ts'

/** So long before it begins a turn is told of. */
const aheadMilliseconds = 20 * 3_600_000

/** The unit's posts that aren't over and begin within the next twenty hours, soonest first. Several at once are several posts. */
export function postsAhead(posts: readonly DutyPost[], unitId: number, now: Date): DutyPost[] {
  return posts.filter(each => each.unit_id === unitId && isAhead(each, now)).sort((a, b) => a.from.localeCompare(b.from) || a.id - b.id)
}

/** On which local day a post begins; `earlier`: one that holds over midnight began on a day before. */
export function beginsOn({ from }: Pick<DutyPost, 'from'>, now: Date, timeZone: string): 'earlier' | 'today' | 'tomorrow' {
  const day = localDay(new Date(from), timeZone), today = localDay(now, timeZone)
  return day < today ? 'earlier' : day === dayAfter(today, 1) ? 'tomorrow' : 'today'
}

export interface TourAhead { plan: PatrolPlan, tour: PatrolTour }

/** The unit's tour that runs now, or the next one. */
export function tourAhead(plans: readonly PatrolPlan[], unitId: number, now: Date): TourAhead | null {
  const tours = plans.filter(({ status }) => status === 'published').flatMap(plan => plan.tours.filter(tour => tour.unit_id === unitId && isAhead(tour, now)).map(tour => ({ plan, tour })))
  return tours.sort((a, b) => a.tour.from.localeCompare(b.tour.from))[0] ?? null
}

const isAhead = ({ from, to }: { from: string, to: string }, now: Date) => Date.parse(to) > now.getTime() && Date.parse(from) - now.getTime() <= aheadMilliseconds

/** `here`: between arriving and leaving, by the clock. */
export interface StopAhead extends PatrolVisit { kind: 'stop', place: PatrolStop, state: 'done' | 'here' | 'next' | 'later' }
export interface MealAhead { kind: 'meal', arrive: string, leave: string, state: 'done' | 'here' | 'later' }

/**
 * A tour's stops in order with its meal among them. Which are done goes by the clock: whether they were made the tracks tell afterwards.
 *
 * @throws {RangeError} naming a visit to a stop that the plan doesn't have
 */
export function courseOf({ plan, tour }: TourAhead, now: Date): (StopAhead | MealAhead)[] {
  const at = now.getTime(), places = new Map(plan.stops.map(stop => [stop.id, stop]))
  const over = ({ leave }: { leave: string }) => Date.parse(leave) <= at, begun = ({ arrive }: { arrive: string }) => Date.parse(arrive) <= at
  const visits = tour.visits.toSorted((a, b) => a.arrive.localeCompare(b.arrive)), next = visits.find(visit => !over(visit) && !begun(visit))
  const stops = visits.map((visit): StopAhead => {
    const place = places.get(visit.stop)
    if (!place) throw new RangeError(`patrol plan ${plan.id} visits the stop "${visit.stop}", which it doesn't have`)
    return { ...visit, kind: 'stop', place, state: over(visit) ? 'done' : begun(visit) ? 'here' : visit === next ? 'next' : 'later' }
  })
  const meal = tour.meal && { arrive: tour.meal.from, leave: tour.meal.to }
  const course: (StopAhead | MealAhead)[] = meal ? [...stops, { ...meal, kind: 'meal', state: over(meal) ? 'done' : begun(meal) ? 'here' : 'later' }] : stops
  return course.sort((a, b) => a.arrive.localeCompare(b.arrive))
}

/** The stop to look at: where one should be, otherwise the next. */
export const stopInView = (course: readonly (StopAhead | MealAhead)[]): StopAhead | null =>
  course.find((each): each is StopAhead => each.kind === 'stop' && each.state === 'here') ?? course.find((each): each is StopAhead => each.kind === 'stop' && each.state === 'next') ?? null
