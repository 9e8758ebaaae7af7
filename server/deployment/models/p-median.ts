import { branchMedian } from '../heuristics/branch-median.ts'
import { costsOf, greedyMedian, interchangeMedian, medianObjective, type Costs } from '../heuristics/median.ts'
import { boundMedian, firstPrices, type Best, type Branch } from '../heuristics/median-bound.ts'
import type { Proof } from '../solver/proof.ts'
import { coverGroups } from './cover-groups.ts'
import { leastCover } from './least-cover.ts'
import { medianProgram } from './median-program.ts'
import { assignNearest, cellCount, guard, secondsBetween, type Answer, type Problem, type Tools } from './problem.ts'
import { contradictions, timeEnded, tooFewPosts, unreachableReason, unserved } from './reason.ts'
import { solveProgram } from '../solver/solve-program.ts'

/**
 * Posts such that the way to demand is shortest on average: the p-median problem (Hakimi 1964; as a program, ReVelle & Swain
 * 1970). Each cell is served from its nearest post, at most one post a site.
 *
 * The objective is Σ demand × seconds; divided by the demand, the mean travel time.
 *
 * The bound comes from Lagrangian relaxation, within a percent after a second or two. What it leaves open (places that a better
 * plan may still use) goes to HiGHS where that is small, else to a search by branches with the same bound.
 */
export function pMedian(problem: Problem, tools: Tools): Answer {
  guard(problem)
  const single = { ...problem, room: Array.from({ length: problem.siteCount }, (_, site) => Math.min(1, problem.room?.[site] ?? 1)) }
  const reasons = contradictions(single)
  if (reasons.length > 0) return { status: 'infeasible', reasons }
  const never = unserved(single, false)
  if (never.length > 0 && problem.unreachable !== 'leave_out') return { status: 'infeasible', reasons: [unreachableReason(problem, never, false)] }
  const out = new Set(never), cells = Array.from({ length: cellCount(problem) }, (_, cell) => cell).filter(cell => problem.weights[cell]! > 0 && !out.has(cell))
  const leftOut = { cells: never, weight: never.reduce((sum, cell) => sum + problem.weights[cell]!, 0) }
  const proof = tools.proof('minimise'), costs = costsOf(single, cells)
  const reachesAll = (plan: readonly number[]) => cells.every(cell => plan.some(place => secondsBetween(problem, costs.places[place]!, cell) < Infinity))

  let start = interchangeMedian(costs, greedyMedian(costs))
  if (!reachesAll(start)) {
    // Is there a plan at all that reaches everybody?
    const least = leastCover(single, coverGroups(single, () => Number.MAX_VALUE), tools, undefined, problem.posts)
    if (least.bound > problem.posts) return { status: 'infeasible', reasons: [tooFewPosts(problem.posts, least.bound, false)] }
    if (least.sites.length > problem.posts) return { status: 'unknown', reasons: [timeEnded] }
    start = interchangeMedian(costs, greedyMedian({ ...costs, fixed: least.sites.map(site => costs.places.indexOf(site)) }))
  }
  proof.offer({ objective: medianObjective(costs, start), bound: 0 })
  const best: Best = { plan: start, objective: medianObjective(costs, start) }
  const plan = prove(costs, best, tools, proof)
  const sites = plan.map(place => costs.places[place]!).sort((a, b) => a - b), objective = medianObjective(costs, plan)
  proof.found(objective)
  return { ...proof.verdict(objective), sites, assignment: assignNearest(problem, sites), leftOut }
}

/** Bound what a better plan could cost, and look at what that leaves open. @returns the best plan */
function prove(costs: Costs, best: Best, tools: Tools, proof: Proof): readonly number[] {
  const { deadline, wantedGap } = tools
  const enough = () => best.objective * (1 - Math.max(1e-9, wantedGap))
  const tell = (bound: number) => proof.offer({ objective: best.objective, bound })
  const everywhere = { forced: costs.fixed, closed: new Uint8Array(costs.places.length) }
  const first = boundMedian(costs, everywhere, { deadline, steps: 400, theta: 1.5, enough, prices: firstPrices(costs, best.plan), best, tell })
  if (first.bound >= enough()) return best.plan

  // Places that no better plan uses are gone for good: what follows costs a fraction.
  const open = costs.places.map((_, place) => place).filter(place => best.plan.includes(place) || first.with[place]! < best.objective)
  const small = restrict(costs, open), within: Best = { plan: best.plan.map(place => open.indexOf(place)), objective: best.objective }
  const root: Branch = { forced: small.fixed, closed: new Uint8Array(open.length) }
  const second = boundMedian(small, root, { deadline, steps: 600, theta: 0.5, enough: () => within.objective * (1 - Math.max(1e-9, wantedGap)), prices: first.prices, best: within, tell })
  second.bound = Math.max(first.bound, second.bound)
  const told = (bound: number) => proof.offer({ objective: within.objective, bound })
  told(second.bound)
  const reduced = proof.gap > wantedGap ? medianProgram(small, within, second) : null
  if (reduced) {
    const solved = solveProgram(tools.highs, reduced.program, { ...tools, start: reduced.start, tell: ({ bound }) => told(Math.min(bound, within.objective)) })
    const found = solved.values ? reduced.planOf(solved.values) : within.plan, objective = medianObjective(small, found)
    if (objective < within.objective) Object.assign(within, { plan: found, objective })
    told(Math.min(solved.bound, within.objective))
  } else if (proof.gap > wantedGap) branchMedian(small, { ...root, ...second }, { deadline, wantedGap, best: within, tell: told })
  return within.plan.map(place => open[place]!)
}

function restrict({ places, costs, cellCount, fixed, posts }: Costs, open: readonly number[]): Costs {
  const kept = new Float64Array(open.length * cellCount)
  open.forEach((place, i) => kept.set(costs.subarray(place * cellCount, (place + 1) * cellCount), i * cellCount))
  return { places: open.map(place => places[place]!), cellCount, costs: kept, fixed: fixed.map(place => open.indexOf(place)), posts }
}
