import { createHash, randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { NotFound } from '../../errors.ts'
import type { SolveQuestion } from '../solve/ask.ts'
import type { PlanInHand } from '../solve/plan-in-hand.ts'
import type { Told } from '../solve/solved.ts'
import type { ToldReason } from '../solve/tell-reasons.ts'

export interface RunProgress {
  phase: 'gathering' | 'timing' | 'solving'
  /** Objective of the best plan so far, and what no plan can beat; null while unknown. */
  incumbent: number | null
  bound: number | null
  gap: number | null
  seconds: number
}

/** A plan that was found: what is told of it, and what further questions need. */
export interface Found { result: Told, inHand: PlanInHand }
export type Outcome = { state: 'done', question: SolveQuestion, byShift: (Found & { shift: string | null, /** Sites newly used after the shift before. */ moved: string[] })[] } | { state: 'infeasible' | 'unknown', reasons: ToldReason[] }
export type DeploymentRunState = { state: 'running', progress: RunProgress } | Outcome | { state: 'cancelled' } | { state: 'failed', detail: string }

export interface DeploymentRun {
  id: string
  owners: Set<number>
  key: string
  current: DeploymentRunState
  seconds: number
  settled: Promise<void>
  cancel(): void
}

const first: RunProgress = { phase: 'gathering', incumbent: null, bound: null, gap: null, seconds: 0 }

/** Questions that are being solved or were within the hour. The same question asked twice runs once; cancelling ends the solver's thread. */
export class DeploymentRuns {
  readonly #byKey = new Map<string, string>()
  readonly #runs = new LRUCache<string, DeploymentRun>({ max: 100, ttl: 3_600_000, dispose: ({ id, key }) => { if (this.#byKey.get(key) === id) this.#byKey.delete(key) } })

  /**
   * Start, or join the run of the same question.
   *
   * @param question  equal for equal questions over equal data
   */
  start(owner: number, question: unknown, work: (tell: (progress: Partial<RunProgress>) => void, signal: AbortSignal) => Promise<Outcome>): DeploymentRun {
    const key = createHash('sha256').update(JSON.stringify(question)).digest('hex'), known = this.#runs.get(this.#byKey.get(key) ?? '')
    if (known && !['cancelled', 'failed'].includes(known.current.state)) {
      known.owners.add(owner)
      return known
    }
    const abort = new AbortController(), began = performance.now()
    const run: DeploymentRun = {
      id: randomUUID(), owners: new Set([owner]), key, current: { state: 'running', progress: first }, seconds: 0, settled: Promise.resolve(),
      cancel() {
        if (run.current.state === 'running') run.current = { state: 'cancelled' }
        abort.abort()
      },
    }
    const elapsed = () => (performance.now() - began) / 1000
    const tell = (progress: Partial<RunProgress>) => { if (run.current.state === 'running') run.current = { state: 'running', progress: { ...run.current.progress, ...progress, seconds: elapsed() } } }
    run.settled = work(tell, abort.signal).then(outcome => { if (!abort.signal.aborted) run.current = outcome }, error => {
      run.current = abort.signal.aborted ? { state: 'cancelled' } : { state: 'failed', detail: (error as Error).message }
    }).finally(() => { run.seconds = elapsed() })
    this.#runs.set(run.id, run)
    this.#byKey.set(key, run.id)
    return run
  }

  /** @throws {NotFound} for somebody else's run too: what was asked is theirs */
  own(id: string, accountId: number): DeploymentRun {
    const run = this.#runs.get(id)
    if (!run?.owners.has(accountId)) throw new NotFound('deployment run', id)
    return run
  }

  stop(): void { for (const run of this.#runs.values()) run.cancel() }
}
