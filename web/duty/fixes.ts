import { isPassing, isSignedOut } from './api.ts'
import type { Table } from './storage.ts'

/** Where the phone was, WGS 84. */
export interface Fix {
  /** Epoch milliseconds by the server's clock. */
  at: number
  longitude: number
  latitude: number
  accuracy_metres?: number
  /** Degrees clockwise from north. */
  heading?: number
  speed_kmh?: number
}

/** What is older is not sent any more: where somebody was earlier is nobody's business then. */
export const keptMilliseconds = 2 * 3_600_000
const leastMilliseconds = 2_000
const leastMetres = 8
const restMilliseconds = 15_000
const batch = 500

/** Whether a fix says something new: it moved, or some time went by. */
export function isNews(fix: Fix, last: Fix | undefined): boolean {
  if (!last) return true
  const passed = fix.at - last.at
  return passed >= restMilliseconds || (passed >= leastMilliseconds && metresBetween(fix, last) >= leastMetres)
}

/** Metres along the ground between two points, good to a part in a thousand over the size of a city. */
export function metresBetween(a: { longitude: number, latitude: number }, b: { longitude: number, latitude: number }): number {
  const radians = Math.PI / 180
  const x = (b.longitude - a.longitude) * Math.cos((a.latitude + b.latitude) / 2 * radians)
  return Math.hypot(x, b.latitude - a.latitude) * radians * 6_371_008.8
}

/** Fixes on their way to the server, oldest first, for two hours at most. */
export class FixQueue {
  readonly #table: Table<Fix>
  readonly #send: (fixes: readonly Fix[]) => Promise<unknown>
  #fixes: Fix[] = []
  #last: Fix | undefined
  #running: Promise<boolean> | undefined

  constructor(table: Table<Fix>, send: (fixes: readonly Fix[]) => Promise<unknown>) {
    this.#table = table
    this.#send = send
  }

  get waiting(): number { return this.#fixes.length }

  async load(now: number): Promise<void> {
    this.#fixes = (await this.#table.all()).sort((a, b) => a.at - b.at)
    await this.#forget(now)
  }

  /** @returns whether it was taken; one that says nothing new is not */
  async add(fix: Fix): Promise<boolean> {
    if (!isNews(fix, this.#last)) return false
    this.#last = fix
    this.#fixes.push(fix)
    await this.#table.put(fix.at, fix)
    await this.#forget(fix.at)
    return true
  }

  /** Send what waits, once at a time. @returns whether the server answered (also when nothing waited) */
  flush(): Promise<boolean> {
    return this.#running ??= this.#run().finally(() => { this.#running = undefined })
  }

  async clear(): Promise<void> {
    this.#fixes = []
    this.#last = undefined
    await this.#table.clear()
  }

  async #run(): Promise<boolean> {
    while (this.#fixes.length) {
      const sent = this.#fixes.slice(0, batch)
      try {
        await this.#send(sent)
      } catch (error) {
        // What the server won't have, such as positions of a unit that has gone off duty, isn't asked twice.
        if (isPassing(error) || isSignedOut(error)) return false
      }
      const done = new Set(sent)
      this.#fixes = this.#fixes.filter(fix => !done.has(fix))
      await this.#table.delete(...sent.map(fix => fix.at))
    }
    return true
  }

  async #forget(now: number): Promise<void> {
    const old = this.#fixes.filter(fix => fix.at < now - keptMilliseconds)
    if (old.length === 0) return
    this.#fixes = this.#fixes.filter(fix => fix.at >= now - keptMilliseconds)
    await this.#table.delete(...old.map(fix => fix.at))
  }
}
