import { interchangeMedian, medianObjective, type Costs } from './median.ts'

/** The best plan so far, of places; whoever finds a better one puts it in. */
export interface Best { plan: number[], objective: number }

/** What holds in a part of the search: places that must be used (the fixed ones among them), and places that may not. */
export interface Branch { forced: readonly number[], closed: Uint8Array }

export interface Bounded {
  /** No plan of this branch costs less. */
  bound: number
  /** Price of each cell at the bound: to go on from there. */
  prices: Float64Array
  /** Least cost of a plan that uses a place, by place. */
  with: Float64Array
  /** Least cost of a plan that doesn't use it. */
  without: Float64Array
  /** How often a place was proposed of late, 0 to 1: undecided ones are worth branching on. */
  share: Float64Array
}

export interface BoundOptions {
  deadline: number
  steps: number
  /** Length of the first steps, as a share of the way to the best plan. */
  theta: number
  /** End when the bound reaches this: such plans are of no use. */
  enough: () => number
  prices: Float64Array
  best: Best
  tell?: (bound: number) => void
}

/**
 * A lower bound of the p-median by Lagrangian relaxation of "each cell is served once", improved by subgradient steps
 * (Narula, Ogbu & Samuelsson 1977; Beasley 1993), and better plans from what it proposes on the way.
 *
 * Cost: O(places × cells) a step, about a millisecond for 300 × 2,000.
 */
export function boundMedian(problem: Costs, { forced, closed }: Branch, { deadline, steps, theta, enough, prices: start, best, tell }: BoundOptions): Bounded {
  const { places, cellCount, costs, posts } = problem
  const prices = Float64Array.from(start), bestPrices = Float64Array.from(start)
  const saved = new Float64Array(places.length), savedAtBest = new Float64Array(places.length), served = new Int32Array(cellCount), share = new Float64Array(places.length)
  const tried = new Set<string>()
  let bound = 0, since = 0
  for (let step = 0; step < steps && performance.now() < deadline; step++) {
    for (let place = 0; place < places.length; place++) {
      if (closed[place]) { saved[place] = Infinity; continue }
      let sum = 0
      for (let cell = 0, at = place * cellCount; cell < cellCount; cell++, at++) {
        const reduced = costs[at]! - prices[cell]!
        if (reduced < 0) sum += reduced
      }
      saved[place] = sum
    }
    const chosen = choose(saved, forced, posts)
    let value = 0
    for (let cell = 0; cell < cellCount; cell++) value += prices[cell]!
    for (const place of chosen) value += saved[place]!
    for (let place = 0; place < places.length; place++) share[place]! *= 0.95
    for (const place of chosen) share[place]! += 0.05
    since = value > bound + 0.002 * Math.abs(best.objective - bound) ? 0 : since + 1
    if (value > bound) {
      bound = value
      bestPrices.set(prices)
      savedAtBest.set(saved)
      tell?.(bound)
    }
    if (since >= 12) {
      theta /= 2
      since = 0
      prices.set(bestPrices)
    }
    if (bound >= enough() || theta < 0.002) break
    served.fill(0)
    for (const place of chosen) for (let cell = 0, at = place * cellCount; cell < cellCount; cell++, at++) if (costs[at]! < prices[cell]!) served[cell]!++
    propose(problem, chosen, best, tried)
    let square = 0
    for (let cell = 0; cell < cellCount; cell++) square += (1 - served[cell]!) ** 2
    if (square === 0) break
    const length = theta * (best.objective * 1.001 - value) / square
    for (let cell = 0; cell < cellCount; cell++) prices[cell] = prices[cell]! + length * (1 - served[cell]!)
  }
  return { bound, prices: bestPrices, share, ...withAndWithout(savedAtBest, forced, posts, bound) }
}

/** What the relaxation proposes is a plan; swaps make a near one a good one. */
function propose(problem: Costs, chosen: readonly number[], best: Best, tried: Set<string>): void {
  const name = chosen.toSorted((a, b) => a - b).join()
  if (chosen.length < problem.posts || tried.has(name)) return
  tried.add(name)
  if (medianObjective(problem, chosen) > best.objective * 1.02) return
  const plan = interchangeMedian(problem, chosen), objective = medianObjective(problem, plan)
  if (objective < best.objective) {
    best.plan = plan
    best.objective = objective
  }
}

/** The forced places and the best of the others. */
function choose(saved: Float64Array, forced: readonly number[], posts: number): number[] {
  const order: number[] = []
  for (let place = 0; place < saved.length; place++) if (saved[place]! < Infinity && !forced.includes(place)) order.push(place)
  order.sort((a, b) => saved[a]! - saved[b]!)
  return [...forced, ...order.slice(0, posts - forced.length)]
}

/** Bounds with one place forced in, or out: the one that it drives out, or that takes its stead, makes the difference. */
function withAndWithout(saved: Float64Array, forced: readonly number[], posts: number, bound: number): Pick<Bounded, 'with' | 'without'> {
  const chosen = choose(saved, forced, posts), inside = new Set(chosen), last = chosen.length > forced.length ? saved[chosen.at(-1)!]! : -Infinity
  let next = Infinity
  saved.forEach((value, place) => { if (!inside.has(place) && value < next) next = value })
  return {
    with: saved.map((value, place) => inside.has(place) ? bound : bound + value - last),
    without: saved.map((value, place) => forced.includes(place) ? Infinity : inside.has(place) ? bound + next - value : bound),
  }
}

/** To begin with, a cell is worth what its second nearest post would cost. */
export function firstPrices({ costs, cellCount }: Costs, plan: readonly number[]): Float64Array {
  return Float64Array.from({ length: cellCount }, (_, cell) => {
    let least = Infinity, second = Infinity
    for (const place of plan) {
      const cost = costs[place * cellCount + cell]!
      if (cost < least) [least, second] = [cost, least]
      else if (cost < second) second = cost
    }
    return second < 100 * least ? second : least
  })
}
