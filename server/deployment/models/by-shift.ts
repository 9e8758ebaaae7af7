import { coverObjective, greedyCover, interchangeCover } from '../heuristics/cover.ts'
import { Program } from '../solver/program.ts'
import { solveProgram } from '../solver/solve-program.ts'
import { coverGroups } from './cover-groups.ts'
import { allowedSites, assignNearest, fixedAt, guard, roomOf, type Plan, type Problem, type Refusal, type Tools } from './problem.ts'
import { contradictions, timeEnded, unserved, type Reason } from './reason.ts'

export interface ShiftParameters {
  /** Posts that may be set up at a site where there was none in the shift before, between each shift and the next. */
  moves: number
  /** The last shift is followed by the first again. */
  round?: boolean
}

export interface ShiftPlan extends Omit<Plan, 'sites' | 'assignment' | 'leftOut'> {
  /** In the order of the shifts. */
  shifts: { sites: number[], assignment: Int32Array, covered: number, /** Sites newly used after the shift before. */ moved: number[], leftOut: Plan['leftOut'] }[]
}

/**
 * Posts for each of several shifts such that most demand over all of them lies within the minutes allowed, when no more than so
 * many posts may move from one shift to the next: maximal covering (Church & ReVelle 1974) in several periods with limits on
 * relocation (Schilling 1980; Gunawardane 1982).
 *
 * The problems share their sites; demand, times, numbers of posts, fixed and forbidden sites are each shift's own.
 *
 * @throws {RangeError} where the shifts' sites differ in number, or moves aren't a whole number
 */
export function byShift(shifts: readonly Problem[], tools: Tools, { moves, round = false }: ShiftParameters): ShiftPlan | Refusal {
  if (!Number.isInteger(moves) || moves < 0) throw new RangeError(`moves is ${moves}; it must be a whole number, 0 or more`)
  if (shifts.length === 0) throw new RangeError('there must be at least one shift')
  shifts.forEach(problem => {
    guard(problem)
    if (problem.siteCount !== shifts[0]!.siteCount) throw new RangeError(`shifts have ${shifts[0]!.siteCount} and ${problem.siteCount} sites; they must be the same sites`)
  })
  const reasons = shifts.flatMap((problem, shift) => contradictions(problem).map(reason => ({ ...reason, why: { zh: `第 ${shift + 1} 班：${reason.why.zh}`, en: `shift ${shift + 1}: ${reason.why.en}` } })))
  if (reasons.length > 0) return { status: 'infeasible', reasons }
  const steps = shifts.flatMap((_, shift) => shift > 0 ? [[shift - 1, shift] as const] : round && shifts.length > 1 ? [[shifts.length - 1, 0] as const] : [])
  const forced = steps.flatMap(([before, now]) => tooFewMoves(shifts[before]!, shifts[now]!, now, moves))
  if (forced.length > 0) return { status: 'infeasible', reasons: forced }

  const proof = tools.proof('maximise'), program = new Program('maximise'), covers = shifts.map(problem => ({ problem, groups: coverGroups(problem), gains: [1] }))
  proof.bounded(covers.reduce((sum, { groups }) => groups.reduce((total, { weight }) => total + weight, sum), 0))
  const used = shifts.map(problem => {
    const column = new Map(allowedSites(problem).map(site => [site, program.column(0, fixedAt(problem, site), roomOf(problem, site), true)]))
    program.row(problem.posts, problem.posts, column.values(), 1)
    return column
  })
  covers.forEach(({ groups }, shift) => {
    for (const { sites, weight } of groups) program.row(-Infinity, 0, [program.column(weight, 0, 1), ...sites.map(site => used[shift]!.get(site)!)], [1, ...sites.map(() => -1)])
  })
  for (const [before, now] of steps) {
    // Units added at a site count; without a limit on a site there is nothing to say about it.
    const added = [...used[now]!].map(([site, column]) => {
      const more = program.column(0, 0, Infinity), earlier = used[before]!.get(site)
      program.row(0, Infinity, [more, column, ...(earlier === undefined ? [] : [earlier])], [1, -1, ...(earlier === undefined ? [] : [1])])
      return more
    })
    program.row(-Infinity, moves, added, 1)
  }
  const read = (values: ArrayLike<number>) => used.map(column => [...column].flatMap(([site, at]) => Array<number>(Math.round(values[at]!)).fill(site)))
  const worth = (plans: readonly (readonly number[])[]) => plans.reduce((sum, sites, shift) => sum + coverObjective(covers[shift]!, sites), 0)

  let plans = together(covers, steps, moves)
  if (plans) proof.found(worth(plans))
  const solved = solveProgram(tools.highs, program, { ...tools, ...(plans ? { start: pointOf(program, plans, used, covers, steps) } : {}), covering: true, tell: found => proof.offer(found) })
  if (solved.status === 'infeasible') return { status: 'infeasible', reasons: [movesReason(moves, moves + 1, null)] }
  proof.bounded(solved.bound)
  if (solved.values) {
    const found = read(solved.values)
    if (!plans || worth(found) > worth(plans)) plans = found
  }
  if (!plans) return { status: 'unknown', reasons: [timeEnded] }
  const objective = worth(plans)
  proof.found(objective)
  return {
    ...proof.verdict(objective),
    shifts: plans.map((sites, shift) => {
      const problem = shifts[shift]!, never = unserved(problem, true), before = steps.find(([, now]) => now === shift)?.[0]
      return {
        sites: sites.toSorted((a, b) => a - b), assignment: assignNearest(problem, sites), covered: coverObjective(covers[shift]!, sites),
        moved: before === undefined ? [] : addedSites(plans[before]!, sites), leftOut: { cells: never, weight: never.reduce((sum, cell) => sum + problem.weights[cell]!, 0) },
      }
    }),
  }
}

