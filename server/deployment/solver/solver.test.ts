import { afterAll, describe, expect, it } from 'vitest'
import { random as seeded } from '../../../tests/seeded.ts'
import type { Plan, Problem } from '../models/problem.ts'
import { maximalCovering } from '../models/maximal-covering.ts'
import { toolsFor } from '../../../tests/small-plans.ts'
import { Program } from './program.ts'
import type { Progress } from './proof.ts'
import { solveProgram } from './solve-program.ts'
import { Solver } from './solver.ts'

/** Places strewn over a square, ways straight: large enough that no solver is done at once. */
function strewn(siteCount: number, cells: number, posts: number, limit: number): Problem {
  const random = seeded(6), place = () => [random() * 1_000, random() * 1_000] as const
  const sites = Array.from({ length: siteCount }, place), at = Array.from({ length: cells }, place)
  return {
    siteCount, posts, fixed: [], forbidden: [], weights: Float64Array.from({ length: cells }, () => 1 + Math.floor(random() * 20)), limits: new Float64Array(cells).fill(limit),
    seconds: Float32Array.from({ length: siteCount * cells }, (_, i) => Math.hypot(sites[Math.floor(i / cells)]![0] - at[i % cells]![0], sites[Math.floor(i / cells)]![1] - at[i % cells]![1])),
  }
}

describe('the solver', () => {
  const solver = new Solver()
  afterAll(() => solver.stop())

  it('tells better plans and bounds while it works: the gap only falls, down to that of the answer', async () => {
    const told: (Progress & { seconds: number })[] = []
    const plan = await solver.solve({ model: 'p_median', problem: strewn(150, 1_000, 12, 150), parameters: {}, seconds: 60, onProgress: progress => told.push(progress) }) as Plan
    expect(plan).toMatchObject({ status: 'optimal', gap: 0 })
    expect(told.length).toBeGreaterThan(2)
    expect(told.map(({ gap }) => gap)).toEqual(told.map(({ gap }) => gap).toSorted((a, b) => b - a))
    for (const { objective, bound } of told) {
      expect(bound).toBeLessThanOrEqual(plan.objective * (1 + 1e-9))
      if (objective !== null) expect(objective).toBeGreaterThanOrEqual(plan.objective * (1 - 1e-9))
    }
  }, 90_000)

  it('says so when time ends first, with a plan and how far it can be from the best', async () => {
    for (const model of ['maximal_covering', 'p_median', 'p_centre'] as const) {
      const problem = strewn(200, 1_500, 20, 160), began = performance.now()
      const plan = await solver.solve({ model, problem, parameters: {}, seconds: 1.5 }) as Plan
      expect(performance.now() - began).toBeLessThan(15_000)
      expect(plan.status).toBe('gap')
      expect(plan.gap).toBeGreaterThan(0)
      expect(plan.sites).toHaveLength(20)
      expect(plan.gap).toBeCloseTo(Math.abs(plan.objective - plan.bound) / plan.objective, 9)
    }
  }, 60_000)

  it('ends the thread in the middle of its work when the question is taken back', async () => {
    const abort = new AbortController(), problem = strewn(300, 2_500, 30, 200)
    const running = solver.solve({ model: 'p_median', problem, parameters: {}, seconds: 300, signal: abort.signal, onProgress: () => abort.abort() })
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    const used = process.cpuUsage()
    await new Promise(resolve => setTimeout(resolve, 1_500))
    const { user } = process.cpuUsage(used)
    // Nothing works on: a thread that went on would have used most of that time.
    expect(user / 1_000).toBeLessThan(500)
    expect(await solver.solve({ model: 'set_covering', problem: strewn(20, 50, 1, 500), parameters: {}, seconds: 30 })).toMatchObject({ status: 'optimal' })
  }, 60_000)

  it('refuses times and gaps that are none, and hands on what is wrong with a problem', async () => {
    const problem = strewn(5, 10, 1, 500)
    await expect(solver.solve({ model: 'p_median', problem, parameters: {}, seconds: 0 })).rejects.toThrow('seconds is 0')
    await expect(solver.solve({ model: 'p_median', problem, parameters: {}, seconds: 1, wantedGap: 1 })).rejects.toThrow('wantedGap is 1')
    await expect(solver.solve({ model: 'p_median', problem: { ...problem, fixed: [9] }, parameters: {}, seconds: 5 })).rejects.toThrow('fixed names site 9')
  })

  it('stops at the gap that is good enough', async () => {
    const tools = await toolsFor({ wantedGap: 0.2 }), plan = maximalCovering(strewn(60, 400, 6, 150), tools) as Plan
    expect(plan.gap).toBeLessThanOrEqual(0.2)
  })
})

describe('a program', () => {
  // The knapsack of the lectures: 60, 100, 120 for 10, 20, 30, of which 50 fit.
  const knapsack = () => {
    const program = new Program('maximise')
    for (const value of [60, 100, 120]) program.column(value, 0, 1, true)
    program.row(-Infinity, 50, [0, 1, 2], [10, 20, 30])
    return program
  }

  it('is solved to the same plan as its text', async () => {
    const { highs } = await toolsFor(), program = knapsack()
    expect(solveProgram(highs, program, { deadline: performance.now() + 5_000, wantedGap: 0 })).toMatchObject({ status: 'optimal', objective: 220, bound: 220, values: Float64Array.from([0, 1, 1]) })
    const text = highs.solve(program.toText(), { output_flag: false })
    expect([text.Status, text.ObjectiveValue]).toEqual(['Optimal', 220])
  })

  it('that contradicts itself is infeasible; without time nothing is claimed', async () => {
    const { highs } = await toolsFor(), program = knapsack()
    expect(solveProgram(highs, program, { deadline: performance.now() - 1, wantedGap: 0 })).toEqual({ status: 'ended', values: null, objective: null, bound: Infinity })
    program.row(4, 4, [0, 1, 2], 1)
    expect(solveProgram(highs, program, { deadline: performance.now() + 5_000, wantedGap: 0 })).toMatchObject({ status: 'infeasible', values: null })
    expect(() => program.row(0, 1, [0, 1], [1])).toThrow('row 2 has 2 columns and another number of values')
  })
})
