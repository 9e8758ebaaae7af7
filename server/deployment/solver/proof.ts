/** How far a search is: the best plan so far, and what no plan can beat. */
export interface Progress {
  /** Null while no plan is known. */
  objective: number | null
  bound: number
  /** Between the two as a share of the objective; Infinity while no plan is known. */
  gap: number
}

/** Numbers closer than this share are the same. */
const sameShare = 1e-6

const gapBetween = (objective: number, bound: number): number => {
  const gap = Math.abs(objective - bound) / Math.max(Math.abs(objective), Number.MIN_VALUE)
  return gap <= sameShare ? 0 : gap
}

/** Keeps the best plan's objective and the tightest bound, whoever finds them, and tells each that is better: the gap only falls. */
export class Proof implements Progress {
  readonly sense: 'minimise' | 'maximise'
  readonly #tell: (progress: Progress) => void
  objective: number | null = null
  bound: number

  constructor(sense: 'minimise' | 'maximise', tell: (progress: Progress) => void) {
    this.sense = sense
    this.#tell = tell
    this.bound = sense === 'minimise' ? -Infinity : Infinity
  }

  get gap(): number { return this.objective === null || !Number.isFinite(this.bound) ? Infinity : gapBetween(this.objective, this.bound) }

  found(objective: number): void { this.offer({ objective, bound: this.bound }) }

  bounded(bound: number): void { this.offer({ objective: null, bound }) }

  offer({ objective, bound }: { objective: number | null, bound: number }): void {
    const least = this.sense === 'minimise'
    const nearer = least ? bound > this.bound : bound < this.bound
    const better = objective !== null && (this.objective === null || (least ? objective < this.objective : objective > this.objective))
    if (nearer) this.bound = bound
    if (better) this.objective = objective
    // A bound beyond a plan that is known comes from rounding.
    if (this.objective !== null && (least ? this.bound > this.objective : this.bound < this.objective)) this.bound = this.objective
    if (nearer || better) this.#tell({ objective: this.objective, bound: this.bound, gap: this.gap })
  }

  /** How a plan ends: what is the same but for rounding is an optimum. */
  verdict(objective: number): { status: 'optimal' | 'gap', objective: number, bound: number, gap: number } {
    const gap = Number.isFinite(this.bound) ? gapBetween(objective, this.bound) : Infinity
    return gap === 0 ? { status: 'optimal', objective, bound: objective, gap } : { status: 'gap', objective, bound: this.bound, gap }
  }
}
