import { orderBy, type Order, type Values } from './order.ts'

/** Each row falls into one of `size` groups. */
export interface Dimension { values: Values, size: number }

type Range = [from: number, to: number]

/** Above this share of all rows, they are gone through as they lie in memory instead of group by group. */
const sweepShare = 0.15

/** Rows are then looked at and counted a part at a time, so that what was looked at is still near when it is counted. */
const part = 4096

/**
 * Filters that know of each other: each dimension's counts are of the rows that all *other* filters allow, so that a
 * chart shows what its own brush could still reach.
 *
 * A row carries a bit for every filter that refuses it. Moving a filter touches only rows that enter or leave it, and of
 * those only the counts that change: all of the others' where nothing else refuses the row, one where one other filter
 * does, none where two do. (Refusals as bits: Square's Crossfilter, 2012.) The groups of a row stand side by side, so
 * that a row costs one visit to memory whatever the number of dimensions.
 *
 * Memory: 6 to 8 bytes a row and dimension, 1 byte a row for the bits.
 */
export class Crossfilter {
  readonly rows: number
  /** A bit for each filter that refuses the row: `1 << dimension`, then one for each extra. 0 is a chosen row. */
  readonly refused: Uint8Array
  /** Counts of each dimension's groups under all filters but its own. */
  readonly counts: readonly Uint32Array[]
  /** How many rows all filters allow. */
  chosen: number
  readonly #dimensions: number
  readonly #extras: number
  readonly #orders: readonly Order[]
  readonly #allowed: readonly Uint8Array[]
  /** Where a dimension's filter is a range, which one. */
  readonly #ranges: (Range | null)[]
  /** Row by row, where in `#flat` each dimension counts it. */
  readonly #places: Uint16Array | Uint32Array
  readonly #flat: Uint32Array
  readonly #starts: readonly number[]
  #touched: [number, number] = [Infinity, 0]

