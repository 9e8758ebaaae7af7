import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database.ts'
import { isConnectionError } from '../errors.ts'
import { deliverDue } from './deliver.ts'

const tickMilliseconds = 1_000
/** After trouble with our own database. */
const restMilliseconds = 5_000

/** Sends what other departments are to be told: one loop a process, any number of processes. */
export class Outbox {
  readonly #db: Database
  readonly #ended = new AbortController()
  #running: Promise<void> | undefined
  #woken = Promise.withResolvers<void>()
  readonly #onError: (error: unknown) => void

  /** @param onError  told of trouble of our own; a database that can't be reached is told elsewhere, and a department's trouble is in its item */
  constructor(db: Database, onError: (error: unknown) => void) {
    this.#db = db
    this.#onError = onError
  }

  start(): void { this.#running ??= this.#loop() }

  /** Something was queued by this process: look at once. */
  wake(): void { this.#woken.resolve() }

  /** Ends after what is being sent was broken off; that is sent again by whoever runs next. */
  async stop(): Promise<void> {
    this.#ended.abort()
    this.wake()
    await this.#running
  }

  async #loop(): Promise<void> {
    const { signal } = this.#ended
    while (!signal.aborted) {
      this.#woken = Promise.withResolvers()
      const rest = await deliverDue(this.#db, signal).then(sent => sent > 0 ? 0 : tickMilliseconds, error => {
        if (!isConnectionError(error)) this.#onError(error)
        return restMilliseconds
      })
      if (rest > 0) await Promise.race([this.#woken.promise, sleep(rest, undefined, { signal }).catch(() => {})])
    }
  }
}
