import { Piscina } from 'piscina'
import type { EncodeJob } from './encode-columns.ts'
import type { Figures, FiguresJob, InsideJob } from '../zones/figures.ts'
import type { QuickAnswer, QuickJob, Size, SizeJob } from './quick-worker.ts'

/** Sizes, columns and zones of selections: milliseconds each, a second for a zone over a million incidents, in one thread beside those that run methods. */
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

  async stop(): Promise<void> {
    await this.#pool.destroy()
  }
}
