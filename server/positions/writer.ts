import type { Database } from '../database.ts'
import { isConnectionError } from '../errors.ts'
import type { Journal } from './journal.ts'
import type { StoredFix } from './record.ts'
import { removeOffDuty, writeFixes } from './write-fixes.ts'

/** Written together: often enough that the track is current, seldom enough that each statement has many rows. */
const everyMs = 1_000
const atLeast = 5_000
const retryMs = 1_000

export interface WriterOptions {
  db: Database
  journal: Journal
  /** Fixes that an earlier process had accepted; this one's memory doesn't know them. */
  onAdopted(fixes: readonly StoredFix[]): void
  /** What goes wrong other than that the database is away. */
  onError(error: unknown): void
}

/** The one who brings the journal into the database, batch by batch, however long the database is away. */
export class Writer {
  readonly #options: WriterOptions
  readonly #offDuty = new Set<number>()
  readonly #marks: { appended: number, at: number }[] = []
  #appended = 0
  #written = 0
  #stopped = false
  #wake: (() => void) | undefined
  #loop: Promise<void> = Promise.resolve()

  constructor(options: WriterOptions) { this.#options = options }

  /** Fixes brought into the database since the start. */
  get written(): number { return this.#written }

  /** Seconds since the oldest fix that isn't in the database was kept. */
  get lagSeconds(): number {
    while (this.#marks[0] && this.#marks[0].appended <= this.#written) this.#marks.shift()
    return this.#marks[0] ? (Date.now() - this.#marks[0].at) / 1000 : 0
  }

  start(): void { this.#loop = this.#run() }

  /** So many more are in the journal. */
  noteAppended(count: number): void {
    this.#appended += count
    const last = this.#marks.at(-1)
    if (!last || Date.now() - last.at >= 1_000) this.#marks.push({ appended: this.#appended, at: Date.now() })
    else last.appended = this.#appended
    if (this.#marks.length > 100_000) this.#marks.splice(1, 1)
  }

  /** This unit's position goes, after whatever is being written now. */
  noteOffDuty(unitId: number): void {
    this.#offDuty.add(unitId)
    this.#wake?.()
  }

  /** Write what there is, once, if the database takes it within a few seconds; the journal keeps the rest. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake?.()
    await this.#loop
  }

  async #run(): Promise<void> {
    for (;;) {
      const began = Date.now()
      const outcome = await this.#step()
      if (this.#stopped && outcome !== 'wrote') return
      if (outcome === 'failed') await this.#sleep(retryMs)
      // With a backlog it goes on at once.
      else if (outcome === 'idle' || this.#options.journal.pending < atLeast) await this.#sleep(Math.max(0, began + everyMs - Date.now()))
    }
  }

  async #step(): Promise<'wrote' | 'idle' | 'failed'> {
    const { db, journal, onAdopted, onError } = this.#options
    const leaving = [...this.#offDuty]
    try {
      const batch = await journal.read(atLeast)
      if (batch) {
        await writeFixes(db, batch.fixes)
        this.#written += batch.adopted ? 0 : batch.fixes.length
        await journal.release(batch)
        if (batch.adopted) onAdopted(batch.fixes)
      }
      if (leaving.length > 0) {
        await removeOffDuty(db, leaving)
        for (const id of leaving) this.#offDuty.delete(id)
      }
      return batch ? 'wrote' : 'idle'
    } catch (error) {
      if (!isConnectionError(error)) onError(error)
      return 'failed'
    }
  }

  #sleep(milliseconds: number): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    return new Promise(done => {
      const timer = setTimeout(done, milliseconds)
      this.#wake = () => { clearTimeout(timer); done() }
    })
  }
}
