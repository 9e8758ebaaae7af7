import type { PatrolQuestion, PatrolUnit } from './question.ts'

/** One unit and the stops that it serves, in seconds. */
export interface Beat {
  unit: PatrolUnit
  /** Numbers of the stops, in the order of a short round. */
  stops: readonly number[]
  places: readonly number[]
  least: readonly number[]
  most: readonly number[]
  every: readonly number[]
  again: number
  meal: { place: number, from: number, latest: number, seconds: number } | null
  way(from: number, to: number): number
}

export function beatOf({ stops, settings, seconds: usual, placeCount }: PatrolQuestion, unit: PatrolUnit, served: readonly number[]): Beat {
  const minutes = (name: 'leastMinutes' | 'mostMinutes' | 'everyMinutes') => served.map(stop => (stops[stop]![name] ?? settings[name]) * 60), { meal, seconds = usual } = unit
  return {
    unit, stops: served, places: served.map(stop => stops[stop]!.place), least: minutes('leastMinutes'), most: minutes('mostMinutes'), every: minutes('everyMinutes'), again: settings.againMinutes * 60,
    meal: meal ? { place: meal.place ?? unit.station, from: meal.from, latest: meal.to - meal.minutes * 60, seconds: meal.minutes * 60 } : null,
    way: (from, to) => seconds[from * placeCount + to]!,
  }
}

/** How far a unit has come in its shift. `due` and `allowed`: by when it must, and from when it may be at each stop of its beat. */
export interface Course { place: number, now: number, due: readonly number[], allowed: readonly number[], fed: boolean }

/** Every stop is due at least once, in a shift shorter than its interval too. */
export const startOf = ({ unit, every, least, meal }: Beat): Course =>
  ({ place: unit.station, now: unit.from, due: every.map((seconds, at) => Math.min(unit.from + seconds, unit.to - least[at]!)), allowed: every.map(() => unit.from), fed: meal === null })

/** When it would be at a stop. */
export const arrivalAt = (beat: Beat, { place, now, allowed }: Course, at: number): number => Math.max(now + beat.way(place, beat.places[at]!), allowed[at]!)

export function visit(beat: Beat, course: Course, at: number, leave: number): Course {
  return { place: beat.places[at]!, now: leave, due: course.due.with(at, leave + beat.every[at]!), allowed: course.allowed.with(at, leave + beat.again), fed: course.fed }
}

/** When the meal would begin; it must not be after `latest`. */
export const mealAt = ({ way, meal }: Beat, { place, now }: Pick<Course, 'place' | 'now'>): number => Math.max(now + way(place, meal!.place), meal!.from)

export const eat = (beat: Beat, course: Course): Course => ({ ...course, place: beat.meal!.place, now: mealAt(beat, course) + beat.meal!.seconds, fed: true })

/** A way to go on: to what is due first, or round and round from one of the stops. */
export type Habit = { is: 'due' } | { is: 'round', first: number, step: 1 | -1 }

const habitsOf = ({ stops }: Beat): Habit[] =>
  [{ is: 'due' }, ...Array.from(stops.keys()).flatMap(first => stops.length > 2 ? [{ is: 'round', first, step: 1 } as const, { is: 'round', first, step: -1 } as const] : [{ is: 'round', first, step: 1 } as const])]

/**
 * How late the unit comes at worst (to a stop, to its meal, home) if it goes on like this to the end of its shift, staying the
 * least it may; 0 where all is in time, Infinity where there is no way.
 *
 * @param enough  lateness that ends the looking: nobody asks how much more it is
 */
export function lateness(beat: Beat, course: Course, habit: Habit, enough = Infinity): number {
  const { unit, stops, places, least, every, again, meal, way } = beat, due = [...course.due], allowed = [...course.allowed], count = stops.length
  let { place, now, fed } = course, late = 0, turn = habit.is === 'round' ? habit.first : 0
  const dine = () => {
    const start = mealAt(beat, { place, now })
    late = Math.max(late, start - meal!.latest)
    place = meal!.place
    now = start + meal!.seconds
    fed = true
  }
  while (now < unit.to && late < enough) {
    let next = -1
    if (habit.is === 'due') { for (let at = 0; at < count; at++) if (due[at]! < unit.to && (next === -1 || due[at]! < due[next]!)) next = at }
    else for (let tried = 0; tried < count && next === -1; tried++, turn = (turn + habit.step + count) % count) if (due[turn]! < unit.to) next = turn
    if (next === -1) break
    const arrive = Math.max(now + way(place, places[next]!), allowed[next]!), leave = arrive + least[next]!
    if (!fed && mealAt(beat, { place: places[next]!, now: leave }) > meal!.latest) {
      dine()
      turn = next
      continue
    }
    late = Math.max(late, arrive - due[next]!)
    due[next] = leave + every[next]!
    allowed[next] = leave + again
    place = places[next]!
    now = leave
  }
  if (!fed) dine()
  return Math.max(late, now + way(place, unit.station) - unit.to)
}

/** Whether some habit serves everything in time from here on; the one that did last is tried first. Cost: O(stops × visits) at worst. */
export class Foresight {
  readonly #beat: Beat
  readonly #habits: Habit[]

  constructor(beat: Beat) {
    this.#beat = beat
    this.#habits = habitsOf(beat)
  }

  inTime(course: Course): boolean {
    const found = this.#habits.findIndex(habit => lateness(this.#beat, course, habit, Number.MIN_VALUE) <= 0)
    if (found > 0) this.#habits.unshift(...this.#habits.splice(found, 1))
    return found !== -1
  }
}

/** How late the unit comes at worst from the beginning, going on as well as it can. */
export const leastLateness = (beat: Beat): number => Math.min(...habitsOf(beat).map(habit => lateness(beat, startOf(beat), habit)))
