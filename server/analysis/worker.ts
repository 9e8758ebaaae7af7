// Runs one job in a thread of its own. Columns are shared memory; nothing is copied on the way in.
import type { MessagePort } from 'node:worker_threads'
import type { Label } from '../../layers/layer.ts'
import type { Chosen } from './choose.ts'
import { runGuard, type GuardJob } from './guard/run-guard.ts'
import { runJudgement, type JudgementJob } from './judge/run-judgement.ts'
import { NothingToSay } from './method.ts'
import { runMethod, type MethodJob } from './run-method.ts'

/** What a thread can be asked to do. */
export type Job = MethodJob | JudgementJob | GuardJob

/** How far a run is: of what it reads, waits for or computes. */
export interface Progress { done: number, total: number, phase: 'reading' | 'waiting' | 'computing' }

export interface Done {
  size: number
  before: number
  leftOut: Chosen['leftOut']
  /** Parameters that were computed because the caller gave none. */
  took: Record<string, number>
  /** When the rows were read, epoch milliseconds, and at which revision. */
  asOf: number
  revision: number
  result: object
}

/** Tell how far it is, a few times a second at most. */
export type Tell = (done: number, total: number) => void

export default function work({ port, ...job }: Job & { port: MessagePort }): Done | { nothing: Label } {
  let told = 0
  const tell: Tell = (done, total) => {
    const now = Date.now()
    if (now - told < 100 && done < total) return
    told = now
    port.postMessage({ done, total, phase: 'computing' } satisfies Progress)
  }
  try {
    tell(0, 1)
    switch (job.kind) {
      case 'method': return runMethod(job, tell)
      case 'judgement': return runJudgement(job, tell)
      case 'guard': return runGuard(job)
    }
  } catch (error) {
    if (error instanceof NothingToSay) return { nothing: error.label }
    throw error
  } finally {
    port.close()
  }
}
