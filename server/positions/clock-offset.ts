/** Batches that an offset is judged by. */
const kept = 8
const enough = 3
/** They agree when each is so near to the middle one. */
const agreeSeconds = 30

/**
 * How far a gateway's clock is ahead of ours (behind: negative), seen from how old the newest fix of each batch is when it
 * arrives. One late batch says nothing; several that agree do.
 */
export class ClockOffset {
  readonly #latest: number[] = []

  /** @param newestAt  of the batch's fixes @param now  both epoch milliseconds */
  note(newestAt: number, now: number): void {
    this.#latest.push((newestAt - now) / 1000)
    if (this.#latest.length > kept) this.#latest.shift()
  }

  /** Whole seconds; null while too few batches came or they don't agree. */
  get seconds(): number | null {
    if (this.#latest.length < enough) return null
    const middle = [...this.#latest].sort((a, b) => a - b)[this.#latest.length >> 1]!
    return this.#latest.every(each => Math.abs(each - middle) <= agreeSeconds) ? Math.round(middle) : null
  }
}
