import { Piscina } from 'piscina'
import type { EncodeJob } from './encode-columns.ts'
import type { ByHourJob, DemandByHour } from '../deployment/demand/by-hour.ts'
import type { Demand, DemandJob } from '../deployment/demand/gather-demand.ts'
import type { JudgedDemand, JudgedJob } from '../deployment/demand/judged-demand.ts'
import type { BusiestJob, BusyPlace } from '../deployment/patrols/busiest.ts'
import type { PatrolPlan } from '../deployment/patrols/plan-patrols.ts'
import type { PatrolQuestion } from '../deployment/patrols/question.ts'
import type { CallsJob, ChosenCalls } from '../deployment/simulate/choose-calls.ts'
import type { GreedyJob } from '../deployment/solve/greedy.ts'
import type { Figures, FiguresJob, InsideJob } from '../zones/figures.ts'
import type { QuickAnswer, QuickJob, Size, SizeJob } from './quick-worker.ts'

/** Sizes, columns, zones and demand of selections: milliseconds each, a second for a zone over a million incidents, in one thread beside those that run methods. */
export class QuickAnswers {
  readonly #pool = new Piscina<QuickJob, QuickAnswer>({
    filename: new URL('./quick-worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 1, idleTimeout: 60_000, maxQueue: 100,
  })

  size(job: Omit<SizeJob, 'kind'>): Promise<Size> {
    return this.#pool.run({ kind: 'size', ...job }) as Promise<Size>
  }

  /** @returns bytes as `encodeColumns` makes them */
  columns(job: Omit<EncodeJob, 'kind'>): Promise<ArrayBuffer> {
    return this.#pool.run({ kind: 'columns', ...job }) as Promise<ArrayBuffer>
  }

  /** A zone's figures within a selection. */
  figures(job: Omit<FiguresJob, 'kind'>): Promise<Figures> {
    return this.#pool.run({ kind: 'figures', ...job }) as Promise<Figures>
  }

  /** How many incidents of a selection lie in each of some areas. */
  inside(job: Omit<InsideJob, 'kind'>): Promise<number[]> {
    return this.#pool.run({ kind: 'inside', ...job }) as Promise<number[]>
  }

  /** What a plan is built on. */
  demand(job: Omit<DemandJob, 'kind'>): Promise<Demand | { tooMany: number }> {
    return this.#pool.run({ kind: 'demand', ...job }) as Promise<Demand | { tooMany: number }>
  }

  byHour(job: Omit<ByHourJob, 'kind'>): Promise<DemandByHour> {
    return this.#pool.run({ kind: 'by_hour', ...job }) as Promise<DemandByHour>
  }

  /** What a plan is judged by. */
  judged(job: Omit<JudgedJob, 'kind'>): Promise<JudgedDemand> {
    return this.#pool.run({ kind: 'judged', ...job }) as Promise<JudgedDemand>
  }

  /** Calls of weeks to be replayed. */
  calls(job: Omit<CallsJob, 'kind'>): Promise<ChosenCalls> {
    return this.#pool.run({ kind: 'calls', ...job }) as Promise<ChosenCalls>
  }

  /** The plan that a proven one is held against: sites by number. */
  greedy(job: Omit<GreedyJob, 'kind'>): Promise<number[]> {
    return this.#pool.run({ kind: 'greedy', ...job }) as Promise<number[]>
  }

  /** Where patrols of zones should be seen. */
  busiest(job: Omit<BusiestJob, 'kind'>): Promise<BusyPlace[][]> {
    return this.#pool.run({ kind: 'busiest', ...job }) as Promise<BusyPlace[][]>
  }

  /** Patrol tours; a second where many stops can't be served. */
  patrols(question: PatrolQuestion): Promise<PatrolPlan> {
    return this.#pool.run({ kind: 'patrols', question }) as Promise<PatrolPlan>
  }

  async stop(): Promise<void> {
    await this.#pool.destroy()
  }
}
