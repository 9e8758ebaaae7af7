import { Piscina } from 'piscina'
import type { EncodeJob } from './encode-columns.ts'
import type { Size, SizeJob } from './quick-worker.ts'

/** Sizes and columns of selections: a few milliseconds each, in one thread beside those that run methods. */
export class QuickAnswers {
  readonly #pool = new Piscina<SizeJob | EncodeJob, Size | ArrayBuffer>({
    filename: new URL('./quick-worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 1, idleTimeout: 60_000, maxQueue: 100,
  })

  size(job: Omit<SizeJob, 'kind'>): Promise<Size> {
    return this.#pool.run({ kind: 'size', ...job }) as Promise<Size>
  }

  /** @returns bytes as `encodeColumns` makes them */
  columns(job: Omit<EncodeJob, 'kind'>): Promise<ArrayBuffer> {
    return this.#pool.run({ kind: 'columns', ...job }) as Promise<ArrayBuffer>
  }

  async stop(): Promise<void> {
    await this.#pool.destroy()
  }
}
