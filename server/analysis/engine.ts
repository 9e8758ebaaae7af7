import { createHash, randomUUID } from 'node:crypto'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import { Piscina } from 'piscina'
import type { Label } from '../../layers/layer.ts'
import { NotFound } from '../errors.ts'
import type { Done, Job, Progress } from './worker.ts'

export type RunState =
  | { state: 'running', progress: Progress }
  | { state: 'done', seconds: number, done: Done }
  | { state: 'nothing', why: Label }
  | { state: 'cancelled' }
  | { state: 'failed', detail: string }

/** What was asked, as it is told again with the answer and frozen into zones and reports. `parameters` as the caller gave them or null. */
export interface Asked { method: string, selection: object, parameters: Record<string, unknown>, resolution: number }

export interface Run { id: string, asked: Asked, /** Accounts that asked. */ owners: Set<number>, key: string, at: number, current: RunState, settled: Promise<void>, cancel(): void }

/**
 * Runs jobs in worker threads, a core each. The same question asked twice runs once; results are kept under the
 * question and the data's revision. Cancelling ends a run whether it reads, waits for a thread or computes: a thread is
 * ended in the middle of whatever it does. Rows that are being read then are read to their end, for whoever asks next.
 */
export class AnalysisEngine {
  readonly #pool = new Piscina<Job & { port: MessagePort }, Done | { nothing: Label }>({
    filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 2, idleTimeout: 30_000, maxQueue: 100,
  })
  readonly #byKey = new Map<string, string>()
  readonly #runs: LRUCache<string, Run>

  constructor(kept = 500) {
    this.#runs = new LRUCache({
      max: kept, ttl: 3_600_000,
      // A key is known for as long as its run.
      dispose: ({ id, key }) => { if (this.#byKey.get(key) === id) this.#byKey.delete(key) },
    })
  }

  /** How many keys are known: never more than runs are kept. */
  get keys(): number { return this.#byKey.size }

  /**
   * Start, or join the run of the same question.
   *
   * @param question  equal for equal questions over equal data
   * @param job       reads what the job needs
   * @param asked     what is told with the answer
   */
  start(owner: number, question: unknown, job: () => Promise<Job>, asked: Asked): Run {
    const key = createHash('sha256').update(JSON.stringify(question)).digest('hex')
    // Who joins gets its hour too.
    const known = this.#runs.get(this.#byKey.get(key) ?? '', { updateAgeOnGet: true })
    if (known && ['running', 'done', 'nothing'].includes(known.current.state)) {
      known.owners.add(owner)
      return known
    }
    const abort = new AbortController(), started = performance.now()
    const run: Run = {
      id: randomUUID(), asked, owners: new Set([owner]), key, at: Date.now(), current: { state: 'running', progress: { done: 0, total: 1, phase: 'reading' } }, settled: Promise.resolve(),
      cancel() {
        // At once, so that nobody joins a run that is about to end.
        if (run.current.state === 'running') run.current = { state: 'cancelled' }
        abort.abort()
      },
    }
    run.settled = this.#work(run, job, abort.signal, started)
    this.#runs.set(run.id, run)
    this.#byKey.set(key, run.id)
    return run
  }

  /** @throws {NotFound} for a run that was never started, or was last asked for more than an hour ago */
  find(id: string): Run {
    const run = this.#runs.get(id)
    if (!run) throw new NotFound('analysis run', id)
    return run
  }

  async stop(): Promise<void> {
    await this.#pool.destroy()
  }

  async #work(run: Run, job: () => Promise<Job>, signal: AbortSignal, started: number): Promise<void> {
    const { port1, port2 } = new MessageChannel()
    const tell = (progress: Progress) => { if (run.current.state === 'running') run.current = { state: 'running', progress } }
    port1.on('message', tell)
    port1.unref()
    try {
      const ready = await unlessAborted(job(), signal)
      tell({ done: 0, total: 1, phase: 'waiting' })
      const answer = await this.#pool.run({ ...ready, port: port2 }, { signal, transferList: [port2] })
      if (!signal.aborted) run.current = 'nothing' in answer ? { state: 'nothing', why: answer.nothing } : { state: 'done', seconds: (performance.now() - started) / 1000, done: answer }
    } catch (error) {
      run.current = signal.aborted ? { state: 'cancelled' } : { state: 'failed', detail: (error as Error).message }
    } finally {
      port1.close()
    }
  }
}

/** What a promise gives, or the abort's reason as soon as there is one; the promise itself goes on. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason as Error)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
