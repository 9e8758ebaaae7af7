import { loadHighs } from '../server/deployment/solver/load-highs.ts'
import { Proof, type Progress } from '../server/deployment/solver/proof.ts'
import type { Problem, Tools } from '../server/deployment/models/problem.ts'

/** A made-up problem small enough to try every plan; whole numbers, so that sums are exact. */
export function smallProblem(random: () => number, more: Partial<Problem> = {}): Problem {
  const siteCount = 3 + Math.floor(random() * 6), cells = 2 + Math.floor(random() * 12)
  const posts = 1 + Math.floor(random() * Math.min(4, siteCount)), shuffled = Array.from({ length: siteCount }, (_, i) => i).sort(() => random() - 0.5)
  const forbidden = shuffled.slice(0, random() < 0.4 ? Math.min(2, siteCount - posts) : 0)
  return {
    siteCount, posts, forbidden, fixed: random() < 0.4 ? [shuffled.at(-1)!] : [],
    weights: Float64Array.from({ length: cells }, () => Math.floor(random() * 10)),
    seconds: Float32Array.from({ length: siteCount * cells }, () => random() < 0.08 ? Infinity : 10 + Math.floor(random() * 90)),
    limits: Float64Array.from({ length: cells }, () => 20 + Math.floor(random() * 30)),
    ...more,
  }
}

/** Every plan that keeps to the rules, as many as there are. */
export function everyPlan(problem: Problem, posts = problem.posts): number[][] {
  const plans: number[][] = []
  const place = (site: number, plan: number[]): void => {
    if (plan.length > posts) return
    if (site === problem.siteCount) {
      if (plan.length === posts) plans.push(plan)
      return
    }
    const room = problem.forbidden.includes(site) ? 0 : problem.room?.[site] ?? 1, least = problem.fixed.filter(each => each === site).length
    for (let units = least; units <= room; units++) place(site + 1, [...plan, ...Array<number>(units).fill(site)])
  }
  place(0, [])
  return plans
}

export const timeTo = ({ seconds, weights }: Problem, plan: readonly number[], cell: number): number => Math.min(Infinity, ...plan.map(site => seconds[site * weights.length + cell]!))

/** Units of a plan that reach a cell in time. */
export const inReach = ({ seconds, weights, limits }: Problem, plan: readonly number[], cell: number): number => plan.filter(site => seconds[site * weights.length + cell]! <= limits[cell]!).length

export const overCells = ({ weights }: Problem, of: (cell: number, weight: number) => number): number => weights.reduce((sum, weight, cell) => weight > 0 ? sum + of(cell, weight) : sum, 0)

const loaded = loadHighs()

export async function toolsFor({ seconds = 20, wantedGap = 0, tell }: { seconds?: number, wantedGap?: number, tell?: (progress: Progress) => void } = {}): Promise<Tools> {
  const highs = await loaded
  return { highs, wantedGap, deadline: performance.now() + seconds * 1000, proof: sense => new Proof(sense, progress => tell?.(progress)) }
}
