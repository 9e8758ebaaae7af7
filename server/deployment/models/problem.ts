import type { Highs } from 'highs'
import type { Proof } from '../solver/proof.ts'
import type { Reason } from './reason.ts'

/**
 * Demand, candidate sites and the times between them. Sites and cells are told by their numbers, from 0.
 * Plain data: it goes to a worker as it is.
 */
export interface Problem {
  /** Demand by cell, 0 or more; a cell without demand never counts. */
  weights: Float64Array
  /** By road from each site to each cell, row by row of sites; Infinity where there is no way. */
  seconds: Float32Array
  siteCount: number
  /** Seconds within which a cell counts as covered: city, outskirts and countryside differ. */
  limits: Float64Array
  /** Posts (or units) to place, the fixed ones included. */
  posts: number
  /** Sites that must be used; a site that is named twice gets two units. */
  fixed: readonly number[]
  forbidden: readonly number[]
  /** Units that each site has room for; one where absent. */
  room?: readonly number[]
  /** What sites are called where a reason names them; their numbers where absent. */
  siteNames?: readonly string[]
  /** What becomes of demand that no allowed site can serve: refused with a reason (the default), or left out and told. */
  unreachable?: 'refuse' | 'leave_out'
}

/** What a model needs beside its problem. */
export interface Tools {
  highs: Highs
  /** `performance.now()` at which the answer is due. */
  deadline: number
  /** The search may stop at a proven gap of this share; 0 for the optimum. */
  wantedGap: number
  /** Follows the best plan and the best bound, and tells them. */
  proof(sense: 'minimise' | 'maximise'): Proof
}

export interface Plan {
  /** `gap`: time (or the wanted gap) came before the proof of an optimum; `gap` says how much better a plan could be at most. */
  status: 'optimal' | 'gap'
  /** Ascending; a site that gets two units comes twice. */
  sites: number[]
  /** The site that each cell is served from, the soonest one where the model doesn't say; -1 where none of them reaches it. */
  assignment: Int32Array
  objective: number
  /** No plan has a better objective than this. */
  bound: number
  /** Between objective and bound, as a share of the objective. */
  gap: number
  /** Demand that was left out because no allowed site can serve it. */
  leftOut: { cells: number[], weight: number }
}

/** `infeasible`: there is no such plan, and why. `unknown`: time ended before any plan was found, or its absence proven. */
export interface Refusal { status: 'infeasible' | 'unknown', reasons: Reason[] }

export type Answer<P = Plan> = P | Refusal

export const cellCount = ({ weights }: Problem): number => weights.length

export const secondsBetween = ({ seconds, weights }: Problem, site: number, cell: number): number => seconds[site * weights.length + cell]!

export const roomOf = ({ room }: Problem, site: number): number => room?.[site] ?? 1

/** Sites that may be used. */
export function allowedSites(problem: Problem): number[] {
  const forbidden = new Set(problem.forbidden)
  return Array.from({ length: problem.siteCount }, (_, site) => site).filter(site => !forbidden.has(site) && roomOf(problem, site) > 0)
}

/** Units that a site must get. */
export const fixedAt = ({ fixed }: Problem, site: number): number => fixed.reduce((count, each) => count + Number(each === site), 0)

/** The soonest of some sites for every cell; -1 where none reaches it. Cost: O(sites × cells). */
export function assignNearest(problem: Problem, sites: readonly number[]): Int32Array {
  const cells = cellCount(problem), assignment = new Int32Array(cells).fill(-1), soonest = new Float32Array(cells).fill(Infinity)
  for (const site of new Set(sites)) for (let cell = 0, at = site * cells; cell < cells; cell++, at++) {
    if (problem.seconds[at]! < soonest[cell]!) {
      soonest[cell] = problem.seconds[at]!
      assignment[cell] = site
    }
  }
  return assignment
}

/** @throws {RangeError} for a problem that isn't one: lengths that differ, numbers out of range */
export function guard(problem: Problem): void {
  const { weights, seconds, siteCount, limits, posts, fixed, forbidden, room } = problem
  if (seconds.length !== siteCount * weights.length) throw new RangeError(`seconds has ${seconds.length} entries; it must have ${siteCount} sites × ${weights.length} cells`)
  if (limits.length !== weights.length) throw new RangeError(`limits has ${limits.length} entries; it must have one for each of ${weights.length} cells`)
  if (room && room.length !== siteCount) throw new RangeError(`room has ${room.length} entries; it must have one for each of ${siteCount} sites`)
  if (!Number.isInteger(posts)) throw new RangeError(`posts is ${posts}; it must be a whole number`)
  weights.forEach((weight, cell) => { if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`the weight of cell ${cell} is ${weight}; it must be 0 or more`) })
  limits.forEach((limit, cell) => { if (!(limit >= 0)) throw new RangeError(`the limit of cell ${cell} is ${limit} s; it must be 0 or more`) })
  seconds.forEach((time, at) => { if (!(time >= 0)) throw new RangeError(`seconds from site ${Math.floor(at / weights.length)} to cell ${at % weights.length} is ${time}; it must be 0 or more, or Infinity`) })
  for (const [name, sites] of [['fixed', fixed], ['forbidden', forbidden]] as const)
    for (const site of sites) if (!Number.isInteger(site) || site < 0 || site >= siteCount) throw new RangeError(`${name} names site ${site}; sites are 0 to ${siteCount - 1}`)
  room?.forEach((units, site) => { if (!Number.isInteger(units) || units < 0) throw new RangeError(`site ${site} has room for ${units} units; it must be a whole number, 0 or more`) })
}