/** Sites with more units than before, one entry a unit. */
export function addedSites(before: readonly number[], now: readonly number[]): number[] {
  const left = [...before]
  return now.filter(site => {
    const at = left.indexOf(site)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}

/** Posts that a growing number, fixed or newly forbidden sites force to move, where those are more than may. */
function tooFewMoves(before: Problem, now: Problem, shift: number, moves: number): Reason[] {
  const needed = Math.max(0, now.posts - before.posts, now.posts - allowedSites(now).reduce((sum, site) => sum + (before.forbidden.includes(site) ? 0 : Math.min(roomOf(now, site), roomOf(before, site))), 0),
    addedSites(now.fixed.flatMap(site => before.forbidden.includes(site) ? [] : [site]), now.fixed).length)
  return needed > moves ? [movesReason(moves, needed, shift)] : []
}

const movesReason = (moves: number, needed: number, shift: number | null): Reason => ({
  code: 'too_few_moves', needed,
  why: {
    zh: `${shift === null ? '' : `第 ${shift + 1} 班：`}固定、禁用点位和警力数的变化至少需要调动 ${needed} 个，但只允许 ${moves} 个`,
    en: `${shift === null ? '' : `shift ${shift + 1}: `}fixed and forbidden sites and numbers of posts make at least ${needed} posts move, but only ${moves} may`,
  },
  change: { zh: `请允许调动 ${needed} 个，或使相邻班次的固定、禁用点位和警力数一致`, en: `allow ${needed} moves, or fix and forbid alike in neighbouring shifts` },
})

/** A plan to begin with: the same sites in all shifts that allow it, then each shift's own moves. Null where the shifts differ too much for that. */
function together(covers: readonly { problem: Problem, groups: ReturnType<typeof coverGroups>, gains: number[] }[], steps: readonly (readonly [number, number])[], moves: number): number[][] | null {
  const [{ problem: first }] = covers as [typeof covers[number]]
  const alike = covers.every(({ problem }) => problem.posts === first.posts && String(problem.fixed) === String(first.fixed) && String(problem.forbidden) === String(first.forbidden) && String(problem.room) === String(first.room))
  if (!alike) return null
  const pooled = { problem: first, groups: covers.flatMap(({ groups }) => groups), gains: [1] }
  const common = interchangeCover(pooled, greedyCover(pooled)), own = covers.map(cover => interchangeCover(cover, common))
  return steps.every(([before, now]) => addedSites(own[before]!, own[now]!).length <= moves) ? own : covers.map(() => common)
}

function pointOf(program: Program, plans: readonly (readonly number[])[], used: readonly Map<number, number>[], covers: readonly { groups: readonly { sites: readonly number[] }[] }[], steps: readonly (readonly [number, number])[]): Float64Array {
  const point = new Float64Array(program.costs.length)
  plans.forEach((sites, shift) => { for (const site of sites) point[used[shift]!.get(site)!]!++ })
  let at = used.reduce((sum, column) => sum + column.size, 0)
  covers.forEach(({ groups }, shift) => { for (const { sites } of groups) point[at++] = Number(sites.some(site => plans[shift]!.includes(site))) })
  for (const [before, now] of steps) for (const [site, column] of used[now]!) point[at++] = Math.max(0, point[column]! - (used[before]!.has(site) ? point[used[before]!.get(site)!]! : 0))
  return point
}
