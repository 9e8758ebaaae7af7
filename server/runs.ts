import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { NotFound } from './errors.ts'

/** Work that is asked for again by its id. `Outcome` is what came of it, `Progress` how far it is. */
export interface Run<Asked, Outcome, Progress> {
  id: string
  asked: Asked
  /** Accounts that asked. */
  owners: Set<number>
  key: string
  /** Epoch milliseconds. */
  at: number
  current: { state: 'running', progress: Progress } | Outcome | { state: 'cancelled' } | { state: 'failed', detail: string }
  /** How long it took; 0 until it has ended. */
  seconds: number
  settled: Promise<void>
  cancel(): void
}

/**
 * What is being worked on or was within the hour. Equal questions share one run; it is kept for an hour from when it was last
 * asked for anew, and what is cancelled ends at once.
 */
export class Runs<Asked, Outcome extends { state: string }, Progress> {
  readonly #what: string
  readonly #byKey = new Map<string, string>()
  readonly #runs: LRUCache<string, Run<Asked, Outcome, Progress>>

  /** @param what  as callers are told of one that isn't there */
  constructor(what: string, kept: number) {
    this.#what = what
    this.#runs = new LRUCache({
      max: kept, ttl: 3_600_000,
      // A key is known for as long as its run.
      dispose: ({ id, key }) => { if (this.#byKey.get(key) === id) this.#byKey.delete(key) },
    })
  }

  /** How many keys are known: never more than runs are kept. */
  get keys(): number { return this.#byKey.size }

  /**
   * Start, or join the run of the same question, unless that was cancelled or failed.
   *
   * @param question  equal for equal questions over equal data
   * @param asked     what is told with the answer
   * @param first     how far it is at the beginning
   * @param work      its signal is aborted when the run is cancelled; the run doesn't wait for it then
   */
  start(owner: number, question: unknown, asked: Asked, first: Progress, work: (tell: (progress: Progress) => void, signal: AbortSignal) => Promise<Outcome>): Run<Asked, Outcome, Progress> {
    const key = createHash('sha256').update(JSON.stringify(question)).digest('hex')
    // Who joins gets its hour too.
    const known = this.#runs.get(this.#byKey.get(key) ?? '', { updateAgeOnGet: true })
    if (known && known.current.state !== 'cancelled' && known.current.state !== 'failed') {
      known.owners.add(owner)
      return known
    }
    const abort = new AbortController(), began = performance.now()
    const run: Run<Asked, Outcome, Progress> = {
      id: randomUUID(), asked, owners: new Set([owner]), key, at: Date.now(), current: { state: 'running', progress: first }, seconds: 0, settled: Promise.resolve(),
      cancel() {
        // At once, so that nobody joins a run that is about to end.
        if (run.current.state === 'running') run.current = { state: 'cancelled' }
        abort.abort()
      },
    }
    const tell = (progress: Progress) => { if (run.current.state === 'running') run.current = { state: 'running', progress } }
    const end = (current: Run<Asked, Outcome, Progress>['current']) => {
      run.seconds = (performance.now() - began) / 1000
      run.current = abort.signal.aborted ? { state: 'cancelled' } : current
    }
    run.settled = unlessAborted(work(tell, abort.signal), abort.signal).then(end, error => end({ state: 'failed', detail: (error as Error).message }))
    this.#runs.set(run.id, run)
    this.#byKey.set(key, run.id)
    return run
  }

  /** @throws {NotFound} for a run that was never started, was last asked for more than an hour ago, or is somebody else's: what was asked is theirs */
  own(id: string, accountId: number): Run<Asked, Outcome, Progress> {
    const run = this.#runs.get(id)
    if (!run?.owners.has(accountId)) throw new NotFound(this.#what, id)
    return run
  }

  /**
   * Give up an account's run: it ends unless others wait for the same answer. For the one who leaves it is cancelled either way.
   *
   * @throws {NotFound} as `own`
   */
  async leave<A>(id: string, accountId: number, answerOf: (run: Run<Asked, Outcome, Progress>) => A): Promise<A | { id: string, state: 'cancelled' }> {
    const run = this.own(id, accountId)
    run.owners.delete(accountId)
    if (run.owners.size > 0) return { id, state: 'cancelled' }
    run.cancel()
    await run.settled
    return answerOf(run)
  }

  stop(): void { for (const run of this.#runs.values()) run.cancel() }
}

/** Wait until a run has ended, or for so long; no timer is left behind. */
export async function settledWithin({ settled }: Pick<Run<unknown, unknown, unknown>, 'settled'>, milliseconds = 300): Promise<void> {
  const over = new AbortController()
  await Promise.race([settled, sleep(milliseconds, undefined, { signal: over.signal }).catch(() => {})])
  over.abort()
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
