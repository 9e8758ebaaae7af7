import { describe, expect, it } from 'vitest'
import { erlangWait, exponential } from '../../../tests/queueing.ts'
import { random as seeded } from '../../../tests/seeded.ts'
import { weekOf, weekSeconds, weeksOfCalls, type Calls, type LoggedCall } from './calls.ts'
import { post } from './crews.ts'
import { drawHandling, measureHandling } from './handling.ts'
import { simulate, type SimulationQuestion } from './simulate.ts'

const cells = 30, sites = 12, spots = seeded(5), place = () => ({ x: spots() * 900, y: spots() * 900 })
const cellAt = Array.from({ length: cells }, place), siteAt = Array.from({ length: sites }, place)
const city = { siteCount: sites, seconds: Float32Array.from(siteAt.flatMap(site => cellAt.map(cell => 30 + Math.hypot(site.x - cell.x, site.y - cell.y)))), limits: new Float64Array(cells).fill(480) }

/** Weeks of which some are busier than others. @param logged  share of calls whose handling time is known */
function someWeeks(count: number, size: number, logged = 0.5): Calls[] {
  const random = seeded(size)
  const log = Array.from({ length: count }, (_, week): LoggedCall[] => Array.from({ length: Math.round(size * (0.7 + 0.6 * random())) }, () => (
    { localSeconds: (week + 1) * weekSeconds - 3 * 86_400 + random() * weekSeconds, cell: Math.floor(random() ** 2 * cells), grade: 1 + Math.floor(random() * 3), handlingSeconds: random() < logged ? exponential(3000, random()) : null }))).flat()
  return weeksOfCalls(log, Array.from({ length: count }, (_, week) => week + 1))
}
const question = (more: Partial<SimulationQuestion> = {}): SimulationQuestion => (
  { weeks: someWeeks(6, 500), city, plans: [[0, 1, 2, 3].map(post), [0, 1, 2, 7].map(post)], handling: { is: 'assumed', meanSeconds: 3000 }, replications: 40, seed: 11, ...more })

