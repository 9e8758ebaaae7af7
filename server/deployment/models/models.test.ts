import { describe, expect, it } from 'vitest'
import { random as seeded } from '../../../tests/seeded.ts'
import { everyPlan, inReach, overCells, smallProblem, timeTo, toolsFor } from '../../../tests/small-plans.ts'
import { greedyCover, interchangeCover, coverObjective } from '../heuristics/cover.ts'
import { costsOf, greedyMedian, medianObjective } from '../heuristics/median.ts'
import { backupCovering } from './backup-covering.ts'
import { busyFraction } from './busy-fraction.ts'
import { busyUnits } from './busy-units.ts'
import { coverGroups } from './cover-groups.ts'
import { maximalCovering } from './maximal-covering.ts'
import { pCentre } from './p-centre.ts'
import { pMedian } from './p-median.ts'
import type { Answer, Plan, Problem } from './problem.ts'
import { setCovering } from './set-covering.ts'

const times = 60

/** Hold a model against trying every plan. */
async function againstEveryPlan(solve: (problem: Problem) => Promise<Answer>, worth: (problem: Problem, plan: readonly number[]) => number, { most = true, make = smallProblem as (random: () => number) => Problem } = {}): Promise<{ solved: number, refused: number }> {
  const random = seeded(7)
  let solved = 0, refused = 0
  for (let i = 0; i < times; i++) {
    const problem = make(random), answer = await solve(problem)
    const worths = everyPlan(problem).map(plan => worth(problem, plan)).filter(Number.isFinite)
    if (answer.status === 'infeasible') {
      // Nothing to cover, or no plan: nothing else is refused.
      if (answer.reasons[0]!.code !== 'no_demand') expect(worths).toEqual([])
      refused++
      continue
    }
    expect(answer.status).toBe('optimal')
    const plan = answer as Plan
    expect(plan.objective).toBeCloseTo(most ? Math.max(...worths) : Math.min(...worths), 6)
    expect(plan.bound).toBe(plan.objective)
    expect(plan.gap).toBe(0)
    expect(worth(problem, plan.sites)).toBeCloseTo(plan.objective, 6)
    expect(plan.sites).toHaveLength(problem.posts)
    for (const site of problem.fixed) expect(plan.sites).toContain(site)
    for (const site of problem.forbidden) expect(plan.sites).not.toContain(site)
    plan.assignment.forEach((site, cell) => expect(site === -1 ? Infinity : problem.seconds[site * problem.weights.length + cell]).toBe(timeTo(problem, plan.sites, cell)))
    solved++
  }
  return { solved, refused }
}

/** Sites with room for up to three. */
const roomy = (random: () => number): Problem => {
  const problem = smallProblem(random)
  return { ...problem, room: Array.from({ length: problem.siteCount }, () => 1 + Math.floor(random() * 3)) }
}

