import { beatOf, leastLateness, type Beat } from './course.ts'
import type { PatrolQuestion } from './question.ts'
import { roundSeconds, shortRound } from './short-round.ts'

export interface Assignment {
  beats: Beat[]
  /** Stops that no unit can serve beside its others, with the least by which one would come late; Infinity where there is no way. */
  unserved: { stop: number, unit: number, lateSeconds: number }[]
}

const tries = 12

/**
 * Each stop to one unit: the heaviest first, to the unit that it takes the least time and leaves the most. Chance has a say
 * (randomised insertion), so neither the parting nor the tours come again. Several tries where stops are left over; the best is kept.
 * That a stop can't be served is by this search and not proven.
 */
export function assignStops(question: PatrolQuestion, random: () => number): Assignment {
  let best: Assignment | null = null, bestWeight = Infinity
  for (let attempt = 0; attempt < tries && bestWeight > 0; attempt++) {
    const assignment = insertAll(question, random), weight = assignment.unserved.reduce((sum, { stop }) => sum + question.stops[stop]!.weight + 1e-9, 0)
    if (weight >= bestWeight) continue
    best = assignment
    bestWeight = weight
  }
  return best!
}

function insertAll(question: PatrolQuestion, random: () => number): Assignment {
  const { stops, units } = question, beats = units.map(unit => beatOf(question, unit, [])), left: number[] = []
  const ties = stops.map(random), order = [...stops.keys()].sort((a, b) => stops[b]!.weight - stops[a]!.weight || ties[a]! - ties[b]!)
  for (const stop of order) {
    let taken = -1, grown: Beat | null = null, least = Infinity
    beats.forEach((beat, unit) => {
      const larger = withStop(question, beat, stop), cost = crowding(beat, larger) * (0.75 + 0.5 * random())
      if (!(cost < least) || leastLateness(larger) > 0) return
      taken = unit
      grown = larger
      least = cost
    })
    if (grown === null) left.push(stop)
    else beats[taken] = grown
  }
  return { beats, unserved: left.map(stop => ({ stop, ...soonest(beats.map(beat => leastLateness(withStop(question, beat, stop)))) })) }
}

function withStop(question: PatrolQuestion, { unit, stops }: Beat, stop: number): Beat {
  const { placeCount } = question, { seconds = question.seconds } = unit, way = (a: number, b: number) => seconds[question.stops[a]!.place * placeCount + question.stops[b]!.place]!
  return beatOf(question, unit, shortRound([...stops, stop], way))
}

/** What a stop more costs: the time that it adds, and more so where a unit has little left (it will find fewer orders to choose from). */
const crowding = (before: Beat, grown: Beat): number => (fullness(grown) - fullness(before)) * (1 + fullness(grown))

/** Share of a unit's time that its stops, and a round past them and its station, take at least. Where no road leads round, which a short shift may not need: very much. */
function fullness({ places, least, every, way, unit }: Beat): number {
  const road = Math.min(1e6, roundSeconds([unit.station, ...places], way)) / Math.max(1, places.length)
  return least.reduce((sum, seconds, at) => sum + (seconds + road) / every[at]!, 0)
}

function soonest(late: readonly number[]): { unit: number, lateSeconds: number } {
  const lateSeconds = Math.min(...late)
  return { unit: late.indexOf(lateSeconds), lateSeconds }
}
