import { describe, expect, it } from 'vitest'
import { random as seeded } from '../../../tests/seeded.ts'
import { everyPlan, inReach, overCells, smallProblem, toolsFor } from '../../../tests/small-plans.ts'
import { addedSites, byShift, type ShiftPlan } from './by-shift.ts'
import type { Problem, Refusal } from './problem.ts'

const coverage = (problem: Problem, plan: readonly number[]) => overCells(problem, (cell, weight) => Math.min(1, inReach(problem, plan, cell)) * weight)

/** Three shifts over the same sites, demand and numbers of each its own. */
function threeShifts(random: () => number): Problem[] {
  const first = smallProblem(random, { fixed: [], forbidden: [] })
  return [first, ...Array.from({ length: 2 }, () => ({
    ...first, posts: Math.max(1, Math.min(first.siteCount, first.posts + Math.floor(random() * 3) - 1)), weights: first.weights.map(() => 1 + Math.floor(random() * 9)),
    ...(random() < 0.3 ? { forbidden: [0] } : {}),
  }))].map(problem => ({ ...problem, posts: Math.min(problem.posts, 3, problem.siteCount - 1) }))
}

describe('posts by shift', () => {
  it('are the best of all plans that move no more than may move, or there is none', async () => {
    const random = seeded(3)
    let solved = 0, refused = 0
    for (let i = 0; i < 40; i++) {
      const shifts = threeShifts(random), moves = Math.floor(random() * 3), round = random() < 0.5
      let best = -Infinity
      const plans = shifts.map(problem => everyPlan(problem))
      for (const a of plans[0]!) for (const b of plans[1]!) {
        if (addedSites(a, b).length > moves) continue
        for (const c of plans[2]!) if (addedSites(b, c).length <= moves && (!round || addedSites(c, a).length <= moves))
          best = Math.max(best, coverage(shifts[0]!, a) + coverage(shifts[1]!, b) + coverage(shifts[2]!, c))
      }
      const answer = byShift(shifts, await toolsFor(), { moves, round })
      if (answer.status === 'infeasible') {
        expect(best).toBe(-Infinity)
        expect((answer as Refusal).reasons[0]!.code).toBe('too_few_moves')
        refused++
        continue
      }
      const plan = answer as ShiftPlan
      expect(plan).toMatchObject({ status: 'optimal', objective: best, bound: best, gap: 0 })
      expect(plan.shifts.reduce((sum, { sites }, shift) => sum + coverage(shifts[shift]!, sites), 0)).toBe(best)
      plan.shifts.forEach(({ moved, sites }, shift) => {
        expect(sites).toHaveLength(shifts[shift]!.posts)
        expect(moved.length).toBeLessThanOrEqual(moves)
      })
      solved++
    }
    expect(solved).toBeGreaterThan(20)
    expect(refused).toBeGreaterThan(2)
  })

  it('say in which shift something contradicts itself', async () => {
    const [shift] = threeShifts(seeded(1))
    const reasons = (byShift([shift!, { ...shift!, fixed: [1], forbidden: [1] }], await toolsFor(), { moves: 1 }) as Refusal).reasons
    expect(reasons).toMatchObject([{ code: 'fixed_forbidden', why: { en: 'shift 2: 1 sites are both fixed and forbidden (1)' } }])
    expect(() => byShift([shift!], {} as never, { moves: -1 })).toThrow('moves is -1')
    expect(() => byShift([], {} as never, { moves: 1 })).toThrow('at least one shift')
  })
})