describe('plans simulated on held-out weeks', () => {
  it('come out the same from the same seed, and otherwise from another', () => {
    expect(simulate(question())).toEqual(simulate(question()))
    expect(simulate(question({ seed: 12 })).plans[0]!.figures.mean!.mean).not.toBe(simulate(question()).plans[0]!.figures.mean!.mean)
  })

  it('don\'t depend on which others they are simulated with', () => {
    const { plans } = question()
    expect(simulate(question({ plans: [plans[1]!] })).plans[0]!.figures).toEqual(simulate(question()).plans[1]!.figures)
  })

  it('differ by nothing from themselves, and from another plan by far less than each of them varies', () => {
    const { plans: [first, same, other] } = simulate(question({ plans: [question().plans[0]!, question().plans[0]!, question().plans[1]!] }))
    expect(first!.difference).toBeNull()
    expect(same!.difference!.mean).toEqual({ mean: 0, low: 0, high: 0, error: 0 })
    const width = ({ low, high }: { low: number, high: number }) => high - low, difference = other!.difference!.mean!
    expect(width(difference)).toBeLessThan(0.5 * Math.hypot(width(first!.figures.mean!), width(other!.figures.mean!)))
    expect(difference.mean).toBeCloseTo(other!.figures.mean!.mean - first!.figures.mean!.mean, 6)
  })

  it('gain by one more crew, whose loads then fall', () => {
    const { plans: [four, five] } = simulate(question({ plans: [[0, 1, 2, 3].map(post), [0, 1, 2, 3, 4].map(post)] }))
    expect(five!.difference!.mean!.high).toBeLessThan(0)
    expect(five!.difference!.wait!.high).toBeLessThan(0)
    expect(five!.difference!.share!.low).toBeGreaterThan(0)
    const calls = ({ crews }: typeof four & object) => crews.reduce((sum, { callsAWeek }) => sum + callsAWeek!.mean, 0)
    expect(calls(four!)).toBeCloseTo(calls(five!), 6)
    expect(five!.crews[0]!.load!.mean).toBeLessThan(four!.crews[0]!.load!.mean)
  })

  it('wait as Erlang says where the ways are nothing', () => {
    const random = seeded(2), weekly = 1500, offered = weekly * 1800 / weekSeconds
    const log = Array.from({ length: 40 * weekly }, () => ({ localSeconds: random() * 40 * weekSeconds - 3 * 86_400, cell: 0, grade: 1, handlingSeconds: null }))
    const { plans: [plan], handlingLogged } = simulate(question({
      weeks: weeksOfCalls(log, Array.from({ length: 40 }, (_, week) => week)), city: { siteCount: 1, seconds: new Float32Array(1), limits: Float64Array.of(60) }, plans: [Array.from({ length: 6 }, () => post(0))], replications: 20, handling: { is: 'assumed', meanSeconds: 1800 },
    }))
    const { mean, low, high } = plan!.figures.wait!, theory = erlangWait(6, offered, 1800)
    expect(low).toBeLessThan(theory)
    expect(high).toBeGreaterThan(theory)
    expect(Math.abs(mean / theory - 1)).toBeLessThan(0.1)
    expect(handlingLogged).toBe(0)
  })

  it('count what nobody can reach as unanswered, and not within the minutes', () => {
    const seconds = city.seconds.map((time, at) => at % cells === 0 ? Infinity : time), weeks = someWeeks(4, 300)
    const { plans: [plan] } = simulate(question({ weeks, city: { ...city, seconds, limits: city.limits.map(() => 1e9) } })), { share, unanswered } = plan!.figures
    expect(unanswered!.mean).toBeGreaterThan(0.1)
    expect(share!.mean).toBeCloseTo(1 - unanswered!.mean, 9)
  })

  it('end early when told to, with what was done', () => {
    expect(simulate(question(), done => done < 7).replications).toBe(7)
  })

  it('refuse what can\'t be simulated, naming it', () => {
    const empty = weeksOfCalls([], [1, 2])
    expect(() => simulate(question({ weeks: empty }))).toThrow('the 2 weeks to be replayed have no calls')
    expect(() => simulate(question({ plans: [[post(12)]] }))).toThrow('crew 0 is at site 12; sites are 0 to 11')
    expect(() => simulate(question({ replications: 1 }))).toThrow('replications is 1')
    expect(() => simulate(question({ plans: [[{ ...post(0), duty: [{ from: -1, to: 5 }] }]] }))).toThrow('crew 0 is on duty from -1 to 5 s')
    expect(() => simulate(question({ city: { ...city, factors: new Float64Array(7) } }))).toThrow('factors has 7 entries')
  })
})

describe('weeks of calls', () => {
  it('begin on Monday, keep empty weeks, and leave other weeks out', () => {
    const monday = Date.UTC(2026, 10, 16) / 1000, call = (localSeconds: number): LoggedCall => ({ localSeconds, cell: 0, grade: 1, handlingSeconds: null }), week = weekOf(monday)
    expect(weekOf(monday - 1)).toBe(week - 1)
    const weeks = weeksOfCalls([call(monday + 60), call(monday), call(monday - 1), call(monday + weekSeconds)], [week, week + 2])
    expect(weeks.map(({ seconds }) => [...seconds])).toEqual([[0, 60], []])
  })
})

describe('a handling time that isn\'t logged', () => {
  it('is as others of its kind took, or as all did where the kind is rare', () => {
    const random = seeded(4), log = Array.from({ length: 2000 }, (_, n) => ({ kind: n % 100 === 0 ? 1 : 0, seconds: n % 100 === 0 ? 9000 : 600 * random() }))
    const handling = measureHandling(log), draws = (kind: number) => Array.from({ length: 4000 }, () => drawHandling(handling, kind, random())), mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
    expect(mean(draws(0))).toBeCloseTo(300, -1)
    expect(Math.abs(mean(draws(1)) - (300 * 0.99 + 90))).toBeLessThan(40)
    expect(Math.max(...draws(0))).toBeLessThanOrEqual(600)
  })

  it('can\'t be measured from nothing', () => {
    expect(() => measureHandling([])).toThrow('no handling time is logged')
  })
})
