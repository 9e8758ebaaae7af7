import { createRandom } from '../../analysis/random.ts'
import { coverObjective, greedyCover, searchCover, type Cover } from '../heuristics/cover.ts'
import { Program } from '../solver/program.ts'
import { solveProgram } from '../solver/solve-program.ts'
import { coverGroups, groupsOfSites, undominated } from './cover-groups.ts'
import { leastCover } from './least-cover.ts'
import { allowedSites, assignNearest, fixedAt, guard, roomOf, type Answer, type Problem, type Tools } from './problem.ts'
import { contradictions, timeEnded, tooFewPosts, unreachableReason, unserved } from './reason.ts'

export interface Layers {
  /** What the first, second, … unit in reach of a cell is worth as a share of its demand; none more than the one before. */
  gains: readonly number[]
  /** Every cell with demand must be covered once. */
  coverAll?: boolean
}

/**
 * The plan that covers most, where several units in reach count one after the other: what maximal covering, covering with
 * back-up and busy units have in common. As a further unit never gains more than the one before, the layers of a cell fill up
 * in order by themselves, and only the sites must be whole numbers.
 *
 * @throws {RangeError} where the gains grow
 */
export function solveLayers(problem: Problem, tools: Tools, { gains, coverAll = false }: Layers): Answer {
  guard(problem)
  if (gains.some((gain, k) => !(gain >= 0) || (k > 0 && gain > gains[k - 1]!))) throw new RangeError(`gains are ${gains.join(', ')}; none may be negative or more than the one before`)
  const reasons = contradictions(problem)
  if (reasons.length > 0) return { status: 'infeasible', reasons }
  const never = unserved(problem, true)
  if (coverAll && never.length > 0 && problem.unreachable !== 'leave_out') return { status: 'infeasible', reasons: [unreachableReason(problem, never, true)] }
  const groups = coverGroups(problem), cover: Cover = { problem, groups, gains }, { posts } = problem
  const proof = tools.proof('maximise')
  let start: number[]
  if (coverAll) {
    const least = leastCover(problem, groups, tools, undefined, posts)
    if (least.bound > posts) return { status: 'infeasible', reasons: [tooFewPosts(posts, least.bound, true)] }
    start = least.sites.length <= posts ? greedyCover({ ...cover, problem: { ...problem, fixed: withFixed(problem, least.sites) } }) : []
  } else start = searchCover(cover, greedyCover(cover), { random: createRandom(1), rounds: 40, deadline: Math.min(tools.deadline, performance.now() + (tools.deadline - performance.now()) / 10) })
  if (start.length === posts) proof.found(coverObjective(cover, start))
  proof.bounded(groups.reduce((sum, group) => sum + group.weight * gains.slice(0, Math.min(posts, group.sites.reduce((room, site) => room + roomOf(problem, site), 0))).reduce((a, b) => a + b, 0), 0))

  const { program, places } = coverProgram(cover, coverAll)
  const solved = solveProgram(tools.highs, program, { ...tools, ...startOf(cover, places, program, start), covering: true, tell: found => proof.offer(found) })
  if (solved.status === 'infeasible') return { status: 'infeasible', reasons: [tooFewPosts(posts, posts + 1, true)] }
  proof.bounded(solved.bound)
  let sites = start
  if (solved.values) {
    const found = pad(problem, places.flatMap((site, i) => Array<number>(Math.round(solved.values![i]!)).fill(site)))
    if (sites.length < posts || coverObjective(cover, found) > coverObjective(cover, sites)) sites = found
  }
  if (sites.length < posts) return { status: 'unknown', reasons: [timeEnded] }
  sites = sites.toSorted((a, b) => a - b)
  const objective = coverObjective(cover, sites)
  proof.found(objective)
  return { ...proof.verdict(objective), sites, assignment: assignNearest(problem, sites), leftOut: { cells: never, weight: never.reduce((sum, cell) => sum + problem.weights[cell]!, 0) } }
}

/**
 * The program: units at places, then the layers of each group.
 *
 * Where a cell counts once, sites that cover no more than another are left out, and units that gain nothing are placed after.
 */
export function coverProgram({ problem, groups, gains }: Cover, coverAll = false): { program: Program, places: number[] } {
  const once = gains.length === 1, { posts } = problem
  const places = once ? undominated(problem, groups) : allowedSites(problem), column = new Map(places.map((site, i) => [site, i]))
  const program = new Program('maximise')
  for (const site of places) program.column(0, fixedAt(problem, site), once ? Math.max(1, fixedAt(problem, site)) : roomOf(problem, site), true)
  for (const group of groups) {
    const columns = group.sites.flatMap(site => column.get(site) ?? []), room = columns.reduce((sum, i) => sum + program.upper[i]!, 0)
    const layers = gains.slice(0, Math.min(posts, room)).map(gain => program.column(group.weight * gain, 0, 1))
    program.row(-Infinity, 0, [...layers, ...columns], [...layers.map(() => 1), ...columns.map(() => -1)])
    if (coverAll) program.row(1, Infinity, columns, 1)
  }
  program.row(once ? 0 : posts, posts, places.keys(), 1)
  return { program, places }
}

/** Fixed units and one at each of some other sites. */
function withFixed({ fixed }: Problem, sites: readonly number[]): number[] {
  return [...fixed, ...sites.filter(site => !fixed.includes(site))]
}

/** Units that the program had no use for go to free sites, the first ones first. */
function pad(problem: Problem, sites: readonly number[]): number[] {
  const plan = [...sites], units = new Map<number, number>()
  for (const site of plan) units.set(site, (units.get(site) ?? 0) + 1)
  for (const site of allowedSites(problem)) {
    for (let free = roomOf(problem, site) - (units.get(site) ?? 0); free > 0 && plan.length < problem.posts; free--) plan.push(site)
  }
  return plan
}

/** A plan as a point of the program; none where it uses sites that the program left out and that can't be replaced. */
function startOf({ problem, groups, gains }: Cover, places: readonly number[], program: Program, plan: readonly number[]): { start?: Float64Array } {
  if (plan.length < problem.posts) return {}
  const covers = groupsOfSites(groups, problem.siteCount), column = new Map(places.map((site, i) => [site, i])), start = new Float64Array(program.costs.length)
  for (const site of plan) {
    const at = column.get(site) ?? places.findIndex(other => covers[site]!.every(group => covers[other]!.includes(group)))
    if (at !== undefined && at >= 0 && start[at]! < program.upper[at]!) start[at]!++
  }
  let y = places.length
  for (const group of groups) {
    const columns = group.sites.flatMap(site => column.get(site) ?? []), count = columns.reduce((sum, i) => sum + start[i]!, 0)
    const layers = Math.min(gains.length, problem.posts, columns.reduce((sum, i) => sum + program.upper[i]!, 0))
    for (let k = 0; k < layers; k++) start[y++] = Number(k < count)
  }
  return { start }
}
