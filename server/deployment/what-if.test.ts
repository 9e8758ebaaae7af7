import { describe, expect, it } from 'vitest'
import { random as seeded } from '../../tests/seeded.ts'
import { inReach, overCells, smallProblem, timeTo } from '../../tests/small-plans.ts'
import type { Problem } from './models/problem.ts'
import { WhatIf, type Figures } from './what-if.ts'

/** The figures of a plan, from the beginning. */
function figuresOf(problem: Problem, plan: readonly number[]): Figures {
  const total = overCells(problem, (_, weight) => weight), cells = [...problem.weights.keys()].filter(cell => problem.weights[cell]! > 0 && timeTo(problem, plan, cell) < Infinity)
  const reached = cells.reduce((sum, cell) => sum + problem.weights[cell]!, 0), covered = overCells(problem, (cell, weight) => Math.min(1, inReach(problem, plan, cell)) * weight)
  const waits = cells.flatMap(cell => Array<number>(problem.weights[cell]!).fill(timeTo(problem, plan, cell))).sort((a, b) => a - b)
  const worst = Math.max(...waits)
  return {
    covered, share: covered / total, unreached: total - reached, mean: waits.length > 0 ? waits.reduce((a, b) => a + b, 0) / waits.length : null,
    ninetieth: waits[Math.ceil(waits.length * 0.9) - 1] ?? null, worst: waits.length > 0 ? { cell: cells.find(cell => timeTo(problem, plan, cell) === worst)!, seconds: worst } : null,
  }
}

describe('what if a post stood elsewhere', () => {
  it('is told as if the plan were counted anew, move after move', () => {
    const random = seeded(9)
    let changed = 0
    for (let i = 0; i < 60; i++) {
      const problem = smallProblem(random)
      if (!problem.weights.some(weight => weight > 0)) continue
      const plan = Array.from({ length: problem.posts + 1 }, () => Math.floor(random() * problem.siteCount)), whatIf = new WhatIf(problem, plan)
      expect(whatIf.figures()).toEqual(expectClose(figuresOf(problem, plan)))
      for (let step = 0; step < 5; step++) {
        const at = Math.floor(random() * plan.length), from = plan[at]!, to = Math.floor(random() * problem.siteCount)
        const then = plan.with(plan.indexOf(from), to), change = whatIf.move(from, to)
        expect(change.before).toEqual(expectClose(figuresOf(problem, plan)))
        expect(change.after).toEqual(expectClose(figuresOf(problem, then)))
        const covers = (sites: readonly number[], cell: number) => inReach(problem, sites, cell) > 0
        expect(change.gained).toEqual([...problem.weights.keys()].filter(cell => problem.weights[cell]! > 0 && !covers(plan, cell) && covers(then, cell)))
        expect(change.lost).toEqual([...problem.weights.keys()].filter(cell => problem.weights[cell]! > 0 && covers(plan, cell) && !covers(then, cell)))
        expect(whatIf.coverageBySite(from)[to]).toBeCloseTo(change.after.covered, 9)
        changed += change.gained.length + change.lost.length
        whatIf.commit(from, to)
        plan[plan.indexOf(from)] = to
        expect([...whatIf.sites]).toEqual(plan)
      }
    }
    expect(changed).toBeGreaterThan(100)
  })

  it('refuses a post that isn\'t there and a site that is none', () => {
    const problem = smallProblem(seeded(1)), whatIf = new WhatIf(problem, [0])
    expect(() => whatIf.move(1, 0)).toThrow('no unit of the plan is at site 1; they are at 0')
    expect(() => whatIf.move(0, 99)).toThrow('there is no site 99')
  })
})

const expectClose = (figures: Figures) => ({ ...figures, covered: expect.closeTo(figures.covered, 9), share: expect.closeTo(figures.share, 9), mean: figures.mean === null ? null : expect.closeTo(figures.mean, 9), unreached: expect.closeTo(figures.unreached, 9) })
