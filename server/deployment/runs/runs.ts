import { Runs, type Run } from '../../runs.ts'
import type { SolveQuestion } from '../solve/ask.ts'
import type { PlanInHand } from '../solve/plan-in-hand.ts'
import type { Told } from '../solve/solved.ts'
import type { ToldReason } from '../solve/tell-reasons.ts'

export interface RunProgress {
  phase: 'timing' | 'solving'
  /** Objective of the best plan so far, and what no plan can beat; null while unknown. */
  incumbent: number | null
  bound: number | null
  gap: number | null
  seconds: number
}

/** A plan that was found: what is told of it, and what further questions need. */
export interface Found { result: Told, inHand: PlanInHand }
export type Outcome = { state: 'done', byShift: (Found & { shift: string | null, /** Sites newly used after the shift before. */ moved: string[] })[] } | { state: 'infeasible' | 'unknown', reasons: ToldReason[] }
export type DeploymentRun = Run<SolveQuestion, Outcome, RunProgress>

const first: RunProgress = { phase: 'timing', incumbent: null, bound: null, gap: null, seconds: 0 }

/** Questions that are being solved or were within the hour; cancelling ends the solver's thread. */
export class DeploymentRuns extends Runs<SolveQuestion, Outcome, RunProgress> {
  constructor() { super('deployment run', 100) }

  /**
   * Solve, or join the run of the same question. What `work` tells is added to what it told before.
   *
   * @param question  equal for equal questions over equal data
   */
  solve(owner: number, question: unknown, asked: SolveQuestion, work: (tell: (progress: Partial<RunProgress>) => void, signal: AbortSignal) => Promise<Outcome>): DeploymentRun {
    return this.start(owner, question, asked, first, (tell, signal) => {
      const began = performance.now()
      let progress = first
      return work(more => tell(progress = { ...progress, ...more, seconds: (performance.now() - began) / 1000 }), signal)
    })
  }
}
