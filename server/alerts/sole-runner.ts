import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, openPool, type Database } from '../database.ts'

export interface SoleRunnerOptions {
  databaseUrl: string
  statementTimeoutMs: number
  /** Which work; processes of one database that name the same one take it in turns. */
  name: string
  everyMs: number
  /** `reason` is undefined for the regular rounds. All its queries go through this connection, which holds the lock. */
  work: (db: Database, reason: string | undefined) => Promise<void>
  onError: (error: unknown) => void
}

/**
 * Work that exactly one process of a database does, again and again.
 *
 * Who holds an advisory lock on a connection of its own does it, **on that very connection**: when the connection dies,
 * the lock goes and so does whatever the work was writing, and another process takes over within a round.
 */
export class SoleRunner {
  readonly #options: SoleRunnerOptions
  readonly #stop = new AbortController()
  #reasons = new Set<string>()
  #wake: AbortController | undefined
  #holds = false
  #done: Promise<void> = Promise.resolve()

  constructor(options: SoleRunnerOptions) { this.#options = options }

  /** Whether this process is the one, as far as it knows. */
  get holds(): boolean { return this.#holds }

  start(): void { this.#done = this.#run() }

  async stop(): Promise<void> {
    this.#stop.abort()
    this.#wake?.abort()
    await this.#done
  }

  /** Don't wait for the next round. Without effect where another process is the one: it is woken the same way. */
  nudge(reason: string): void {
    if (!this.#holds) return
    this.#reasons.add(reason)
    this.#wake?.abort()
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const db = openDatabase(openPool(this.#options.databaseUrl, { poolSize: 1, statementTimeoutMs: this.#options.statementTimeoutMs }))
      try {
        await db.connection().execute(connection => this.#hold(connection))
      } catch (error) {
        if (!this.#stop.signal.aborted) this.#options.onError(error)
      } finally {
        this.#holds = false
        await db.destroy().catch(() => {})
      }
      await this.#rest(Math.min(1_000, this.#options.everyMs))
    }
  }

  async #hold(connection: Database): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const { rows: [row] } = await sql<{ locked: boolean }>`SELECT pg_try_advisory_lock(hashtext('yizhangtu'), hashtext(${this.#options.name})) AS locked`.execute(connection)
      if (row!.locked) break
      await this.#rest(this.#options.everyMs)
    }
    if (this.#stop.signal.aborted) return
    this.#holds = true
    let next = 0
    while (!this.#stop.signal.aborted) {
      const reasons = [...this.#reasons]
      this.#reasons.clear()
      // A regular round does all; what happened in between is looked at by itself.
      if (Date.now() >= next) {
        next = Date.now() + this.#options.everyMs
        await this.#options.work(connection, undefined)
      } else for (const reason of reasons) await this.#options.work(connection, reason)
      if (this.#reasons.size === 0) await this.#rest(Math.max(0, next - Date.now()))
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    if (this.#stop.signal.aborted) return
    this.#wake = new AbortController()
    await sleep(milliseconds, undefined, { signal: this.#wake.signal }).catch(() => {})
  }
}
