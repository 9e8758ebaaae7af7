import { arrivalAt, eat, Foresight, mealAt, startOf, visit, type Beat, type Course } from './course.ts'

/** Where a unit is from when to when. `stop` is its number in the question; null for the meal. */
export interface PlannedVisit { stop: number | null, place: number, arrive: number, leave: number }

export interface DrawnTour {
  visits: PlannedVisit[]
  /** On the road; `freeSeconds` is what is neither road nor stop nor meal: patrolling freely on the way to the next. */
  travelSeconds: number
  freeSeconds: number
  /** By choice of a next stop: chance of the likeliest, and bits by which the choice surprises (Shannon's entropy). */
  choices: { bestGuess: number, bits: number }[]
}

export interface Freedom { scale: number, stretch: number }

interface Option { at: number | null, arrive: number, cost: number, after: Course }

/**
 * A tour drawn stop after stop. All stops after which everything can still be served in time may come next; near ones are likelier.
 * A tour that begins in time (leastLateness 0) therefore never runs into a dead end, and the chance of every step is known
 * exactly: that is how unpredictability is measured.
 *
 * @param scale    seconds of road for which a stop becomes e times less likely; Infinity: all alike
 * @param stretch  share of what a stay may be longer than the least, at most; short stays leave time to choose the next stop
 */
export function drawTour(beat: Beat, { scale, stretch }: Freedom, random: () => number): DrawnTour {
  const { unit, meal, way } = beat, foresight = new Foresight(beat), visits: PlannedVisit[] = [], choices: DrawnTour['choices'] = []
  let course = startOf(beat), travelSeconds = 0, freeSeconds = 0
  for (;;) {
    const options = optionsFrom(beat, course, foresight)
    if (options.length === 0) break
    const nearest = Math.min(...options.map(({ cost }) => cost)), weights = options.map(({ cost }) => Math.exp(-(cost - nearest) / scale)), total = weights.reduce((a, b) => a + b, 0)
    let left = random() * total
    const chosen = options[weights.findIndex(weight => (left -= weight) < 0)] ?? options.at(-1)!
    // Where there is nothing but the meal, no stop is guessed.
    if (options.some(({ at }) => at !== null)) choices.push({ bestGuess: Math.max(...weights) / total, bits: weights.reduce((sum, weight) => sum - (weight > 0 ? weight / total * Math.log2(weight / total) : 0), 0) })
    const { at, arrive } = chosen, place = at === null ? meal!.place : beat.places[at]!, road = way(course.place, place), before = course.now
    course = at === null ? chosen.after : stay(beat, course, at, arrive, foresight, stretch * random())
    visits.push({ stop: at === null ? null : beat.stops[at]!, place, arrive, leave: course.now })
    travelSeconds += road
    freeSeconds += arrive - before - road
  }
  const home = way(course.place, unit.station)
  return { visits, travelSeconds: travelSeconds + home, freeSeconds: freeSeconds + unit.to - course.now - home, choices }
}

function optionsFrom(beat: Beat, course: Course, foresight: Foresight): Option[] {
  const options: Option[] = []
  for (let at = 0; at < beat.stops.length; at++) {
    const arrive = arrivalAt(beat, course, at)
    if (!(arrive <= course.due[at]!)) continue
    const after = visit(beat, course, at, arrive + beat.least[at]!)
    if (foresight.inTime(after)) options.push({ at, arrive, cost: arrive - course.now, after })
  }
  if (!course.fed) {
    const arrive = mealAt(beat, course)
    if (arrive <= beat.meal!.latest && foresight.inTime(eat(beat, course))) options.push({ at: null, arrive, cost: arrive - course.now, after: eat(beat, course) })
  }
  return options
}

/** Stays some whole minutes more than the least, as many as chance (a share of what there is) says and time allows. */
function stay(beat: Beat, course: Course, at: number, arrive: number, foresight: Foresight, share: number): Course {
  const least = beat.least[at]!, spare = Math.floor((beat.most[at]! - least) / 60)
  for (let more = Math.floor(share * (spare + 1)); more > 0; more--) {
    const after = visit(beat, course, at, arrive + least + more * 60)
    if (foresight.inTime(after)) return after
  }
  return visit(beat, course, at, arrive + least)
}
