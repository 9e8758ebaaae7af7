import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { toolsFor } from '../../../tests/small-plans.ts'
import { costsOf, greedyMedian, medianObjective } from '../heuristics/median.ts'
import { pMedian } from './p-median.ts'
import { secondsBetween, type Plan, type Problem } from './problem.ts'

const file = (name: string) => fileURLToPath(new URL(`../../../../shared/data/reference/${name}.txt`, import.meta.url))

/** A p-median instance of OR-Library: a network; ways by Floyd and Warshall; a later duplicate edge overwrites an earlier one. */
function read(name: string): Problem {
  const [nodes, edges, posts, ...numbers] = readFileSync(file(name), 'utf8').trim().split(/\s+/).map(Number) as [number, number, number, ...number[]]
  const seconds = new Float32Array(nodes * nodes).fill(Infinity)
  for (let node = 0; node < nodes; node++) seconds[node * nodes + node] = 0
  for (let edge = 0; edge < edges; edge++) {
    const [from, to, length] = numbers.slice(edge * 3, edge * 3 + 3) as [number, number, number]
    seconds[(from - 1) * nodes + to - 1] = seconds[(to - 1) * nodes + from - 1] = length
  }
  for (let via = 0; via < nodes; via++) for (let from = 0; from < nodes; from++) for (let to = 0; to < nodes; to++) {
    seconds[from * nodes + to] = Math.min(seconds[from * nodes + to]!, seconds[from * nodes + via]! + seconds[via * nodes + to]!)
  }
  return { siteCount: nodes, posts, fixed: [], forbidden: [], weights: new Float64Array(nodes).fill(1), limits: new Float64Array(nodes), seconds }
}

describe('the p-median has the published optimum', () => {
  for (const [name, optimum] of [['pmed1', 5819], ['pmed2', 4093], ['pmed3', 4250], ['pmed4', 3034], ['pmed5', 1355]] as const) {
    const present = existsSync(file(name))
    if (!present) console.log(`skipped: ${name}.txt is not beside this checkout (../shared/data/reference)`)
    it.skipIf(!present)(`of OR-Library's ${name}, ${optimum}`, async () => {
      const problem = read(name), plan = pMedian(problem, await toolsFor({ seconds: 60 })) as Plan
      expect(plan).toMatchObject({ status: 'optimal', objective: optimum, bound: optimum, gap: 0 })
      expect(plan.sites).toHaveLength(problem.posts)
      expect(plan.assignment.reduce((sum, site, cell) => sum + secondsBetween(problem, site, cell), 0)).toBe(optimum)
      const costs = costsOf(problem, [...problem.weights.keys()])
      expect(medianObjective(costs, greedyMedian(costs))).toBeGreaterThanOrEqual(optimum)
    }, 90_000)
  }
})
