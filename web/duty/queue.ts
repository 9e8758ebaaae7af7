import { ApiProblem } from '../api.ts'
import type { Action, Outcome, Queued } from './actions.ts'
import { isPassing, isSignedOut } from './api.ts'
import type { Table } from './storage.ts'

/** As many as one request carries. */
const batch = 20
/** What another account left on this phone is forgotten after a day. */
const keptMilliseconds = 24 * 3_600_000

export type Flushed = 'empty' | 'no answer' | 'signed out'

/**
 * Taps that the server has not acknowledged. Each is on the disk before the screen shows it, is sent in the order of the
 * taps, and goes only when the server has said what became of it; a key makes sending it twice harmless.
 */
export class ActionQueue {
  readonly #table: Table<Queued>
  readonly #send: (actions: readonly Action[]) => Promise<Outcome[]>
  readonly #changed: (items: readonly Queued[], done: readonly Queued[]) => void
  #account = 0
  #items: Queued[] = []
  #last = 0
  #running: Promise<Flushed> | undefined
  /** Counts clearings, so that an answer that comes after one changes nothing. */
  #life = 0

  /**
   * @param send     hands actions to the server
   * @param changed  hears of every change: what the queue then holds, and what the server has just acknowledged
   */
  constructor(table: Table<Queued>, send: (actions: readonly Action[]) => Promise<Outcome[]>, changed: (items: readonly Queued[], done: readonly Queued[]) => void) {
    this.#table = table
    this.#send = send
    this.#changed = changed
  }

  get items(): readonly Queued[] { return this.#items }
  get waiting(): readonly Queued[] { return this.#items.filter(item => item.refused === null) }

  /** Take up what this account left. What others left stays for them, for a day. */
  async load(account: number, now: number): Promise<void> {
    const stored = (await this.#table.all()).sort((a, b) => a.sequence - b.sequence)
    const old = stored.filter(item => item.account !== account && Date.parse(item.action.at) < now - keptMilliseconds)
    if (old.length) await this.#table.delete(...old.map(item => item.sequence))
    this.#account = account
    this.#last = stored.at(-1)?.sequence ?? 0
    this.#items = stored.filter(item => item.account === account)
    this.#changed(this.#items, [])
  }

  /** Resolves when it is on the disk. */
  async add(action: Action, more: Pick<Queued, 'meaning'> = {}): Promise<void> {
    const item: Queued = { sequence: ++this.#last, account: this.#account, action, refused: null, ...more }
    await this.#table.put(item.sequence, item)
    this.#set([...this.#items, item])
  }

  /** Send all that waits. Whoever asks while it runs gets the end of that run. */
  flush(): Promise<Flushed> {
    return this.#running ??= this.#run().finally(() => { this.#running = undefined })
  }

  /** Forget a refused one, read and understood. */
  async dismiss(key: string): Promise<void> {
    await this.#drop(this.#items.filter(item => item.action.key === key && item.refused !== null))
  }

  async clear(): Promise<void> {
    this.#life++
    await this.#drop(this.#items)
  }

  async #run(): Promise<Flushed> {
    let size = batch
    const life = this.#life
    while (this.waiting.length) {
      const sent = this.waiting.slice(0, size)
      let outcomes: Outcome[]
      try {
        outcomes = await this.#send(sent.map(item => item.action))
      } catch (error) {
        if (isSignedOut(error)) return 'signed out'
        if (isPassing(error)) return 'no answer'
        if (!(error instanceof ApiProblem)) throw error
        // Refused as a whole, and one of them may be why: alone it takes its refusal, and the others go on.
        if (sent.length > 1) { size = 1; continue }
        outcomes = [{ key: sent[0]!.action.key, ok: false, repeated: false, late: false, reason: error.message }]
      }
      if (life !== this.#life) return 'empty'
      await this.#settle(sent, outcomes)
    }
    return 'empty'
  }

  async #settle(sent: readonly Queued[], outcomes: readonly Outcome[]): Promise<void> {
    const byKey = new Map(outcomes.map(outcome => [outcome.key, outcome]))
    const answered = sent.filter(item => byKey.has(item.action.key))
    if (answered.length === 0) throw new Error('the server answered for none of the actions that it was sent')
    await this.#drop(answered.filter(item => byKey.get(item.action.key)!.ok), true)
    for (const item of answered) {
      const outcome = byKey.get(item.action.key)!
      if (outcome.ok) continue
      const refused = { ...item, refused: outcome.reason ?? '' }
      await this.#table.put(item.sequence, refused)
      this.#set(this.#items.map(each => each.sequence === item.sequence ? refused : each))
    }
  }

  async #drop(gone: readonly Queued[], acknowledged = false): Promise<void> {
    if (gone.length === 0) return
    const sequences = new Set(gone.map(item => item.sequence))
    await this.#table.delete(...sequences)
    this.#set(this.#items.filter(item => !sequences.has(item.sequence)), acknowledged ? gone : [])
  }

  #set(items: Queued[], done: readonly Queued[] = []): void {
    this.#items = items
    this.#changed(items, done)
  }
}
