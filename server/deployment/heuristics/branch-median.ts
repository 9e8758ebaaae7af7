import { medianObjective, type Costs } from './median.ts'
import { boundMedian, type Best, type Branch, type Bounded } from './median-bound.ts'

interface Node extends Branch { bound: number, prices: Float64Array, place: number }

export interface BranchOptions {
  deadline: number
  wantedGap: number
  best: Best
  /** The bound of all that is still open. */
  tell: (bound: number) => void
}

/**
 * The p-median to its proven optimum: branch and bound over places that are used or not, with the Lagrangian bound in each
 * branch (Christofides & Beasley 1982), the branch with the least bound first, so that the common bound only rises. For
 * instances whose program is too large for HiGHS: here a branch costs steps over places × cells and no memory.
 *
 * @param root  what holds everywhere, bounded
 */
export function branchMedian(costs: Costs, root: Branch & Bounded, { deadline, wantedGap, best, tell }: BranchOptions): void {
  const enough = () => best.objective * (1 - Math.max(1e-9, wantedGap))
  const open: Node[] = [], all = costs.places.map((_, place) => place)
  // What was left aside as not better enough bounds the answer too.
  let aside = Infinity
  const leave = (bound: number): true => { aside = Math.min(aside, bound); return true }

  /** Put a branch where it is found again, with what its bound proves: places it can't do without, or can't use. */
  const push = (branch: Branch, bounded: Bounded): void => {
    if (bounded.bound >= enough()) { leave(bounded.bound); return }
    const closed = branch.closed.slice(), forced = [...branch.forced]
    for (const place of all) {
      if (closed[place] || forced.includes(place)) continue
      if (bounded.with[place]! >= enough() && leave(bounded.with[place]!)) closed[place] = 1
      else if (bounded.without[place]! >= enough() && leave(bounded.without[place]!)) forced.push(place)
    }
    const undecided = all.filter(place => !closed[place] && !forced.includes(place))
    if (forced.length > costs.posts || forced.length + undecided.length < costs.posts) return
    if (forced.length === costs.posts || forced.length + undecided.length === costs.posts) {
      const plan = forced.length === costs.posts ? forced : [...forced, ...undecided], objective = medianObjective(costs, plan)
      if (objective < best.objective) Object.assign(best, { plan, objective })
      return
    }
    const place = undecided.reduce((a, b) => Math.abs(bounded.share[b]! - 0.5) < Math.abs(bounded.share[a]! - 0.5) ? b : a)
    open.push({ forced, closed, bound: bounded.bound, prices: bounded.prices, place })
  }

  push(root, root)
  while (open.length > 0 && performance.now() < deadline) {
    const node = open.reduce((a, b) => b.bound < a.bound ? b : a)
    tell(Math.min(node.bound, aside, best.objective))
    if (node.bound >= enough()) break
    open.splice(open.indexOf(node), 1)
    for (const used of [true, false]) {
      const closed = node.closed.slice()
      if (!used) closed[node.place] = 1
      const branch = { forced: used ? [...node.forced, node.place] : node.forced, closed }
      const bounded = boundMedian(costs, branch, { deadline, steps: 150, theta: 0.3, enough, prices: node.prices, best })
      push(branch, { ...bounded, bound: Math.max(bounded.bound, node.bound) })
    }
  }
  tell(Math.min(best.objective, aside, ...open.map(({ bound }) => bound)))
}
