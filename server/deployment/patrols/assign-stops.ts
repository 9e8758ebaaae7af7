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
 * Each stop to one unit: the heaviest first, to the unit whose round, grown by it, fills the least of its time. Chance has a say
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
      const larger = withStop(question, beat, stop), cost = Math.min(fullness(larger), Number.MAX_VALUE / 2) * (0.75 + 0.5 * random())
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
  const { seconds, placeCount } = question, way = (a: number, b: number) => seconds[question.stops[a]!.place * placeCount + question.stops[b]!.place]!
  return beatOf(question, unit, shortRound([...stops, stop], way))
}

/** Share of a unit's time that its stops and the ways between them take at least; Infinity where no road leads round, which a short shift may not need. */
const fullness = ({ places, least, every, way }: Beat): number =>
  least.reduce((sum, seconds, at) => sum + (seconds + roundSeconds(places, way) / places.length) / every[at]!, 0)

function soonest(late: readonly number[]): { unit: number, lateSeconds: number } {
  const lateSeconds = Math.min(...late)
  return { unit: late.indexOf(lateSeconds), lateSeconds }
}
