import { weekSeconds, type Calls } from '../server/deployment/simulate/calls.ts'
import type { City, Outcome } from '../server/deployment/simulate/replay.ts'
import type { Squad } from '../server/deployment/simulate/crews.ts'
import { meanInterval, type Interval } from '../server/analysis/judge/intervals.ts'

/**
 * Share of calls that wait where calls come at random, take exponential times and there are so many servers (Erlang 1917).
 *
 * @param offered  calls that come in during one mean handling time, below `servers`
 */
export function erlangC(servers: number, offered: number): number {
  let blocked = 1
  for (let k = 1; k <= servers; k++) blocked = offered * blocked / (k + offered * blocked)
  return blocked / (1 - offered / servers * (1 - blocked))
}

/** Seconds that calls wait in line on average. */
export const erlangWait = (servers: number, offered: number, handlingSeconds: number): number => erlangC(servers, offered) * handlingSeconds / (servers - offered)

/** Calls at random. @param handling  seconds from a random number @param grades  drawn evenly from 1 to so many */
export function poissonCalls(count: number, perSecond: number, random: () => number, handling: (random: number) => number, { cells = 1, grades = 1 } = {}): Calls {
  let second = 0
  return {
    seconds: Float64Array.from({ length: count }, () => second += exponential(1 / perSecond, random())), handling: Float64Array.from({ length: count }, () => handling(random())),
    cells: Int32Array.from({ length: count }, () => Math.floor(random() * cells)), grades: Uint8Array.from({ length: count }, () => 1 + Math.floor(random() * grades)),
    kinds: new Int32Array(count).fill(-1), needs: new Int32Array(count),
  }
}

export const exponential = (mean: number, random: number): number => -mean * Math.log1p(-random)

/** Mean of values that hang together, with its 95 % interval: by long batches, which hardly do. The first batch, begun with nobody waiting, is left out. */
export function batchInterval(values: Float64Array, batches = 41): Interval {
  const size = Math.floor(values.length / batches)
  return meanInterval(Array.from({ length: batches - 1 }, (_, batch) => values.subarray((batch + 1) * size, (batch + 2) * size).reduce((sum, value) => sum + value, 0) / size))
}

/** Replay with nothing clever, looking at everybody whenever anything may have changed: what `replay` must agree with. All times whole seconds, handling above 0. */
export function replayPlainly({ seconds: instants, cells: places, grades, handling, needs }: Calls, squad: Squad, { seconds: ways, back = ways, factors, limits: { length: cells } }: City, end: number): Outcome {
  const { crews } = squad, count = instants.length, freeAt = crews.map(() => 0), line: number[] = []
  const outcome: Outcome = { crew: new Int32Array(count).fill(-1), waited: new Float64Array(count).fill(NaN), travelled: new Float64Array(count).fill(NaN), busy: new Float64Array(crews.length), answered: new Int32Array(crews.length) }
  const reaches = (crew: number, call: number) => crews[crew]!.round.every(({ site }) => ways[site * cells + places[call]!]! < Infinity && back[site * cells + places[call]!]! < Infinity) && (needs[call]! & ~(crews[crew]!.can ?? -1)) === 0
  const factorAt = (second: number) => factors ? factors[Math.floor(second / 3600) % 24]! : 1
  const send = (call: number, now: number): boolean => {
    const way = (crew: number) => ways[squad.siteAt(crew, now) * cells + places[call]!]!
    const [crew] = [...crews.keys()].filter(each => freeAt[each]! <= now && squad.onDuty(each, now) && reaches(each, call)).sort((a, b) => way(a) - way(b) || freeAt[a]! - freeAt[b]! || a - b)
    if (crew === undefined) return false
    const travelled = way(crew) * factorAt(now), done = now + travelled + handling[call]!
    freeAt[crew] = done + back[squad.siteAt(crew, now) * cells + places[call]!]! * factorAt(done)
    outcome.crew[call] = crew
    outcome.waited[call] = now - instants[call]!
    outcome.travelled[call] = travelled
    outcome.answered[crew]!++
    outcome.busy[crew]! += Math.max(0, Math.min(freeAt[crew]!, end) - now)
    return true
  }
  const shifts = crews.flatMap(({ duty = [] }) => duty.map(({ from }) => from))
  for (let now = -1, call = 0; call < count || line.length > 0;) {
    const week = Math.floor(Math.max(0, now) / weekSeconds) * weekSeconds
    now = Math.min(...[instants[call] ?? Infinity, ...freeAt, ...shifts.flatMap(from => [week + from, week + from + weekSeconds]), week + weekSeconds].filter(instant => instant > now))
    for (const each of line.toSorted((a, b) => grades[a]! - grades[b]! || a - b)) if (send(each, now)) line.splice(line.indexOf(each), 1)
    for (; instants[call] === now; call++) if (!send(call, now) && crews.some((crew, each) => reaches(each, call) && (!crew.duty || crew.duty.some(({ from, to }) => from !== to)))) line.push(call)
  }
  return outcome
}
