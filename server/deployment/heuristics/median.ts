import { allowedSites, cellCount, type Problem } from '../models/problem.ts'

/** Cost of serving each cell from each allowed site, demand × seconds, row by row of `places`. */
export interface Costs {
  places: readonly number[]
  cellCount: number
  /** Where no road leads, a penalty that no plan takes which can do without. */
  costs: Float64Array
  /** Places (not sites) that must be used. */
  fixed: readonly number[]
  posts: number
}

/** @param cells  to look at: those with demand that can be served */
export function costsOf(problem: Problem, cells: readonly number[]): Costs {
  const places = allowedSites(problem), all = cellCount(problem), costs = new Float64Array(places.length * cells.length)
  let longest = 0
  for (const seconds of problem.seconds) if (seconds < Infinity && seconds > longest) longest = seconds
  places.forEach((site, i) => cells.forEach((cell, j) => {
    const seconds = problem.seconds[site * all + cell]!
    costs[i * cells.length + j] = problem.weights[cell]! * (seconds < Infinity ? seconds : penalty * Math.max(1, longest))
  }))
  return { places, cellCount: cells.length, costs, fixed: [...new Set(problem.fixed)].map(site => places.indexOf(site)), posts: problem.posts }
}

/** A cell that can't be reached costs as much as so many that are as far as can be. */
const penalty = 1_000

export function medianObjective({ costs, cellCount }: Costs, plan: readonly number[]): number {
  let sum = 0
  for (let cell = 0; cell < cellCount; cell++) {
    let least = Infinity
    for (const place of plan) least = Math.min(least, costs[place * cellCount + cell]!)
    sum += least
  }
  return sum
}

/** A post after the other where it saves most (Kuehn & Hamburger 1963). No guarantee: the first one sits in the middle of everything. */
export function greedyMedian({ places, costs, cellCount, fixed, posts }: Costs): number[] {
  const plan = [...fixed], least = new Float64Array(cellCount).fill(Infinity)
  const take = (place: number) => { for (let cell = 0; cell < cellCount; cell++) least[cell] = Math.min(least[cell]!, costs[place * cellCount + cell]!) }
  plan.forEach(take)
  while (plan.length < posts) {
    let best = -1, bestSum = Infinity
    for (let place = 0; place < places.length; place++) {
      if (plan.includes(place)) continue
      let sum = 0
      for (let cell = 0, at = place * cellCount; cell < cellCount; cell++, at++) sum += costs[at]! < least[cell]! ? costs[at]! : least[cell]!
      if (sum < bestSum) {
        best = place
        bestSum = sum
      }
    }
    if (best === -1) break
    take(best)
    plan.push(best)
  }
  return plan
}

/**
 * Swap a post for another place while that saves (Teitz & Bart 1968), all swaps with one place judged in one pass over the
 * cells with their two nearest posts (Whitaker 1983).
 */
export function interchangeMedian({ places, costs, cellCount, fixed }: Costs, start: readonly number[]): number[] {
  const plan = [...start], used = new Set(plan)
  const first = new Int32Array(cellCount), least = new Float64Array(cellCount), second = new Float64Array(cellCount)
  const renew = () => {
    least.fill(Infinity)
    second.fill(Infinity)
    plan.forEach((place, k) => {
      for (let cell = 0, at = place * cellCount; cell < cellCount; cell++, at++) {
        const cost = costs[at]!
        if (cost < least[cell]!) {
          second[cell] = least[cell]!
          least[cell] = cost
          first[cell] = k
        } else if (cost < second[cell]!) second[cell] = cost
      }
    })
  }
  renew()
  const loss = new Float64Array(plan.length)
  for (let moved = true; moved;) {
    moved = false
    for (let place = 0; place < places.length; place++) {
      if (used.has(place)) continue
      loss.fill(0)
      let gain = 0
      for (let cell = 0, at = place * cellCount; cell < cellCount; cell++, at++) {
        const cost = costs[at]!, now = least[cell]!
        if (cost < now) gain += now - cost
        else loss[first[cell]!]! += (cost < second[cell]! ? cost : second[cell]!) - now
      }
      let out = -1
      for (let k = 0; k < plan.length; k++) if (!fixed.includes(plan[k]!) && (out === -1 || loss[k]! < loss[out]!)) out = k
      if (out === -1 || gain - loss[out]! <= 1e-9 * Math.max(1, gain)) continue
      used.delete(plan[out]!)
      plan[out] = place
      used.add(place)
      moved = true
      renew()
    }
  }
  return plan
}
