import type { Label } from '../../../layers/layer.ts'
import { createRandom } from '../../analysis/random.ts'
import { mixSeed } from '../mix-seed.ts'
import { assignStops } from './assign-stops.ts'
import type { Beat } from './course.ts'
import { drawTour, type DrawnTour, type Freedom, type PlannedVisit } from './draw-tour.ts'
import { guardPatrols, type PatrolQuestion } from './question.ts'
import { notServed, tooForeseeable } from './reasons.ts'
import { roundSeconds } from './short-round.ts'

export interface Tour {
  unit: string
  /** The shift: it leaves the station when it begins, and is back by its end. */
  from: number
  to: number
  visits: PlannedVisit[]
  travelSeconds: number
  freeSeconds: number
  /** Road per visit over road per visit of the shortest round found; null with fewer than two stops. */
  detour: number | null
  /** Of somebody who knows all but the seed: how often the next stop is guessed at best, bits of surprise a choice; null without a choice. */
  unpredictability: { bestGuess: number, bits: number } | null
  /** Present where the next stop is guessed more often than the settings allow. */
  foreseeable?: { why: Label, change: Label }
}

export interface Unserved {
  stop: string
  reason: 'no_way' | 'no_time'
  /** The unit that would come nearest to serving it, and by how much it would be late at worst; null where there is no way. */
  unit: string | null
  lackingSeconds: number | null
  why: Label
  change: Label
}

export interface PatrolPlan { tours: Tour[], unserved: Unserved[], seed: number }

/** Tried in turn, until the next stop is guessed as seldom as is asked: shorter tours and longer stays first. */
const freedoms: readonly Freedom[] = [...[60, 120, 240, 480, 960, Infinity].map(scale => ({ scale, stretch: 1 })), { scale: Infinity, stretch: 0.5 }, { scale: Infinity, stretch: 0 }]

/**
 * Tours past the hotspots: every stop that is served gets its minutes, and never waits longer than the settings say, all through the
 * shift of the unit that serves it; a stop has one unit, so two never meet there. Order, length of stay and who goes where come
 * from the seed. What can't be served is told.
 *
 * @throws {RangeError} for a question that isn't one
 * Cost: 40 stops and 9 units in about 0.1 s; where many stops can't be served, a second.
 */
export function planPatrols(question: PatrolQuestion): PatrolPlan {
  guardPatrols(question)
  const { stops, units, settings, seed } = question
  const { beats, unserved } = assignStops(question, createRandom(mixSeed(seed, 0)))
  return {
    seed, tours: beats.map((beat, unit) => tourOf(beat, settings.bestGuess, part => createRandom(mixSeed(mixSeed(seed, unit + 1), part)))),
    unserved: unserved.map(({ stop, unit, lateSeconds }) => notServed(stops[stop]!, { ...settings, ...stops[stop]! }, units[unit]!, lateSeconds)),
  }
}

function tourOf(beat: Beat, allowed: number, randomOf: (part: number) => () => number): Tour {
  let tour: DrawnTour | null = null, least = Infinity
  for (const [part, freedom] of freedoms.entries()) {
    const drawn = drawTour(beat, freedom, randomOf(part)), guess = averageOf(drawn, 'bestGuess')
    if (tour && guess >= least) continue
    tour = drawn
    least = guess
    if (least <= allowed) break
  }
  const { visits, travelSeconds, freeSeconds, choices } = tour!, { unit, places, way } = beat, round = roundSeconds(places, way) / places.length
  return {
    unit: unit.id, from: unit.from, to: unit.to, visits, travelSeconds, freeSeconds,
    detour: round > 0 && visits.length > 0 ? travelSeconds / visits.length / round : null,
    unpredictability: choices.length > 0 ? { bestGuess: least, bits: averageOf(tour!, 'bits') } : null,
    ...choices.length > 0 && least > allowed && { foreseeable: tooForeseeable(unit, least, beat.stops.length) },
  }
}

const averageOf = ({ choices }: DrawnTour, name: 'bestGuess' | 'bits'): number => choices.reduce((sum, choice) => sum + choice[name], 0) / Math.max(1, choices.length)
