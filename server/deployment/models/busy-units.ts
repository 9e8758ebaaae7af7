import { solveLayers } from './layered-cover.ts'
import type { Answer, Problem, Tools } from './problem.ts'

export interface BusyParameters {
  /** Share of its time on duty that a unit is out, 0 up to 1: see busyFraction. */
  busy: number
}

/**
 * Units such that most demand finds a free one in reach: the maximal expected covering location problem (Daskin 1983). Units
 * are busy independently of each other, the same share of the time; the k-th unit in reach of a cell adds (1 − q) q^(k−1) of
 * its demand.
 *
 * The objective is the demand that is covered on average. Sites with room may get several units.
 *
 * @throws {RangeError} for a share outside 0 up to 1
 */
export function busyUnits(problem: Problem, tools: Tools, { busy }: BusyParameters): Answer {
  if (!(busy >= 0 && busy < 1)) throw new RangeError(`busy is ${busy}; it must be from 0 up to 1`)
  // A layer that adds less than a billionth of the demand changes no plan.
  const gains = Array.from({ length: Math.max(1, problem.posts) }, (_, k) => (1 - busy) * busy ** k).filter((gain, k) => k === 0 || gain > 1e-9)
  return solveLayers(problem, tools, { gains })
}
