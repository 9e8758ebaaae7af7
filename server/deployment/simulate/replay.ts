import type { Calls } from './calls.ts'
import type { Squad } from './crews.ts'
import { Waiting } from './waiting.ts'

/** Ways and limits. Plain data. */
export interface City {
  siteCount: number
  /** By road from each site to each cell, row by row of sites; Infinity where there is no way. */
  seconds: Float32Array
  /** The way back, in the same rows; as the way there, where absent. */
  back?: Float32Array
  /** By cell: seconds within which a call should be answered. */
  limits: Float64Array
  /** By hour of the local day: what all ways take, as a multiple. */
  factors?: Float64Array
}

/** What became of the calls, in their order, and of the crews. */
export interface Outcome {
  /** -1: no crew could ever come. */
  crew: Int32Array
  /** Seconds until a crew set out; NaN without one. */
  waited: Float64Array
  /** Seconds that it took to come; NaN without one. */
  travelled: Float64Array
  /** By crew, until the end: seconds between setting out and being back, and calls answered. */
  busy: Float64Array
  answered: Int32Array
}

/** By crew and cell, row by row of crews: 1 where the crew gets there and back from wherever its round has it. */
export function reachOf({ seconds, back = seconds, limits }: City, { crews }: Pick<Squad, 'crews'>): Uint8Array {
  const cells = limits.length, reach = new Uint8Array(crews.length * cells)
  crews.forEach(({ round }, crew) => {
    for (let cell = 0; cell < cells; cell++) reach[crew * cells + cell] = Number(round.every(({ site }) => seconds[site * cells + cell]! < Infinity && back[site * cells + cell]! < Infinity))
  })
  return reach
}

/**
 * Calls answered one after another: the crew that is free, on duty, able and soonest there (the one longest free, of equals) goes,
 * handles it and comes back to where it was; only then is it free. Where none is, the call waits: by grade, then by age. A crew
 * that is out when its shift ends finishes. One crew a call; a crew on its way isn't called off.
 *
 * @param calls  in order, with all handling times known, from second 0, a Monday 00:00 local time
 * @param end    second after which crews' time isn't counted; calls that wait are answered all the same
 * Cost: O(calls × crews).
 */
export function replay(calls: Calls, squad: Squad, city: City, end: number, reach = reachOf(city, squad)): Outcome {
  const { seconds: instants, cells: places, handling, needs, grades } = calls, { seconds: ways, back = ways, factors, limits: { length: cells } } = city
  const count = instants.length, crewCount = squad.crews.length, free = new Float64Array(crewCount), can = Int32Array.from(squad.crews, crew => crew.can ?? -1)
  const outcome: Outcome = { crew: new Int32Array(count).fill(-1), waited: new Float64Array(count).fill(NaN), travelled: new Float64Array(count).fill(NaN), busy: new Float64Array(crewCount), answered: new Int32Array(crewCount) }
  const waiting = new Waiting(), fresh = new Uint8Array(crewCount)
  const factorAt = (second: number) => factors ? factors[Math.floor(second / 3600) % 24]! : 1
  const able = (crew: number, call: number) => reach[crew * cells + places[call]!] === 1 && (needs[call]! & ~can[crew]!) === 0

  const send = (crew: number, call: number, now: number) => {
    const way = squad.siteAt(crew, now) * cells + places[call]!, travel = ways[way]! * factorAt(now), done = now + travel + handling[call]!
    free[crew] = done + back[way]! * factorAt(done)
    outcome.crew[call] = crew
    outcome.waited[call] = now - instants[call]!
    outcome.travelled[call] = travel
    outcome.busy[crew]! += Math.min(free[crew]!, end) - Math.min(now, end)
    outcome.answered[crew]!++
  }
  /** @returns whether any of the crews that may go could be sent */
  const sendNearest = (call: number, now: number, may: (crew: number) => boolean): boolean => {
    let nearest = -1, soonest = Infinity
    for (let crew = 0; crew < crewCount; crew++) {
      if (!may(crew) || !able(crew, call)) continue
      const travel = ways[squad.siteAt(crew, now) * cells + places[call]!]!
      if (travel < soonest || (travel === soonest && free[crew]! < free[nearest]!)) {
        soonest = travel
        nearest = crew
      }
    }
    if (nearest === -1) return false
    send(nearest, call, now)
    return true
  }
  /** Whoever comes free (or on duty) after `from` takes what waits. Before, no free crew is able to: it would have been sent. */
  const serveWaiting = (from: number, until: number) => {
    for (let now = from; waiting.size > 0;) {
      let next = Infinity
      for (let crew = 0; crew < crewCount; crew++) {
        const ready = squad.nextDuty(crew, Math.max(free[crew]!, now))
        if (ready > now && ready < next) next = ready
      }
      if (next > until || next === Infinity) return
      for (let crew = 0; crew < crewCount; crew++) fresh[crew] = Number(squad.nextDuty(crew, Math.max(free[crew]!, now)) === next)
      now = next
      const may = (crew: number) => fresh[crew] === 1 && free[crew]! <= now
      // Looked at first: a long line need not be offered to nobody.
      while (waiting.size > 0 && free.some((_, crew) => may(crew)) && waiting.offer(call => sendNearest(call, now, may)));
    }
  }

  let last = 0
  for (let call = 0; call < count; call++) {
    const now = instants[call]!
    if (waiting.size > 0) serveWaiting(last, now)
    last = now
    if (sendNearest(call, now, crew => free[crew]! <= now && squad.onDuty(crew, now))) continue
    if (squad.crews.some((_, crew) => able(crew, call) && squad.nextDuty(crew, now) < Infinity)) waiting.add(call, grades[call]!)
  }
  serveWaiting(last, Infinity)
  return outcome
}
