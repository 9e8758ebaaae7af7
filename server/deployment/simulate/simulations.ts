import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Label } from '../../../layers/layer.ts'
import { Runs, type Run } from '../../runs.ts'
import type { SimulationResult } from './result.ts'
import type { Simulation, SimulationQuestion } from './simulate.ts'
import type { SimulationTask } from './worker.ts'

/** How far a simulation is: of what it reads, waits for, or of its replications. */
export interface SimulationProgress { phase: 'reading' | 'waiting' | 'computing', done: number, total: number }
export type SimulationOutcome = { state: 'done', result: SimulationResult } | { state: 'nothing', why: Label }
export type SimulationRun = Run<null, SimulationOutcome, SimulationProgress>

/** Questions that are being simulated or were within the hour, each in a thread; cancelling ends the thread. */
export class Simulations extends Runs<null, SimulationOutcome, SimulationProgress> {
  readonly #pool = new Piscina<SimulationTask, Simulation>({ filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 2, idleTimeout: 30_000, maxQueue: 50 })

  constructor() { super('simulation', 100) }

  /**
   * Simulate, or join the run of the same question.
   *
   * @param question  equal for equal questions over equal data
   * @param read      what is to be replayed and how its figures are told, or why there is nothing to replay
   */
  run(owner: number, question: unknown, replications: number, read: () => Promise<{ question: SimulationQuestion, tell: (figures: Simulation) => SimulationResult } | { why: Label }>): SimulationRun {
    return this.start(owner, question, null, { phase: 'reading', done: 0, total: replications }, async (tell, signal) => {
      const ready = await read()
      if ('why' in ready) return { state: 'nothing', ...ready }
      // Whoever cancels while times are read has gone on: no thread begins.
      signal.throwIfAborted()
      tell({ phase: 'waiting', done: 0, total: replications })
      return { state: 'done', result: ready.tell(await this.#replay(ready.question, done => tell({ phase: 'computing', done, total: replications }), signal)) }
    })
  }

  override stop(): Promise<void> {
    super.stop()
    return this.#pool.destroy()
  }

  async #replay(question: SimulationQuestion, onReplication: (done: number) => void, signal: AbortSignal): Promise<Simulation> {
    const { port1, port2 } = new MessageChannel()
    port1.on('message', onReplication)
    port1.unref()
    try {
      return await this.#pool.run({ question, port: port2 }, { signal, transferList: [port2] })
    } finally {
      port1.close()
    }
  }
}
