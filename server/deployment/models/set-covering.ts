import { coverGroups } from './cover-groups.ts'
import { leastCover } from './least-cover.ts'
import { assignNearest, guard, type Answer, type Problem, type Tools } from './problem.ts'
import { contradictions, unreachableReason, unserved } from './reason.ts'

/**
 * The fewest posts such that all demand lies within the minutes allowed of one of them: the location set covering problem
 * (Toregas, Swain, ReVelle & Bergman 1971). `posts` is not looked at: it is what is asked for.
 *
 * The objective is the number of posts.
 */
export function setCovering(problem: Problem, tools: Tools): Answer {
  guard(problem)
  const reasons = contradictions(problem, { least: true })
  if (reasons.length > 0) return { status: 'infeasible', reasons }
  const never = unserved(problem, true)
  if (never.length > 0 && problem.unreachable !== 'leave_out') return { status: 'infeasible', reasons: [unreachableReason(problem, never, true)] }
  const proof = tools.proof('minimise')
  const { sites, bound } = leastCover(problem, coverGroups(problem), tools, found => proof.offer(found))
  const plan = sites.toSorted((a, b) => a - b)
  proof.offer({ objective: plan.length, bound })
  return { ...proof.verdict(plan.length), sites: plan, assignment: assignNearest(problem, plan), leftOut: { cells: never, weight: never.reduce((sum, cell) => sum + problem.weights[cell]!, 0) } }
}
