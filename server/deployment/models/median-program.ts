import type { Costs } from '../heuristics/median.ts'
import type { Best, Bounded } from '../heuristics/median-bound.ts'
import { Program } from '../solver/program.ts'

/** Services beyond which HiGHS takes longer for its first relaxation than the search by branches takes altogether. */
const most = 12_000

export interface ReducedMedian {
  program: Program
  start: Float64Array
  planOf(values: ArrayLike<number>): number[]
}

/**
 * The p-median as a program (ReVelle & Swain 1970) with all that is left out of it which no plan can use that is better than
 * the one at hand: by the reduced costs of the relaxation, places that cost too much to open, and services of a cell that cost
 * too much beside its price (Beasley 1993).
 *
 * @param limitTo  services that it may have at most
 * @returns null where more are left
 */
export function medianProgram({ places, costs, cellCount, posts }: Costs, { plan, objective }: Best, { prices, with: withPlace, without }: Pick<Bounded, 'prices' | 'with' | 'without'>, limitTo = most): ReducedMedian | null {
  const limit = objective * (1 + 1e-9), inPlan = new Set(plan)
  const open = places.map((_, place) => place).filter(place => inPlan.has(place) || withPlace[place]! <= limit)
  const services: { cell: number, place: number }[] = []
  for (let cell = 0; cell < cellCount; cell++) {
    const nearest = plan.reduce((best, place) => costs[place * cellCount + cell]! < costs[best * cellCount + cell]! ? place : best)
    for (const place of open) {
      const extra = Math.max(0, costs[place * cellCount + cell]! - prices[cell]!)
      if (place === nearest || withPlace[place]! + extra <= limit) services.push({ cell, place })
    }
    if (services.length > limitTo) return null
  }
  const program = new Program('minimise'), column = new Map(open.map(place => [place, program.column(0, without[place]! > limit ? 1 : 0, 1, true)]))
  program.row(posts, posts, open.keys(), 1)
  const byCell = Map.groupBy(services, ({ cell }) => cell), start: number[] = open.map(place => Number(inPlan.has(place)))
  for (const [cell, list] of byCell) {
    const nearest = plan.reduce((best, place) => costs[place * cellCount + cell]! < costs[best * cellCount + cell]! ? place : best)
    const columns = list.map(({ place }) => {
      start.push(Number(place === nearest))
      return program.column(costs[place * cellCount + cell]!, 0, 1)
    })
    program.row(1, 1, columns, 1)
    list.forEach(({ place }, i) => {
      const y = column.get(place)!
      if (program.lower[y] === 0) program.row(-Infinity, 0, [columns[i]!, y], [1, -1])
    })
  }
  return { program, start: Float64Array.from(start), planOf: values => open.filter((_, i) => values[i]! > 0.5) }
}