describe('each model finds what trying every plan finds', () => {
  it('maximal covering', async () => {
    const { solved } = await againstEveryPlan(async problem => maximalCovering(problem, await toolsFor()), (problem, plan) => overCells(problem, (cell, weight) => Math.min(1, inReach(problem, plan, cell)) * weight))
    expect(solved).toBeGreaterThan(50)
  })

  it('covering with back-up, where sites have room for several', async () => {
    const { solved } = await againstEveryPlan(async problem => backupCovering(problem, await toolsFor(), { backupWorth: 0.5 }),
      (problem, plan) => overCells(problem, (cell, weight) => [0, 1, 1.5][Math.min(2, inReach(problem, plan, cell))]! * weight), { make: roomy })
    expect(solved).toBeGreaterThan(50)
  })

  it('covering with back-up that must reach everybody once', async () => {
    const near = (random: () => number) => { const problem = smallProblem(random); return { ...problem, limits: problem.limits.map(limit => limit * 2) } }
    const { solved, refused } = await againstEveryPlan(async problem => backupCovering(problem, await toolsFor(), { backupWorth: 1, coverAll: true }),
      (problem, plan) => overCells(problem, (cell, weight) => inReach(problem, plan, cell) === 0 ? -Infinity : Math.min(2, inReach(problem, plan, cell)) * weight), { make: near })
    expect(solved).toBeGreaterThan(10)
    expect(refused).toBeGreaterThan(10)
  })

  it('busy units, where sites have room for several', async () => {
    const { solved } = await againstEveryPlan(async problem => busyUnits(problem, await toolsFor(), { busy: 0.4 }), (problem, plan) => overCells(problem, (cell, weight) => (1 - 0.4 ** inReach(problem, plan, cell)) * weight), { make: roomy })
    expect(solved).toBeGreaterThan(50)
  })

  it('p-median', async () => {
    const { solved, refused } = await againstEveryPlan(async problem => pMedian(problem, await toolsFor()), (problem, plan) => overCells(problem, (cell, weight) => timeTo(problem, plan, cell) * weight), { most: false })
    expect(solved).toBeGreaterThan(30)
    expect(refused).toBeGreaterThan(1)
  })

  it('p-centre', async () => {
    const { solved, refused } = await againstEveryPlan(async problem => pCentre(problem, await toolsFor()),
      (problem, plan) => problem.weights.reduce((worst, weight, cell) => weight > 0 ? Math.max(worst, timeTo(problem, plan, cell)) : worst, 0), { most: false })
    expect(solved).toBeGreaterThan(30)
    expect(refused).toBeGreaterThan(1)
  })

  it('set covering: no plan with a post less reaches everybody', async () => {
    const random = seeded(11)
    let solved = 0
    for (let i = 0; i < times; i++) {
      const problem = { ...smallProblem(random), unreachable: 'leave_out' as const }, answer = setCovering(problem, await toolsFor())
      if (answer.status === 'infeasible') { expect(answer.reasons[0]!.code).toBe('no_demand'); continue }
      const plan = answer as Plan, left = new Set(plan.leftOut.cells)
      const covers = (sites: readonly number[]) => overCells(problem, cell => Number(!left.has(cell) && inReach(problem, sites, cell) === 0)) === 0
      expect(plan.status).toBe('optimal')
      expect(covers(plan.sites)).toBe(true)
      expect(plan.objective).toBe(plan.sites.length)
      for (let posts = 0; posts < plan.sites.length; posts++) expect(everyPlan(problem, posts).some(covers)).toBe(false)
      for (const cell of left) expect(everyPlan(problem, problem.siteCount - problem.forbidden.length).some(sites => inReach(problem, sites, cell) > 0)).toBe(false)
      solved++
    }
    expect(solved).toBeGreaterThan(50)
  })
})

describe('a plan is better than greedy where greedy is known to fail', () => {
  it('in covering: the middle site looks best first, and then nothing fits beside it', async () => {
    // Two sites cover half each; a third covers most of both, and leaves a rest on either side.
    const covers = [[0, 1, 2], [3, 4, 5], [1, 2, 3, 4]], seconds = Float32Array.from({ length: 18 }, (_, at) => covers[Math.floor(at / 6)]!.includes(at % 6) ? 60 : 600)
    const problem: Problem = { siteCount: 3, posts: 2, fixed: [], forbidden: [], weights: new Float64Array(6).fill(10), limits: new Float64Array(6).fill(300), seconds }
    const cover = { problem, groups: coverGroups(problem), gains: [1] }
    expect(coverObjective(cover, greedyCover(cover))).toBe(50)
    expect(coverObjective(cover, interchangeCover(cover, greedyCover(cover)))).toBe(60)
    expect(maximalCovering(problem, await toolsFor())).toMatchObject({ status: 'optimal', objective: 60, bound: 60, sites: [0, 1] })
  })

  it('in the median: the first post sits between two towns', async () => {
    const problem: Problem = { siteCount: 3, posts: 2, fixed: [], forbidden: [], weights: Float64Array.from([10, 10]), limits: new Float64Array(2).fill(1), seconds: Float32Array.from([0, 100, 100, 0, 45, 45]) }
    const costs = costsOf(problem, [0, 1])
    expect(medianObjective(costs, greedyMedian(costs))).toBe(450)
    expect(pMedian(problem, await toolsFor())).toMatchObject({ status: 'optimal', objective: 0, sites: [0, 1] })
  })
})

describe('the busy fraction', () => {
  const duty = [{ unit: 1, from: 0, to: 100 }, { unit: 2, from: 50, to: 150 }]
  it('is the share of time on duty that units were out', () => {
    expect(busyFraction([{ unit: 1, from: 10, to: 40 }, { unit: 2, from: 60, to: 80 }], duty)).toBe(0.25)
  })
  it('counts overlapping tasks once, and nothing off duty or of units that were not on duty', () => {
    expect(busyFraction([{ unit: 1, from: 10, to: 40 }, { unit: 1, from: 20, to: 50 }, { unit: 2, from: 0, to: 60 }, { unit: 3, from: 0, to: 100 }], duty)).toBe(0.25)
    expect(busyFraction([{ unit: 1, from: 10, to: 40 }], [...duty, ...duty])).toBe(0.15)
  })
  it('is not told where nobody was on duty, and a span must not end before it begins', () => {
    expect(busyFraction([], [])).toBeNull()
    expect(() => busyFraction([{ unit: 1, from: 5, to: 4 }], duty)).toThrow('from 5 to 4')
  })
})
