import { describe, expect, it } from 'vitest'
import { random as seeded } from '../../../tests/seeded.ts'
import { toolsFor } from '../../../tests/small-plans.ts'
import { beats } from './beats.ts'
import { piecesOf, type BeatsPlan, type BeatsProblem } from './beats-problem.ts'
import type { Refusal } from './problem.ts'

/** A board of cells, neighbours along their sides, ways along the board. */
function board(width: number, height: number, loadOf: (cell: number) => number, more: Partial<BeatsProblem> = {}): BeatsProblem {
  const cells = width * height, x = (cell: number) => cell % width, y = (cell: number) => Math.floor(cell / width), all = Array.from({ length: cells }, (_, cell) => cell)
  return {
    loads: Float64Array.from(all, loadOf), candidates: all, beats: 2, tolerance: 0.2,
    neighbours: all.map(cell => all.filter(other => Math.abs(x(cell) - x(other)) + Math.abs(y(cell) - y(other)) === 1)),
    seconds: Float32Array.from({ length: cells * cells }, (_, at) => 10 * (Math.abs(x(Math.floor(at / cells)) - x(at % cells)) + Math.abs(y(Math.floor(at / cells)) - y(at % cells)))),
    ...more,
  }
}

/** The least objective by trying every way to part the cells; null where none is connected and balanced. */
function byTrying({ loads, neighbours, seconds, beats: count, tolerance }: BeatsProblem): number | null {
  const cells = loads.length, mean = loads.reduce((a, b) => a + b, 0) / count
  let best: number | null = null
  for (let code = 0; code < count ** cells; code++) {
    const parts: number[][] = Array.from({ length: count }, () => [])
    for (let cell = 0, rest = code; cell < cells; cell++, rest = Math.floor(rest / count)) parts[rest % count]!.push(cell)
    if (parts.some(part => part.length === 0 || Math.abs(part.reduce((sum, cell) => sum + loads[cell]!, 0) - mean) > mean * tolerance + 1e-9)) continue
    if (parts.some(part => piecesOf(part, neighbours).length > 1)) continue
    const sum = parts.reduce((total, part) => total + Math.min(...part.map(centre => part.reduce((way, cell) => way + loads[cell]! * seconds[centre * cells + cell]!, 0))), 0)
    if (best === null || sum < best) best = sum
  }
  return best
}

function expectBeats(problem: BeatsProblem, plan: BeatsPlan): void {
  const mean = problem.loads.reduce((a, b) => a + b, 0) / problem.beats
  expect(plan.centres).toHaveLength(problem.beats)
  plan.centres.forEach((centre, beat) => {
    const cells = [...plan.beatOf.keys()].filter(cell => plan.beatOf[cell] === beat)
    expect(piecesOf(cells, problem.neighbours)).toHaveLength(1)
    expect(plan.beatOf[centre]).toBe(beat)
    expect(Math.abs(plan.loads[beat]! - mean)).toBeLessThanOrEqual(mean * problem.tolerance + 1e-6)
  })
  expect(plan.bound).toBeLessThanOrEqual(plan.objective)
}

describe('beats', () => {
  it('are the best connected and balanced ones, as trying all of them shows, or there are none', async () => {
    const random = seeded(4)
    let solved = 0, refused = 0
    for (let i = 0; i < 12; i++) {
      const problem = board(3, 3, () => 1 + Math.floor(random() * 6), { beats: 2 + i % 2, tolerance: [0.05, 0.15, 0.3][i % 3]! })
      const best = byTrying(problem), answer = beats(problem, await toolsFor(), { random })
      if (answer.status === 'infeasible') {
        expect(best).toBeNull()
        expect((answer as Refusal).reasons.every(({ code }) => ['not_balanced', 'cell_too_heavy'].includes(code))).toBe(true)
        refused++
        continue
      }
      const plan = answer as BeatsPlan
      expect(plan.status).toBe('optimal')
      expect(plan.objective).toBeCloseTo(best!, 6)
      expectBeats(problem, plan)
      solved++
    }
    expect(solved).toBeGreaterThan(5)
    expect(refused).toBeGreaterThan(0)
  })

  it('are connected where the shortest ways would tear them', async () => {
    // A road jumps over the river between the two ends of a horseshoe, but cells there don't touch.
    const horseshoe = board(7, 1, () => 1, { beats: 2, tolerance: 0.3 })
    const seconds = horseshoe.seconds.slice()
    for (const [a, b] of [[0, 6], [1, 6], [0, 5]] as const) seconds[a * 7 + b] = seconds[b * 7 + a] = 1
    const problem = { ...horseshoe, seconds }, plan = beats(problem, await toolsFor(), { random: seeded(1) }) as BeatsPlan
    expect(plan.status).toBe('optimal')
    expect(plan.objective).toBe(byTrying(problem))
    expectBeats(problem, plan)
  })

  it('of a large area are connected and balanced, with an honest gap', async () => {
    const random = seeded(5), problem = board(25, 20, () => Math.floor(random() ** 3 * 20), { beats: 8, tolerance: 0.1 })
    const told: number[] = []
    const plan = beats(problem, await toolsFor({ seconds: 8, tell: ({ gap }) => told.push(gap) }), { random }) as BeatsPlan
    expectBeats(problem, plan)
    expect(plan.status).toBe('gap')
    expect(plan.gap).toBeLessThan(0.35)
    expect(told).toEqual(told.toSorted((a, b) => b - a))
    console.log(`500 cells, 8 beats: objective ${Math.round(plan.objective)}, bound ${Math.round(plan.bound)}, gap ${(plan.gap * 100).toFixed(1)} %`)
  }, 30_000)

  it('that can\'t be are explained', async () => {
    const tools = await toolsFor(), reasons = (problem: BeatsProblem) => (beats(problem, tools, { random: seeded(1) }) as Refusal).reasons.map(({ code }) => code)
    const even = board(3, 2, () => 1)
    expect(reasons({ ...even, beats: 7 })).toEqual(['more_beats_than_cells'])
    expect(reasons({ ...even, beats: 0 })).toEqual(['no_posts'])
    expect(reasons({ ...even, loads: new Float64Array(6) })).toEqual(['no_demand'])
    expect(reasons(board(3, 2, cell => cell === 0 ? 10 : 1))).toEqual(['cell_too_heavy'])
    expect(reasons({ ...even, neighbours: even.neighbours.map(() => []) })).toContain('apart')
    expect(reasons({ ...even, seconds: even.seconds.map((time, at) => at % 6 === 3 ? Infinity : time) })).toEqual(['unreachable'])
    expect(() => beats({ ...even, neighbours: [[1], [], [], [], [], []] }, tools, { random: seeded(1) })).toThrow('cell 0 borders on 1, but 1 not on 0')
  })
})