  /**
   * @param dimensions  called by index from here on
   * @param extras  how many filters there are beside them that no chart shows, such as the view of the map
   * @throws {RangeError} where columns differ in length, a value isn't below its size, or filters don't fit into a byte
   */
  constructor(dimensions: readonly Dimension[], extras = 0) {
    if (dimensions.length + extras > 8) throw new RangeError(`${dimensions.length + extras} filters; a byte holds 8`)
    const rows = this.rows = dimensions[0]?.values.length ?? 0
    for (const [i, { values }] of dimensions.entries()) if (values.length !== rows) throw new RangeError(`dimension ${i} has ${values.length} rows; dimension 0 has ${rows}`)
    const width = this.#dimensions = dimensions.length
    this.#extras = extras
    this.#orders = dimensions.map(({ values, size }) => orderBy(values, size))
    this.#allowed = dimensions.map(({ size }) => new Uint8Array(size).fill(1))
    this.#ranges = dimensions.map(({ size }): Range => [0, size])
    this.refused = new Uint8Array(rows)
    this.chosen = rows
    const sizes = dimensions.map(({ size }) => size), groups = sizes.reduce((a, b) => a + b, 0)
    this.#starts = sizes.map((_, i) => sizes.slice(0, i).reduce((a, b) => a + b, 0))
    this.#flat = new Uint32Array(groups)
    this.counts = sizes.map((size, i) => this.#flat.subarray(this.#starts[i], this.#starts[i]! + size))
    const places = this.#places = groups > 65_536 ? new Uint32Array(rows * width) : new Uint16Array(rows * width)
    for (const [i, { values }] of dimensions.entries()) {
      const start = this.#starts[i]!
      for (let row = 0, at = i; row < rows; row++, at += width) places[at] = start + values[row]!
      const { starts } = this.#orders[i]!
      this.counts[i]!.forEach((_, value, counts) => { counts[value] = starts[value + 1]! - starts[value]! })
    }
  }

  /** Whether a dimension's own filter allows a group. */
  allows(dimension: number, group: number): boolean { return this.#allowed[dimension]![group] === 1 }

  /** Allow groups `from` up to, not including, `to`: a brush over an ordered dimension. Cost: O(what enters or leaves). */
  range(dimension: number, from: number, to: number): void {
    const before = this.#ranges[dimension], size = this.#allowed[dimension]!.length
    const now: Range = this.#ranges[dimension] = [Math.max(0, Math.min(from, size)), Math.max(0, Math.min(Math.max(from, to), size))]
    const changed: number[] = []
    const look = (a: number, b: number) => {
      for (let group = Math.min(a, b); group < Math.max(a, b); group++) if ((group >= from && group < to) !== this.allows(dimension, group)) changed.push(group)
    }
    if (!before) look(0, size)
    // Only what lies between the beginnings or between the ends of two ranges can change.
    else if (before[1] <= now[0] || now[1] <= before[0]) { look(...before); look(...now) }
    else { look(before[0], now[0]); look(before[1], now[1]) }
    this.#change(dimension, changed)
  }

  /** Allow some groups; null for all. Cost: O(groups + rows that enter or leave). */
  only(dimension: number, allowed: ReadonlySet<number> | null): void {
    if (allowed === null) return this.range(dimension, 0, this.#allowed[dimension]!.length)
    this.#ranges[dimension] = null
    const changed: number[] = []
    for (let group = 0; group < this.#allowed[dimension]!.length; group++) if (allowed.has(group) !== this.allows(dimension, group)) changed.push(group)
    this.#change(dimension, changed)
  }

  #change(dimension: number, changed: readonly number[]): void {
    const allowed = this.#allowed[dimension]!, { rows, starts } = this.#orders[dimension]!
    let count = 0
    for (const group of changed) {
      allowed[group]! ^= 1
      count += starts[group + 1]! - starts[group]!
    }
    if (count > this.rows * sweepShare) return this.#sweep(dimension)
    // Neighbours that change alike lie together.
    for (let i = 0, next = 0; i < changed.length; i = next) {
      for (next = i + 1; changed[next] === changed[next - 1]! + 1 && allowed[changed[next]!] === allowed[changed[i]!]; next++);
      this.#flip(dimension, rows.subarray(starts[changed[i]!], starts[changed[next - 1]! + 1]), allowed[changed[i]!] === 0)
    }
  }

  /** Put every row's bit right, in the order of memory. */
  #sweep(dimension: number): void {
    const { refused, rows } = this, places = this.#places, width = this.#dimensions, allowed = this.#allowed[dimension]!
    const start = this.#starts[dimension]!, leave = new Uint32Array(part), enter = new Uint32Array(part)
    for (let from = 0; from < rows; from += part) {
      let left = 0, entered = 0
      for (let row = from, end = Math.min(rows, from + part), at = from * width + dimension; row < end; row++, at += width) {
        const isRefused = refused[row]! >> dimension & 1
        // Written either way and kept only where it counts: no branch to guess.
        enter[entered] = leave[left] = row
        const change = isRefused ^ allowed[places[at]! - start]! ^ 1
        entered += change & isRefused
        left += change & isRefused ^ change
      }
      this.#flip(dimension, leave.subarray(0, left), true)
      this.#flip(dimension, enter.subarray(0, entered), false)
    }
  }

  /**
   * Set an extra filter. Cost: O(rows), where a row that stays as it is costs a comparison.
   *
   * @param extra  0 for the first of them
   * @param allows  by row
   */
  extra(extra: number, allows: (row: number) => boolean): void {
    if (!(extra >= 0 && extra < this.#extras)) throw new RangeError(`extra filter ${extra}; there are ${this.#extras}`)
    const { refused, rows } = this, filter = this.#dimensions + extra, leave = new Uint32Array(part), enter = new Uint32Array(part)
    for (let from = 0; from < rows; from += part) {
      let left = 0, entered = 0
      for (let row = from, end = Math.min(rows, from + part); row < end; row++) {
        const isRefused = (refused[row]! >> filter & 1) === 1
        if (allows(row) === isRefused) { if (isRefused) enter[entered++] = row; else leave[left++] = row }
      }
      this.#flip(filter, leave.subarray(0, left), true)
      this.#flip(filter, enter.subarray(0, entered), false)
    }
  }

  /** Set or take a filter's bit of rows that don't have it so yet, and count what follows from it. */
  #flip(filter: number, rows: Uint32Array, refuse: boolean): void {
    const { refused } = this, places = this.#places, flat = this.#flat, width = this.#dimensions
    const bit = 1 << filter, step = refuse ? -1 : 1, own = filter < width ? filter : -1
    let gained = 0, [first, last] = this.#touched
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!, others = refused[row]! & ~bit
      refused[row] = refuse ? others | bit : others
      if (row < first) first = row
      if (row >= last) last = row + 1
      if (others === 0) {
        const at = row * width
        gained += step
        for (let k = 0; k < width; k++) flat[places[at + k]!]! += step
        if (own >= 0) flat[places[at + own]!]! -= step
      } else if ((others & others - 1) === 0) {
        const other = 31 - Math.clz32(others)
        if (other < width) flat[places[row * width + other]!]! += step
      }
    }
    this.chosen += gained
    this.#touched = [first, last]
  }

  /** The span of rows whose bits changed since this was last asked, the end excluded; null where none did. */
  takeTouched(): [number, number] | null {
    const touched = this.#touched
    this.#touched = [Infinity, 0]
    return touched[0] < touched[1] ? touched : null
  }
}
