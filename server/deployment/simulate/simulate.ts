import { createRandom } from '../../analysis/random.ts'
import { mixSeed } from '../mix-seed.ts'
import { guardCalls, weekSeconds, type Calls } from './calls.ts'
import { guardCrews, periodOf, Squad, type Crew } from './crews.ts'
import { estimate, type Estimate } from './estimate.ts'
import { figureNames, figuresOf, type Figures } from './figures.ts'
import type { Handling } from './handling.ts'
import { reachOf, replay, type City } from './replay.ts'
import { drawStream } from './stream.ts'

/** Plain data: it goes to a worker as it is. */
export interface SimulationQuestion {
  /** Held-out weeks (weeksOfCalls): the plans must not have been built on them. */
  weeks: readonly Calls[]
  /** Weeks in a replication; as many as were held out, where absent. */
  weeksEach?: number
  city: City
  /** The plan in force first: the others are compared with it. */
  plans: readonly (readonly Crew[])[]
  /** For calls whose log doesn't say. */
  handling: Handling
  /** At least 2; a hundred for intervals to trust. */
  replications: number
  seed: number
}

export type Estimates = { [Name in keyof Figures]: Estimate | null }

export interface SimulatedPlan {
  figures: Estimates
  /** By crew: share of its time on duty that it was out (null where it has none), and calls answered in a week. */
  crews: { load: Estimate | null, callsAWeek: Estimate | null }[]
  /** This plan minus the first, replication by replication on the same calls; null for the first. */
  difference: Estimates | null
}

export interface Simulation {
  plans: SimulatedPlan[]
  /** Done: fewer than asked for where it was ended early. */
  replications: number
  /** Calls in a replication, on average. */
  calls: number
  /** Of the calls in the weeks: handling time logged. */
  handlingLogged: number
}

/**
 * Held-out weeks replayed through dispatch under several plans, again and again. Every replication draws weeks and unknown handling
 * times anew and puts all plans to the same calls (common random numbers), so their difference is known far better than
 * each of them. Patrols begin each replication somewhere in their round.
 *
 * The intervals say how the figures of so many weeks vary; with a handful of held-out weeks they are too narrow, as no
 * replication can see a week that isn't among them. Each replication begins with all crews free.
 *
 * @param onReplication  told after each; `false` ends it, with the figures so far
 * @throws {RangeError} for a question that isn't one, naming what is wrong
 * Cost: O(replications × plans × calls × crews): 10 weeks of 1,000 calls, 13 crews, 100 replications in one to two seconds; a large one belongs in a worker.
 */
export function simulate(question: SimulationQuestion, onReplication?: (done: number) => boolean | void): Simulation {
  guardQuestion(question)
  const { weeks, city, plans, handling, replications, seed, weeksEach = weeks.length } = question, end = weeksEach * weekSeconds
  const reaches = plans.map(crews => reachOf(city, { crews })), figures: Figures[][] = plans.map(() => [])
  const loads: number[][][] = plans.map(crews => crews.map(() => [])), answered: number[][][] = plans.map(crews => crews.map(() => []))
  let done = 0, calls = 0
  for (; done < replications;) {
    const random = createRandom(mixSeed(seed, done)), stream = drawStream(weeks, weeksEach, handling, random)
    calls += stream.seconds.length
    plans.forEach((crews, plan) => {
      // The n-th crew of every plan begins at the same share of its round.
      const phases = createRandom(mixSeed(seed, ~done)), squad = new Squad(crews, Float64Array.from(crews, crew => phases() * periodOf(crew)))
      const outcome = replay(stream, squad, city, end, reaches[plan]!)
      figures[plan]!.push(figuresOf(outcome, stream, city.limits))
      crews.forEach((_, crew) => {
        loads[plan]![crew]!.push(outcome.busy[crew]! / (squad.dutyPerWeek(crew) * weeksEach))
        answered[plan]![crew]!.push(outcome.answered[crew]! / weeksEach)
      })
    })
    done++
    if (onReplication?.(done) === false) break
  }
  return {
    replications: done, calls: calls / done, handlingLogged: loggedShare(weeks),
    plans: plans.map((crews, plan) => ({
      figures: estimates(name => figures[plan]!.map(each => each[name])),
      crews: crews.map((_, crew) => ({ load: estimate(loads[plan]![crew]!), callsAWeek: estimate(answered[plan]![crew]!) })),
      difference: plan === 0 ? null : estimates(name => figures[plan]!.map((each, replication) => each[name] - figures[0]![replication]![name])),
    })),
  }
}

const estimates = (values: (name: keyof Figures) => number[]): Estimates =>
  Object.fromEntries(figureNames.map(name => [name, estimate(values(name))])) as Estimates

function loggedShare(weeks: readonly Calls[]): number {
  let logged = 0, all = 0
  for (const { handling } of weeks) for (const seconds of handling) { all++; logged += Number(!Number.isNaN(seconds)) }
  return logged / all
}

function guardQuestion({ weeks, weeksEach = weeks.length, city, plans, handling, replications, seed }: SimulationQuestion): void {
  const { siteCount, seconds, back, limits, factors } = city, cells = limits.length
  if (!weeks.some(week => week.seconds.length > 0)) throw new RangeError(`the ${weeks.length} weeks to be replayed have no calls; hold out others`)
  if (plans.length === 0) throw new RangeError('there is no plan to simulate')
  if (!(Number.isInteger(weeksEach) && weeksEach >= 1)) throw new RangeError(`weeksEach is ${weeksEach}; it must be a whole number from 1`)
  if (!(Number.isInteger(replications) && replications >= 2)) throw new RangeError(`replications is ${replications}; it must be a whole number from 2`)
  if (!Number.isInteger(seed)) throw new RangeError(`seed is ${seed}; it must be a whole number`)
  for (const [name, times] of [['seconds', seconds], ['back', back ?? seconds]] as const) {
    if (times.length !== siteCount * cells) throw new RangeError(`${name} has ${times.length} entries; it must have ${siteCount} sites × ${cells} cells`)
    times.forEach((time, at) => { if (!(time >= 0)) throw new RangeError(`${name} of site ${Math.floor(at / cells)} and cell ${at % cells} is ${time}; it must be 0 or more, or Infinity`) })
  }
  if (factors && factors.length !== 24) throw new RangeError(`factors has ${factors.length} entries; it must have one for each of 24 hours`)
  factors?.forEach((factor, hour) => { if (!(factor > 0 && factor < Infinity)) throw new RangeError(`the factor of hour ${hour} is ${factor}; it must be above 0`) })
  limits.forEach((limit, cell) => { if (!(limit >= 0)) throw new RangeError(`the limit of cell ${cell} is ${limit} s; it must be 0 or more`) })
  weeks.forEach((week, number) => {
    guardCalls(week, cells)
    if ((week.seconds.at(-1) ?? 0) >= weekSeconds) throw new RangeError(`week ${number} has a call at ${week.seconds.at(-1)} s; a week has ${weekSeconds}`)
  })
  plans.forEach(crews => {
    if (crews.length === 0) throw new RangeError('a plan has no crew')
    guardCrews(crews, siteCount)
  })
  if (handling.is === 'assumed' && !(handling.meanSeconds >= 0 && handling.meanSeconds < Infinity)) throw new RangeError(`the handling time assumed is ${handling.meanSeconds} s; it must be 0 or more`)
}
