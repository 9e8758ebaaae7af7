import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { ModelId, Models } from '../models/index.ts'
import type { Progress } from './proof.ts'
import type { Task } from './worker.ts'

export interface SolveQuestion<Id extends ModelId> {
  model: Id
  problem: Models[Id]['problem']
  parameters: Models[Id]['parameters']
  /** Seconds that it may take; the best plan so far and its gap are the answer then. Below 1,000. */
  seconds: number
  /** The proof may stop at a gap of this share; 0 by default: at the optimum. */
  wantedGap?: number
  /** Hears of better plans and bounds as they are found: the gap only falls. */
  onProgress?: (progress: Progress & { seconds: number }) => void
  /** Aborting ends the thread in the middle of whatever it does. */
  signal?: AbortSignal
}

/** Runs models in threads, a core each; further questions wait. */
export class Solver {
  readonly #pool = new Piscina<Task, unknown>({ filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 2, idleTimeout: 30_000, maxQueue: 50 })

  /**
   * @throws {RangeError} for a time or gap out of range, or a problem that isn't one
   * @throws {Error} named AbortError when the signal says so
   */
  async solve<Id extends ModelId>({ model, problem, parameters, seconds, wantedGap = 0, onProgress, signal }: SolveQuestion<Id>): Promise<Models[Id]['answer']> {
    if (!(seconds > 0 && seconds <= 1_000)) throw new RangeError(`seconds is ${seconds}; it must be above 0 and at most 1000`)
    if (!(wantedGap >= 0 && wantedGap < 1)) throw new RangeError(`wantedGap is ${wantedGap}; it must be from 0 up to 1`)
    const { port1, port2 } = new MessageChannel()
    port1.on('message', message => onProgress?.(message))
    port1.unref()
    try {
      return await this.#pool.run({ model, problem, parameters, seconds, wantedGap, port: port2 }, { transferList: [port2], ...(signal ? { signal } : {}) }) as Models[Id]['answer']
    } finally {
      port1.close()
    }
  }

  /** Threads that are alive. */
  get threads(): number { return this.#pool.threads.length }

  async stop(): Promise<void> { await this.#pool.destroy() }
}
