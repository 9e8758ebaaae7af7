export type Values = Uint8Array | Uint16Array | Uint32Array

/** Rows by value: those of value v are `rows.subarray(starts[v], starts[v + 1])`, in the order they came in. */
export interface Order { rows: Uint32Array, starts: Uint32Array }

/**
 * Sort rows by a small whole number (counting sort, stable).
 *
 * @param values  one a row
 * @param size  how many values there are; each is below
 * @param before  an order of all rows that is kept among equals; that of the rows themselves where it is left out
 * @throws {RangeError} naming the row whose value isn't below `size`
 * Cost: O(rows + size).
 */
export function orderBy(values: Values, size: number, before?: Uint32Array): Order {
  const starts = new Uint32Array(size + 1)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (value >= size) throw new RangeError(`row ${row} has value ${value}; there are ${size}`)
    starts[value + 1]!++
  }
  for (let value = 0; value < size; value++) starts[value + 1]! += starts[value]!
  const next = starts.slice(0, size), rows = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const row = before ? before[i]! : i
    rows[next[values[row]!]!++] = row
  }
  return { rows, starts }
}
