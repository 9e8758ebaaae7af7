import { createHash, randomUUID } from 'node:crypto'
import { MessageChannel } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import { Piscina } from 'piscina'
import type { Label } from '../../layers/layer.ts'
import { NotFound } from '../errors.ts'
import type { Done, Job } from './worker.ts'

export type RunState =
  | { state: 'running', progress: { done: number, total: number } | null }
  | { state: 'done', seconds: number, done: Done }
  | { state: 'nothing', why: Label }
  | { state: 'cancelled' }
  | { state: 'failed', detail: string }

export interface Run { id: string, /** Accounts that asked. */ owners: Set<number>, key: string, at: number, current: RunState, settled: Promise<void>, cancel(): void }

/**
 * Runs methods in worker threads, a core each. The same question asked twice runs once; results are kept under the
 * question and the data's revision. Cancelling ends the thread in the middle of whatever it does.
 */
export class AnalysisEngine {
  readonly #pool = new Piscina<Job, Done | { nothing: Label }>({
    filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 2, idleTimeout: 30_000, maxQueue: 100,
  })
  readonly #runs = new LRUCache<string, Run>({ max: 500, ttl: 3_600_000 })
  readonly #byKey = new Map<string, string>()

  /** Start, or join the run of the same key. @param key  equal for equal questions over equal data */
  start(owner: number, question: unknown, job: () => Promise<Omit<Job, 'port'>>): Run {
    const key = createHash('sha256').update(JSON.stringify(question)).digest('hex')
    const known = this.#runs.get(this.#byKey.get(key) ?? '')
    if (known && ['running', 'done', 'nothing'].includes(known.current.state)) {
      known.owners.add(owner)
      return known
    }
    const abort = new AbortController(), started = performance.now()
    const run: Run = { id: randomUUID(), owners: new Set([owner]), key, at: Date.now(), current: { state: 'running', progress: null }, settled: Promise.resolve(), cancel: () => abort.abort() }
    run.settled = this.#work(run, job, abort.signal, started)
    this.#runs.set(run.id, run)
    this.#byKey.set(key, run.id)
    return run
  }

  /** @throws {NotFound} for a run that was never started, or ended more than an hour ago */
  find(id: string): Run {
    const run = this.#runs.get(id)
    if (!run) throw new NotFound('analysis run', id)
    return run
  }

  async stop(): Promise<void> {
    await this.#pool.destroy()
  }

  async #work(run: Run, job: () => Promise<Omit<Job, 'port'>>, signal: AbortSignal, started: number): Promise<void> {
    const { port1, port2 } = new MessageChannel()
    port1.on('message', (progress: { done: number, total: number }) => { if (run.current.state === 'running') run.current = { state: 'running', progress } })
    port1.unref()
    try {
      const ready = await job()
      signal.throwIfAborted()
      const answer = await this.#pool.run({ ...ready, port: port2 }, { signal, transferList: [port2] })
      run.current = 'nothing' in answer ? { state: 'nothing', why: answer.nothing } : { state: 'done', seconds: (performance.now() - started) / 1000, done: answer }
    } catch (error) {
      run.current = signal.aborted ? { state: 'cancelled' } : { state: 'failed', detail: (error as Error).message }
    } finally {
      port1.close()
    }
  }
}
