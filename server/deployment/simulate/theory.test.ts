import { describe, expect, it } from 'vitest'
import { batchInterval, erlangC, erlangWait, exponential, poissonCalls } from '../../../tests/queueing.ts'
import { random as seeded } from '../../../tests/seeded.ts'
import { post, Squad } from './crews.ts'
import { replay, type Outcome } from './replay.ts'

const mean = 900, city = { siteCount: 1, seconds: new Float32Array(1), limits: Float64Array.of(0) }

/** Calls at one place with crews that are there already. */
function atOnePlace(crews: number, load: number, handling: (random: number) => number, grades = 1): { calls: ReturnType<typeof poissonCalls>, outcome: Outcome } {
  const calls = poissonCalls(250_000, load * crews / mean, seeded(17), handling, { grades })
  return { calls, outcome: replay(calls, new Squad(Array.from({ length: crews }, () => post(0)), new Float64Array(crews)), city, calls.seconds.at(-1)!) }
}

/** The interval holds what theory says, and is narrow enough to mean something. */
function expectAgrees(values: Float64Array, theory: number, width = 0.1): void {
  const { mean: found, low, high } = batchInterval(values), reach = (high! - low!) / 2
  expect(reach).toBeLessThan(width * theory)
  // One such interval in twenty misses; one and a half times its width does once in three hundred.
  expect(Math.abs(found - theory)).toBeLessThan(1.5 * reach)
}

describe('a replay agrees with queueing theory', () => {
  it.each([0.3, 0.7, 0.85])('with one crew that is out %d of its time, for waiting and load (M/M/1)', load => {
    const { outcome, calls } = atOnePlace(1, load, random => exponential(mean, random))
    expectAgrees(outcome.waited, load * mean / (1 - load), 0.15)
    expect(outcome.busy[0]! / calls.seconds.at(-1)!).toBeCloseTo(load, 1)
  })

  it.each([[2, 0.7], [5, 0.8], [13, 0.85]])('with %d crews out %d of their time, for waiting and who waits at all (M/M/c, Erlang C)', (crews, load) => {
    const { outcome } = atOnePlace(crews, load, random => exponential(mean, random))
    expectAgrees(outcome.waited, erlangWait(crews, crews * load, mean))
    expectAgrees(outcome.waited.map(waited => Number(waited > 0)), erlangC(crews, crews * load))
  })

  it('with handling times that are all the same (M/D/1, Pollaczek and Khinchine): half the waiting', () => {
    expectAgrees(atOnePlace(1, 0.7, () => mean).outcome.waited, 0.7 * mean / (2 * 0.3))
  })

  it('with two grades, of which the serious one goes first but calls nobody off (Cobham)', () => {
    const load = 0.8, { outcome, calls } = atOnePlace(1, load, random => exponential(mean, random), 2), rest = load * mean
    const ofGrade = (grade: number) => outcome.waited.filter((_, call) => calls.grades[call] === grade)
    expectAgrees(ofGrade(1), rest / (1 - load / 2))
    expectAgrees(ofGrade(2), rest / ((1 - load / 2) * (1 - load)), 0.15)
  })

  it('with ways there and back, which count as work: one crew a fixed way off (M/G/1)', () => {
    const way = 120, calls = poissonCalls(250_000, 0.6 / (mean + 2 * way), seeded(3), random => exponential(mean, random))
    const outcome = replay(calls, new Squad([post(0)], new Float64Array(1)), { ...city, seconds: Float32Array.of(way) }, Infinity), service = mean + 2 * way
    const secondMoment = mean ** 2 + service ** 2
    expectAgrees(outcome.waited, 0.6 / service * secondMoment / (2 * 0.4))
    expect(outcome.travelled.every(seconds => seconds === way)).toBe(true)
  })
})
