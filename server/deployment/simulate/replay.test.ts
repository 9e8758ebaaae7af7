import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replayPlainly } from '../../../tests/queueing.ts'
import { weekSeconds, type Calls } from './calls.ts'
import { periodOf, post, Squad, type Crew } from './crews.ts'
import { replay, type City } from './replay.ts'

const siteCount = 4, cells = 5
const anySpan = fc.record({ from: fc.nat(4000), to: fc.nat(4000) }), anySeconds = fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 400 }) }, { weight: 1, arbitrary: fc.constant(Infinity) })
const anyCrew: fc.Arbitrary<Crew> = fc.record({
  round: fc.array(fc.record({ site: fc.nat(siteCount - 1), seconds: fc.integer({ min: 1, max: 600 }) }), { minLength: 1, maxLength: 3 }),
  duty: fc.option(fc.array(anySpan, { minLength: 1, maxLength: 2 }), { nil: undefined }), can: fc.option(fc.nat(3), { nil: undefined }),
}).map(({ round, duty, can }) => ({ round, ...duty && { duty }, ...can !== undefined && { can } }))
const anyCity: fc.Arbitrary<City> = fc.record({ seconds: fc.array(anySeconds, { minLength: siteCount * cells, maxLength: siteCount * cells }), back: fc.array(anySeconds, { minLength: siteCount * cells, maxLength: siteCount * cells }), slow: fc.boolean() })
  .map(({ seconds, back, slow }) => ({ siteCount, seconds: Float32Array.from(seconds), back: Float32Array.from(back), limits: new Float64Array(cells).fill(300), ...slow && { factors: Float64Array.from({ length: 24 }, (_, hour) => 1 + hour % 2) } }))
const anyCalls: fc.Arbitrary<Calls> = fc.array(fc.record({ second: fc.nat(5000), cell: fc.nat(cells - 1), grade: fc.integer({ min: 1, max: 3 }), handling: fc.integer({ min: 1, max: 900 }), needs: fc.constantFrom(0, 0, 0, 1, 2, 3) }), { minLength: 10, maxLength: 40, size: 'max' })
  .map(list => list.sort((a, b) => a.second - b.second)).map(list => ({
    seconds: Float64Array.from(list, call => call.second), cells: Int32Array.from(list, call => call.cell), grades: Uint8Array.from(list, call => call.grade),
    handling: Float64Array.from(list, call => call.handling), kinds: new Int32Array(list.length).fill(-1), needs: Int32Array.from(list, call => call.needs),
  }))

describe('a replay', () => {
  it('is what comes out when everybody is looked at all the time, with shifts, rounds, capabilities and dead ends', () => {
    let waited = 0, unanswered = 0
    fc.assert(fc.property(anyCalls, fc.array(anyCrew, { minLength: 1, maxLength: 4 }), anyCity, (calls, crews, city) => {
      const squad = new Squad(crews, Float64Array.from(crews, crew => Math.floor(periodOf(crew) / 3))), outcome = replay(calls, squad, city, 4000)
      expect(outcome).toEqual(replayPlainly(calls, squad, city, 4000))
      waited += outcome.waited.filter(seconds => seconds > 0).length
      unanswered += outcome.crew.filter(crew => crew === -1).length
    }), { seed: 1, numRuns: 400 })
    expect(waited).toBeGreaterThan(500)
    expect(unanswered).toBeGreaterThan(500)
  })

  it('answers every call once, and no crew two at a time', () => {
    fc.assert(fc.property(anyCalls, fc.array(anyCrew, { minLength: 1, maxLength: 4 }), anyCity, (calls, crews, city) => {
      const squad = new Squad(crews, new Float64Array(crews.length)), { crew, waited, travelled, answered } = replay(calls, squad, city, 4000)
      const jobs = Array.from(crew, (of, call) => ({ of, from: calls.seconds[call]! + waited[call]!, done: calls.seconds[call]! + waited[call]! + travelled[call]! + calls.handling[call]! })).filter(({ of }) => of !== -1)
      expect(answered.reduce((sum, count) => sum + count, 0)).toBe(jobs.length)
      for (const [of, own] of Map.groupBy(jobs, job => job.of)) {
        own.sort((a, b) => a.from - b.from).forEach(({ from }, n) => {
          expect(squad.onDuty(of, from)).toBe(true)
          if (n > 0) expect(from).toBeGreaterThanOrEqual(own[n - 1]!.done)
        })
      }
    }), { seed: 2, numRuns: 300 })
  })

  it('lets a call wait for the shift that begins, over the end of the week too', () => {
    const calls: Calls = { seconds: Float64Array.of(weekSeconds - 7200), cells: Int32Array.of(0), grades: Uint8Array.of(1), handling: Float64Array.of(60), kinds: Int32Array.of(-1), needs: Int32Array.of(0) }
    const city = { siteCount: 1, seconds: Float32Array.of(100), limits: Float64Array.of(300) }
    const squad = (duty: { from: number, to: number }) => new Squad([{ ...post(0), duty: [duty] }], new Float64Array(1))
    expect(replay(calls, squad({ from: 0, to: 3600 }), city, weekSeconds).waited[0]).toBe(7200)
    expect(replay(calls, squad({ from: weekSeconds - 3600, to: 3600 }), city, weekSeconds).waited[0]).toBe(3600)
    expect(replay(calls, squad({ from: weekSeconds - 9000, to: 0 }), city, weekSeconds).waited[0]).toBe(0)
  })

  it('finds a patrol where its round has it', () => {
    const city = { siteCount: 2, seconds: Float32Array.of(100, 500), limits: Float64Array.of(300) }
    const calls: Calls = { seconds: Float64Array.of(10, 900, 1900), cells: new Int32Array(3), grades: new Uint8Array(3), handling: new Float64Array(3), kinds: new Int32Array(3), needs: new Int32Array(3) }
    const squad = new Squad([{ round: [{ site: 0, seconds: 800 }, { site: 1, seconds: 1000 }] }], new Float64Array(1))
    expect([...replay(calls, squad, city, weekSeconds).travelled]).toEqual([100, 500, 100])
  })
})
