/** How far back, in milliseconds from the newest, instants are remembered: an hour that is repeated, and some more. */
export const rememberedMs = 65 * 60_000

/**
 * The instants of one unit's fixes that were heard within the last hour or so, exactly: sorted, four bytes each.
 * Five thousand units that report every second come to 80 MB.
 */
export class SeenInstants {
  #base = 0
  #offsets = new Uint32Array(8)
  #count = 0

  get count(): number { return this.#count }

  has(at: number): boolean {
    const index = this.#indexOf(at - this.#base)
    return index < this.#count && this.#offsets[index] === at - this.#base
  }

  /** Remember an instant. One further back than is remembered at all is not. */
  add(at: number): void {
    if (this.#count === 0) this.#base = at - rememberedMs
    const newest = this.#base + (this.#offsets[this.#count - 1] ?? rememberedMs)
    if (at < newest - rememberedMs || this.has(at)) return
    if (at > newest) this.#forgetBefore(at - rememberedMs)
    if (at < this.#base) this.#rebase(at)
    if (this.#count === this.#offsets.length) {
      const larger = new Uint32Array(this.#count * 2)
      larger.set(this.#offsets)
      this.#offsets = larger
    }
    const index = this.#indexOf(at - this.#base)
    this.#offsets.copyWithin(index + 1, index, this.#count)
    this.#offsets[index] = at - this.#base
    this.#count++
  }

  /** As if it had not been heard. */
  delete(at: number): void {
    if (!this.has(at)) return
    const index = this.#indexOf(at - this.#base)
    this.#offsets.copyWithin(index, index + 1, this.#count)
    this.#count--
  }

  /** Where this offset is, or would be put. Mostly it is beyond the last. */
  #indexOf(offset: number): number {
    let low = 0, high = this.#count
    if (high === 0 || this.#offsets[high - 1]! < offset) return high
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#offsets[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Only when there is no room, or offsets would outgrow 32 bits: dropping one at a time would move all the others. */
  #forgetBefore(limit: number): void {
    if (this.#count < this.#offsets.length && limit - this.#base < 2 ** 31) return
    const first = this.#indexOf(limit - this.#base)
    this.#offsets.copyWithin(0, first, this.#count)
    this.#count -= first
    this.#rebase(limit)
  }

  #rebase(base: number): void {
    const by = this.#base - base
    for (let i = 0; i < this.#count; i++) this.#offsets[i] = this.#offsets[i]! + by
    this.#base = base
  }
}
