/**
 * Counts how many times each content key came, in about 20 bytes a key: an open hash table of the first 52 bits of
 * the key, because a Map of a million texts is ten times that. Two contents that share those bits are counted
 * together, which is harmless: their keys differ in the rest.
 */
export class Occurrences {
  #keys = new Float64Array(1 << 16).fill(-1)
  #counts = new Uint32Array(1 << 16)
  #size = 0

  /** @param key  at least 13 hexadecimal digits; returns 1 the first time, 2 the second, … */
  add(key: string): number {
    if (this.#size * 2 > this.#keys.length) this.#grow()
    const bits = Number.parseInt(key.slice(0, 13), 16)
    const at = this.#slot(bits)
    if (this.#keys[at] !== bits) { this.#keys[at] = bits; this.#size++ }
    return ++this.#counts[at]!
  }

  #slot(bits: number): number {
    const mask = this.#keys.length - 1
    let at = bits % this.#keys.length
    while (this.#keys[at] !== -1 && this.#keys[at] !== bits) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const keys = this.#keys, counts = this.#counts
    this.#keys = new Float64Array(keys.length * 2).fill(-1)
    this.#counts = new Uint32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue
      const at = this.#slot(keys[i]!)
      this.#keys[at] = keys[i]!
      this.#counts[at] = counts[i]!
    }
  }
}
