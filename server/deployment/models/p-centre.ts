import { createRandom } from '../../analysis/random.ts'
import { coverAll } from '../heuristics/cover-all.ts'
import { coverGroups } from './cover-groups.ts'
import { fewestShares, leastCover } from './least-cover.ts'
import { allowedSites, assignNearest, cellCount, guard, roomOf, secondsBetween, type Answer, type Problem, type Tools } from './problem.ts'
import { contradictions, timeEnded, tooFewPosts, unreachableReason, unserved } from './reason.ts'

/**
 * Posts such that the longest way to any demand is shortest: the p-centre problem (Hakimi 1964). Whether so many seconds can be
 * kept is a covering question, so the answer is found by bisection over the times that occur (Minieka 1970): each step either
 * finds a plan or proves that there is none.
 *
 * Most steps are settled by swaps (cover-all.ts), or by the relaxation in which posts may be shared out (Elloumi, Labbé & Pochet 2004); HiGHS
 * looks at what is in between.
 *
 * The objective is the longest travel time to a cell with demand, in seconds; how much demand it has doesn't matter.
 *
 * When time ends first, the bound is the longest time that is proven too short, and the next one.
 */
export function pCentre(problem: Problem, tools: Tools): Answer {
  guard(problem)
  const reasons = contradictions(problem)
  if (reasons.length > 0) return { status: 'infeasible', reasons }
  const never = unserved(problem, false)
  if (never.length > 0 && problem.unreachable !== 'leave_out') return { status: 'infeasible', reasons: [unreachableReason(problem, never, false)] }
  const left = new Set(never), cells = Array.from({ length: cellCount(problem) }, (_, cell) => cell).filter(cell => problem.weights[cell]! > 0 && !left.has(cell))
  const proof = tools.proof('minimise'), { posts } = problem, times = distinctTimes(problem, cells)
  const longest = (sites: readonly number[]): number => cells.reduce((worst, cell) => Math.max(worst, sites.reduce((least, site) => Math.min(least, secondsBetween(problem, site, cell)), Infinity)), 0)

  const start = worstFirst(problem, cells), reach = longest(start)
  let best: { sites: number[], objective: number } | null = reach < Infinity ? { sites: start, objective: reach } : null
  // Every cell waits for its own nearest site at least.
  const own = cells.reduce((worst, cell) => Math.max(worst, allowedSites(problem).reduce((least, site) => Math.min(least, secondsBetween(problem, site, cell)), Infinity)), 0)
  proof.offer({ objective: best?.objective ?? null, bound: own })
  const take = (sites: readonly number[]) => {
    best = { sites: [...sites], objective: longest(sites) }
    proof.found(best.objective)
  }
  if (best === null) {
    // Do so many posts reach everybody at all?
    const { sites, bound } = leastCover(problem, coverGroups(problem, () => Number.MAX_VALUE), { ...tools, wantedGap: 0 }, undefined, posts)
    if (sites.length > posts) return bound > posts ? { status: 'infeasible', reasons: [tooFewPosts(posts, bound, false)] } : { status: 'unknown', reasons: [timeEnded] }
    take(sites)
  }
  const at = () => times.indexOf(best!.objective)

  // First what is quick: a few swaps bring plans near, relaxations exclude times that are too short even for shares of posts, and many swaps look at what is left.
  const random = createRandom(1)
  const search = (from: number, swaps: number) => {
    for (let low = from; low < at() && performance.now() < tools.deadline;) {
      const middle = Math.floor((low + at()) / 2), plan = coverAll(problem, coverGroups(problem, () => times[middle]!), best!.sites, { swaps, random })
      if (plan) take(plan)
      else low = middle + 1
    }
  }
  let proven = times.indexOf(own)
  search(proven, 200)
  for (let high = at(); proven < high && performance.now() < tools.deadline;) {
    const middle = Math.floor((proven + high) / 2)
    if (fewestShares(problem, coverGroups(problem, () => times[middle]!), tools) > posts + 1e-6) {
      proven = middle + 1
      proof.bounded(times[proven]!)
    } else high = middle
  }
  search(proven, 4_000)

  // Then whole posts in between. What is neither found nor excluded in its share of the time is left, and the bound stays below it.
  for (let low = proven, settled = true; low < at() && proof.gap > tools.wantedGap && performance.now() < tools.deadline;) {
    // A hundredth first: few ask for more, and each step of this kind takes seconds.
    const hundredth = times.findIndex(seconds => seconds > 0.99 * best!.objective) - 1, middle = Math.max(hundredth, Math.floor((low + at()) / 2))
    const { sites, bound } = leastCover(problem, coverGroups(problem, () => times[middle]!), { ...tools, deadline: performance.now() + (tools.deadline - performance.now()) / 3, wantedGap: 0 }, undefined, posts)
    if (sites.length <= posts) take(sites)
    else {
      settled &&= bound > posts
      low = middle + 1
      if (settled) proof.bounded(times[low]!)
    }
  }
  const sites = fill(problem, best!.sites), objective = longest(sites)
  proof.found(objective)
  return { ...proof.verdict(objective), sites, assignment: assignNearest(problem, sites), leftOut: { cells: never, weight: never.reduce((sum, cell) => sum + problem.weights[cell]!, 0) } }
}

/** Times from allowed sites to cells, ascending, each once. */
function distinctTimes(problem: Problem, cells: readonly number[]): Float32Array {
  const allowed = allowedSites(problem), times = new Float32Array(allowed.length * cells.length)
  let size = 0
  for (const site of allowed) for (const cell of cells) times[size++] = secondsBetween(problem, site, cell)
  return times.sort().filter((seconds, i) => seconds < Infinity && seconds !== times[i - 1])
}

/** A plan to begin with: the cell that waits longest gets its nearest site, time after time (after Gonzalez 1985). */
function worstFirst(problem: Problem, cells: readonly number[]): number[] {
  const plan = [...problem.fixed], allowed = allowedSites(problem), wait = cells.map(cell => plan.reduce((least, site) => Math.min(least, secondsBetween(problem, site, cell)), Infinity))
  while (plan.length < problem.posts) {
    const worst = wait.reduce((a, seconds, i) => seconds > wait[a]! ? i : a, 0)
    const free = allowed.filter(site => plan.filter(each => each === site).length < roomOf(problem, site))
    const site = free.reduce((a, b) => secondsBetween(problem, b, cells[worst]!) < secondsBetween(problem, a, cells[worst]!) ? b : a)
    plan.push(site)
    cells.forEach((cell, i) => { wait[i] = Math.min(wait[i]!, secondsBetween(problem, site, cell)) })
  }
  return plan
}

/** Posts that aren't needed for the longest way shorten the others: each where it brings demand nearest. */
function fill(problem: Problem, sites: readonly number[]): number[] {
  const plan = [...sites], cells = cellCount(problem), allowed = allowedSites(problem)
  while (plan.length < problem.posts) {
    const least = Float64Array.from({ length: cells }, (_, cell) => plan.reduce((soonest, site) => Math.min(soonest, secondsBetween(problem, site, cell)), 86_400))
    const gain = (site: number) => least.reduce((sum, now, cell) => sum + problem.weights[cell]! * Math.max(0, now - secondsBetween(problem, site, cell)), 0)
    const free = allowed.filter(site => plan.filter(each => each === site).length < roomOf(problem, site))
    if (free.length === 0) break
    plan.push(free.map(site => ({ site, gain: gain(site) })).reduce((a, b) => b.gain > a.gain ? b : a).site)
  }
  return plan.sort((a, b) => a - b)
}
