import { assignNearest, cellCount, secondsBetween, type Problem } from './models/problem.ts'

/** What a plan does for the demand that it reaches. */
export interface Figures {
  /** Demand within the minutes allowed, and its share of all. */
  covered: number
  share: number
  /** Of demand that is reached at all: by demand, in seconds; null where none is. */
  mean: number | null
  ninetieth: number | null
  /** The cell with demand that waits longest. */
  worst: { cell: number, seconds: number } | null
  unreached: number
}

export interface Change {
  before: Figures
  after: Figures
  /** Cells with demand that come to be covered, and that cease to be. */
  gained: number[]
  lost: number[]
}

/**
 * A plan that is changed by hand: what moving one post does. Every cell keeps its two soonest posts, so a move is one look at
 * each cell, well below a millisecond for 2,000 of them. Requests take its figures and assignment; moves one by one are for
 * whoever keeps it between them, so far only tests and benchmarks.
 */
export class WhatIf {
  readonly #problem: Problem
  readonly #total: number
  #sites: number[]
  #first: Int32Array
  readonly #soonest: Float64Array
  readonly #second: Float64Array
  readonly #moved: Float64Array

  /** @param sites  of the plan at the beginning; a site with two units comes twice */
  constructor(problem: Problem, sites: readonly number[]) {
    const cells = cellCount(problem)
    this.#problem = problem
    this.#total = problem.weights.reduce((sum, weight) => sum + weight, 0)
    this.#sites = [...sites]
    this.#first = new Int32Array(cells)
    this.#soonest = new Float64Array(cells)
    this.#second = new Float64Array(cells)
    this.#moved = new Float64Array(cells)
    this.#renew()
  }

  get sites(): readonly number[] { return this.#sites }

  figures(): Figures { return this.#figuresOf(this.#soonest) }

  /**
   * What it changes if one unit goes from one site to another. The plan stays as it is.
   *
   * @throws {RangeError} where no unit is at `from`, or `to` isn't a site
   */
  move(from: number, to: number): Change {
    const at = this.#unitAt(from)
    if (!Number.isInteger(to) || to < 0 || to >= this.#problem.siteCount) throw new RangeError(`there is no site ${to}; sites are 0 to ${this.#problem.siteCount - 1}`)
    const { weights, limits, seconds } = this.#problem, cells = weights.length, gained: number[] = [], lost: number[] = []
    for (let cell = 0, row = to * cells; cell < cells; cell++, row++) {
      const now = this.#soonest[cell]!, stays = this.#first[cell] === at ? this.#second[cell]! : now, then = Math.min(stays, seconds[row]!)
      this.#moved[cell] = then
      if (weights[cell]! <= 0) continue
      if (now <= limits[cell]! && then > limits[cell]!) lost.push(cell)
      else if (now > limits[cell]! && then <= limits[cell]!) gained.push(cell)
    }
    return { before: this.figures(), after: this.#figuresOf(this.#moved), gained, lost }
  }

  /** Demand covered, by site, if the unit at `from` went there: where on the map it would do best. Cost: O(sites × cells). */
  coverageBySite(from: number): Float64Array {
    const at = this.#unitAt(from), { weights, limits, seconds, siteCount } = this.#problem, cells = weights.length
    const rest = Float64Array.from({ length: cells }, (_, cell) => this.#first[cell] === at ? this.#second[cell]! : this.#soonest[cell]!)
    return Float64Array.from({ length: siteCount }, (_, site) => {
      let covered = 0
      for (let cell = 0, row = site * cells; cell < cells; cell++, row++) if (rest[cell]! <= limits[cell]! || seconds[row]! <= limits[cell]!) covered += weights[cell]!
      return covered
    })
  }

  /** Take the move as done. */
  commit(from: number, to: number): void {
    this.#sites[this.#unitAt(from)] = to
    this.#renew()
  }

  assignment(): Int32Array { return assignNearest(this.#problem, this.#sites) }

  #unitAt(site: number): number {
    const at = this.#sites.indexOf(site)
    if (at === -1) throw new RangeError(`no unit of the plan is at site ${site}; they are at ${this.#sites.join(', ')}`)
    return at
  }

  #renew(): void {
    const cells = cellCount(this.#problem)
    this.#soonest.fill(Infinity)
    this.#second.fill(Infinity)
    this.#first.fill(-1)
    this.#sites.forEach((site, unit) => {
      for (let cell = 0; cell < cells; cell++) {
        const seconds = secondsBetween(this.#problem, site, cell)
        if (seconds < this.#soonest[cell]!) {
          this.#second[cell] = this.#soonest[cell]!
          this.#soonest[cell] = seconds
          this.#first[cell] = unit
        } else if (seconds < this.#second[cell]!) this.#second[cell] = seconds
      }
    })
  }

  #figuresOf(soonest: Float64Array): Figures {
    const { weights, limits } = this.#problem, reached: number[] = []
    let covered = 0, sum = 0, weight = 0, worst: Figures['worst'] = null
    for (let cell = 0; cell < weights.length; cell++) {
      const demand = weights[cell]!, seconds = soonest[cell]!
      if (demand <= 0) continue
      if (seconds <= limits[cell]!) covered += demand
      if (seconds === Infinity) continue
      sum += demand * seconds
      weight += demand
      reached.push(cell)
      if (worst === null || seconds > worst.seconds) worst = { cell, seconds }
    }
    reached.sort((a, b) => soonest[a]! - soonest[b]!)
    let passed = 0
    const ninetieth = reached.find(cell => (passed += weights[cell]!) >= weight * 0.9)
    return {
      covered, share: this.#total > 0 ? covered / this.#total : 0, mean: weight > 0 ? sum / weight : null,
      ninetieth: ninetieth === undefined ? null : soonest[ninetieth]!, worst, unreached: this.#total - weight,
    }
  }
}
