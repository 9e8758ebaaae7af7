import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Label } from '../../layers/layer.ts'
import { Runs, type Run as AnyRun } from '../runs.ts'
import type { Done, Job, Progress } from './worker.ts'

export type Outcome = { state: 'done', done: Done } | { state: 'nothing', why: Label }

/** What was asked, as it is told again with the answer and frozen into zones and reports. `parameters` as the caller gave them or null. */
export interface Asked { method: string, selection: object, parameters: Record<string, unknown>, resolution: number }

export type Run = AnyRun<Asked, Outcome, Progress>

/**
 * Runs jobs in worker threads, a core each. The same question asked twice runs once; results are kept under the
 * question and the data's revision. Cancelling ends a run whether it reads, waits for a thread or computes: a thread is
 * ended in the middle of whatever it does. Rows that are being read then are read to their end, for whoever asks next.
 */
export class AnalysisEngine {
  readonly #pool = new Piscina<Job & { port: MessagePort }, Done | { nothing: Label }>({
    filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 2, idleTimeout: 30_000, maxQueue: 100,
  })
  readonly runs: Runs<Asked, Outcome, Progress>

  constructor(kept = 500) { this.runs = new Runs('analysis run', kept) }

  /**
   * Start, or join the run of the same question.
   *
   * @param question  equal for equal questions over equal data
   * @param job       reads what the job needs
   * @param asked     what is told with the answer
   */
  start(owner: number, question: unknown, job: () => Promise<Job>, asked: Asked): Run {
    return this.runs.start(owner, question, asked, { done: 0, total: 1, phase: 'reading' }, (tell, signal) => this.#work(job, tell, signal))
  }

  async stop(): Promise<void> {
    await this.#pool.destroy()
  }

  async #work(job: () => Promise<Job>, tell: (progress: Progress) => void, signal: AbortSignal): Promise<Outcome> {
    const { port1, port2 } = new MessageChannel()
    port1.on('message', tell)
    port1.unref()
    try {
      const ready = await job()
      // Whoever cancels while rows are read has gone on: no thread begins.
      signal.throwIfAborted()
      tell({ done: 0, total: 1, phase: 'waiting' })
      const answer = await this.#pool.run({ ...ready, port: port2 }, { signal, transferList: [port2] })
      return 'nothing' in answer ? { state: 'nothing', why: answer.nothing } : { state: 'done', done: answer }
    } finally {
      port1.close()
    }
  }
}
