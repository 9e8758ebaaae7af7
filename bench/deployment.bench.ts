import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePackages } from '../server/boot/packages.ts'
import { coverObjective, greedyCover } from '../server/deployment/heuristics/cover.ts'
import { costsOf, greedyMedian, medianObjective } from '../server/deployment/heuristics/median.ts'
import { coverGroups } from '../server/deployment/models/cover-groups.ts'
import { coverProgram } from '../server/deployment/models/layered-cover.ts'
import { medianProgram } from '../server/deployment/models/median-program.ts'
import type { Plan, Problem } from '../server/deployment/models/problem.ts'
import type { Program } from '../server/deployment/solver/program.ts'
import { Solver } from '../server/deployment/solver/solver.ts'
import { WhatIf } from '../server/deployment/what-if.ts'
import { buildNetwork } from '../server/network/build-network.ts'
import { travelMatrix } from '../server/network/matrix.ts'
import { snap } from '../server/network/snap.ts'
import { usualSpeeds } from '../server/network/speeds.ts'
import { gridCity } from './grid-city.ts'
import { ms, quantile, type Context, type Line } from './context.ts'

/** Seconds that other solvers get. */
const limit = 60

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

/** Thirteen posts among 300 sites for 2,000 cells of a city of 109,000 crossings, proven; beside glpsol and cbc on the same programs. */
export async function bench({ random }: Context): Promise<Line[]> {
  ensurePackages('glpk-utils', 'coinor-cbc')
  const city = cityProblem(random, 300, 2_000, 13), solver = new Solver(), lines: Line[] = []
  const groups = coverGroups(city), cover = { problem: city, groups, gains: [1] }
  try {
    const covering = await race(solver, 'maximal_covering', city)
    const greedy = coverObjective(cover, greedyCover(cover))
    const others = [await glpsol(coverProgram(cover).program, covering.plan.objective), await cbc(coverProgram(cover).program, covering.plan.objective)]
    for (const other of others) lines.push({ name: `deployment: most demand within 8 min, 2,000 × 300, p = 13 (${covering.plan.status})`, ours: seconds(covering.total), reference: other.text, ratio: covering.total / other.total })
    lines.push({ name: 'deployment: the same, to a proven gap below 1 %', ours: seconds(covering.toOnePercent), reference: `greedy ${percent(greedy / covering.plan.objective)} of ours`, ratio: greedy / covering.plan.objective })

    const median = await race(solver, 'p_median', city), costs = costsOf(city, [...city.weights.keys()].filter(cell => city.weights[cell]! > 0))
    const greedyCost = medianObjective(costs, greedyMedian(costs))
    lines.push(
      { name: `deployment: p-median 2,000 × 300, p = 13 (${median.plan.status}, gap ${percent(median.plan.gap)})`, ours: seconds(median.total), reference: `greedy ${percent(greedyCost / median.plan.objective)} of ours`, ratio: greedyCost / median.plan.objective },
      { name: 'deployment: the same, to a proven gap below 1 %', ours: seconds(median.toOnePercent), reference: `to the end ${seconds(median.total)}`, ratio: median.toOnePercent / median.total },
    )
    const centre = await race(solver, 'p_centre', city)
    lines.push({ name: `deployment: p-centre 2,000 × 300, p = 13, to a proven gap below 1 % (then ${centre.plan.status}, gap ${percent(centre.plan.gap)})`, ours: seconds(centre.toOnePercent), reference: `to the end ${seconds(centre.total)}`, ratio: centre.toOnePercent / centre.total })
    // The whole program of 2,000 × 300 has 600,000 columns, which neither takes; a smaller city does.
    const town = cityProblem(random, 60, 300, 8), small = await race(solver, 'p_median', town), all = costsOf(town, [...town.weights.keys()].filter(cell => town.weights[cell]! > 0))
    const plan = greedyMedian(all), whole = medianProgram(all, { plan, objective: medianObjective(all, plan) }, { prices: new Float64Array(all.cellCount).fill(Infinity), with: new Float64Array(60), without: new Float64Array(60) }, Infinity)!
    for (const other of [await glpsol(whole.program, small.plan.objective), await cbc(whole.program, small.plan.objective)])
      lines.push({ name: `deployment: p-median 300 × 60, p = 8 (${small.plan.status})`, ours: seconds(small.total), reference: other.text, ratio: small.total / other.total })

    const whatIf = new WhatIf(city, median.plan.sites)
    const moves = Array.from({ length: 300 }, (_, site) => { const start = performance.now(); whatIf.move(median.plan.sites[site % 13]!, site); return performance.now() - start })
    const began = performance.now()
    whatIf.coverageBySite(median.plan.sites[0]!)
    const everywhere = performance.now() - began
    lines.push({ name: 'deployment: what if one post stood elsewhere, 2,000 × 300 (p95)', ours: ms(quantile(moves, 0.95)), reference: `at every site ${ms(everywhere)}`, ratio: quantile(moves, 0.95) / everywhere })
  } finally {
    await solver.stop()
  }
  return lines
}

