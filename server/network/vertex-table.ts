/** Numbers points from 0 in the order they come; equal coordinates have one number. Open addressing, linear probing. */
export class VertexTable {
  #slots = new Int32Array(1 << 12).fill(-1)
  #points = new Int32Array(1 << 12)
  count = 0

  /** The number of a point in 1e-7 degrees, a new one where it wasn't there. */
  number(x: number, y: number): number {
    const slot = this.#slot(x, y)
    if (this.#slots[slot] !== -1) return this.#slots[slot]!
    if (this.count * 2 + 2 > this.#points.length) this.#points = grown(this.#points)
    this.#points[this.count * 2] = x
    this.#points[this.count * 2 + 1] = y
    this.#slots[slot] = this.count
    if (++this.count * 2 > this.#slots.length) this.#rehash()
    return this.count - 1
  }

  /** The number of a point that is there; -1 where it isn't. */
  find(x: number, y: number): number { return this.#slots[this.#slot(x, y)]! }

  x(vertex: number): number { return this.#points[vertex * 2]! }
  y(vertex: number): number { return this.#points[vertex * 2 + 1]! }

  #slot(x: number, y: number): number {
    const mask = this.#slots.length - 1
    let hash = Math.imul(x, 0x9E3779B1) ^ Math.imul(y, 0x85EBCA77)
    hash = Math.imul(hash ^ hash >>> 15, 0x2C1B3C6D)
    for (let slot = (hash ^ hash >>> 13) & mask; ; slot = (slot + 1) & mask) {
      const held = this.#slots[slot]!
      if (held === -1 || this.#points[held * 2] === x && this.#points[held * 2 + 1] === y) return slot
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1)
    for (let v = 0; v < this.count; v++) this.#slots[this.#slot(this.x(v), this.y(v))] = v
  }
}

/** Twice as long, the same at the front. */
export function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
