import { metresBetween, metresToMeridian, metresToParallel } from './distance.ts'

/** Edge of a cell in degrees: about a kilometre, so that a city's ten thousand units come to a handful a cell. */
const size = 0.01
const columns = Math.round(360 / size)

export interface Found { slot: number, metres: number }

/**
 * Points by slot number in a uniform grid over the globe: a cell's points are a doubly linked list in typed arrays.
 * Placing, moving and removing cost the same however many there are.
 */
export class PointGrid {
  #longitudes = new Float64Array(1024)
  #latitudes = new Float64Array(1024)
  #cells = new Float64Array(1024).fill(-1)
  #next = new Int32Array(1024)
  #previous = new Int32Array(1024)
  readonly #heads = new Map<number, number>()
  #count = 0

  get count(): number { return this.#count }

  /** Put a point, or move it. */
  place(slot: number, longitude: number, latitude: number): void {
    if (slot >= this.#cells.length) this.#grow(slot)
    this.#longitudes[slot] = longitude
    this.#latitudes[slot] = latitude
    const cell = cellAt(columnOf(longitude), rowOf(latitude))
    if (this.#cells[slot] === cell) return
    this.remove(slot)
    const head = this.#heads.get(cell) ?? -1
    this.#next[slot] = head
    this.#previous[slot] = -1
    if (head >= 0) this.#previous[head] = slot
    this.#heads.set(cell, slot)
    this.#cells[slot] = cell
    this.#count++
  }

  remove(slot: number): void {
    const cell = this.#cells[slot] ?? -1
    if (cell < 0) return
    const next = this.#next[slot]!, previous = this.#previous[slot]!
    if (next >= 0) this.#previous[next] = previous
    if (previous >= 0) this.#next[previous] = next
    else if (next >= 0) this.#heads.set(cell, next)
    else this.#heads.delete(cell)
    this.#cells[slot] = -1
    this.#count--
  }

  /**
   * The nearest points, nearest first; of points equally far the lower slot.
   * Cells are searched in rings outwards until no unseen one can be nearer. Where that visits many cells for few
   * points (far away, or hardly any accepted), all points are looked at instead.
   */
  nearest(longitude: number, latitude: number, limit: number, accept: (slot: number) => boolean): Found[] {
    const best: Found[] = []
    if (limit < 1) return best
    const offer = (slot: number) => {
      const metres = metresBetween(longitude, latitude, this.#longitudes[slot]!, this.#latitudes[slot]!)
      const worst = best[limit - 1]
      if (worst !== undefined && !isBefore(metres, slot, worst)) return
      if (accept(slot)) insert(best, { slot, metres }, limit)
    }
    const column = columnOf(longitude), row = rowOf(latitude)
    let visited = 0
    for (let ring = 0; ; ring++) {
      if (visited > this.#count / 8 + 64) {
        best.length = 0
        this.#all(offer)
        return best
      }
      visited += this.#ring(column, row, ring, offer)
      const bound = Math.min(metresToParallel(ring * size), metresToMeridian(ring * size, latitude))
      if (best.length === limit && best[limit - 1]!.metres < bound) return best
    }
  }

  /** Visit the cells at this Chebyshev distance. @returns how many */
  #ring(column: number, row: number, ring: number, offer: (slot: number) => void): number {
    for (let step = -ring; step <= ring; step++) {
      this.#cell(column + step, row - ring, offer)
      if (ring > 0) this.#cell(column + step, row + ring, offer)
    }
    for (let step = -ring + 1; step < ring; step++) {
      this.#cell(column - ring, row + step, offer)
      this.#cell(column + ring, row + step, offer)
    }
    return ring === 0 ? 1 : 8 * ring
  }

  #cell(column: number, row: number, offer: (slot: number) => void): void {
    for (let slot = this.#heads.get(cellAt((column + columns) % columns, row)) ?? -1; slot >= 0; slot = this.#next[slot]!) offer(slot)
  }

  #all(offer: (slot: number) => void): void {
    for (const head of this.#heads.values()) for (let slot = head; slot >= 0; slot = this.#next[slot]!) offer(slot)
  }

  #grow(slot: number): void {
    const length = Math.max(slot + 1, this.#cells.length * 2)
    const copy = <T extends Float64Array | Int32Array>(to: T, from: T): T => { to.set(from); return to }
    this.#longitudes = copy(new Float64Array(length), this.#longitudes)
    this.#latitudes = copy(new Float64Array(length), this.#latitudes)
    this.#cells = copy(new Float64Array(length).fill(-1), this.#cells)
    this.#next = copy(new Int32Array(length), this.#next)
    this.#previous = copy(new Int32Array(length), this.#previous)
  }
}

const columnOf = (longitude: number): number => (Math.floor((longitude + 180) / size) % columns + columns) % columns
const rowOf = (latitude: number): number => Math.floor((latitude + 90) / size)
const cellAt = (column: number, row: number): number => row * columns + column

const isBefore = (metres: number, slot: number, other: Found): boolean => metres < other.metres || (metres === other.metres && slot < other.slot)

function insert(best: Found[], found: Found, limit: number): void {
  let at = best.length
  while (at > 0 && isBefore(found.metres, found.slot, best[at - 1]!)) at--
  best.splice(at, 0, found)
  if (best.length > limit) best.pop()
}