/** A made-up city with a dozen places where much happens; its times by road. */
function cityProblem(random: () => number, siteCount: number, cells: number, posts: number): Problem {
  const network = buildNetwork(gridCity(330, random), { revision: 0, speeds: usualSpeeds })
  const anywhere = () => snap(network, 118.01 + random() * 0.34, 24.01 + random() * 0.34, { kind: 'car', component: 'largest' })!
  const sites = Array.from({ length: siteCount }, anywhere), demand = Array.from({ length: cells }, anywhere), hot = Array.from({ length: 12 }, anywhere)
  return {
    siteCount, posts, fixed: [], forbidden: [], limits: new Float64Array(cells).fill(480),
    seconds: travelMatrix(network, sites, demand, { kind: 'car', siren: true, hour: 18 }),
    weights: Float64Array.from(demand, ({ longitude, latitude }) => Math.round((0.3 + random()) * (10 + hot.reduce((sum, place) => sum + 400 * Math.exp(-((longitude - place.longitude) ** 2 + (latitude - place.latitude) ** 2) / 0.0006), 0)))),
  }
}

async function race(solver: Solver, model: 'maximal_covering' | 'p_median' | 'p_centre', problem: Problem): Promise<{ plan: Plan, total: number, toOnePercent: number }> {
  const start = performance.now()
  let toOnePercent = Infinity
  const plan = await solver.solve({ model, problem, parameters: {}, seconds: limit, onProgress: ({ gap }) => { if (gap < 0.01) toOnePercent = Math.min(toOnePercent, performance.now() - start) } }) as Plan
  const total = performance.now() - start
  return { plan, total, toOnePercent: Math.min(toOnePercent, total) }
}

interface Other { total: number, text: string }

const glpsol = (program: Program, objective: number): Promise<Other> =>
  other(program, objective, 'glpsol', file => ['--lp', file, '--tmlim', String(limit), '-o', '/dev/stdout'], said => /INTEGER OPTIMAL SOLUTION FOUND/.test(said) ? Number(/goal = (\S+)/.exec(said)?.[1]) : null)

const cbc = (program: Program, objective: number): Promise<Other> =>
  other(program, objective, 'cbc', file => [file, 'sec', String(limit), 'solve'], said => /Result - Optimal solution found/.test(said) ? Number(/Objective value:\s+(\S+)/.exec(said)?.[1]) : null)

/** Another solver on the same program. @throws where it proves another optimum than ours */
async function other(program: Program, objective: number, name: string, argumentsFor: (file: string) => string[], optimumOf: (said: string) => number | null): Promise<Other> {
  const folder = mkdtempSync(join(tmpdir(), 'deployment-')), file = join(folder, 'model.lp'), log = join(folder, 'log')
  try {
    writeFileSync(file, program.toText())
    const start = performance.now()
    // Both look at their clock between steps only, and a step may take minutes.
    await new Promise<void>((resolve, reject) => {
      const run = spawn('sh', ['-c', 'exec "$0" "$@" > "$LOG" 2>&1', name, ...argumentsFor(file)], { env: { ...process.env, LOG: log }, timeout: limit * 1_500 })
      run.once('error', reject).once('exit', () => resolve())
    })
    const total = performance.now() - start
    const optimum = optimumOf(readFileSync(log, 'utf8'))
    if (optimum !== null && !(Math.abs(optimum / objective - 1) < 1e-4)) throw new Error(`${name} finds ${optimum} where ours is ${objective}`)
    return { total, text: `${name} ${seconds(total)}${optimum === null ? ' (not proven)' : ''}` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
