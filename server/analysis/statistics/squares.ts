/** Points of a plane sorted by square, in typed arrays. */
export interface Squares {
  /** Squares that hold a point, numbered row by row from the south-west. */
  count: number
  /** Points of square s, in their own order: `order[start[s]] … order[start[s + 1] - 1]`. */
  start: Uint32Array
  order: Uint32Array
  squareOf: Uint32Array
  /** Call with every square within `reach` columns and rows, itself included. */
  around(square: number, reach: number, visit: (square: number) => void): void
}

/**
 * Sort points into squares.
 *
 * @param x,y    in the unit of `width`
 * @throws {RangeError} where the width isn't above 0, or so small that columns can't be told apart
 * Cost: O(points).
 */
export function bySquare(x: Float64Array, y: Float64Array, width: number): Squares {
  if (!(width > 0)) throw new RangeError(`squares are ${width} wide; that must be above 0`)
  let [west, south, east, north] = x.length ? [Infinity, Infinity, -Infinity, -Infinity] : [0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) { west = Math.min(west, x[i]!); south = Math.min(south, y[i]!); east = Math.max(east, x[i]!); north = Math.max(north, y[i]!) }
  const columns = Math.floor((east - west) / width) + 1, rows = Math.floor((north - south) / width) + 1
  if (columns * rows > Number.MAX_SAFE_INTEGER) throw new RangeError(`squares of ${width} are too small for ${east - west} × ${north - south}`)
  // An open hash table of the squares that hold a point: a grid over a whole city would be mostly empty.
  const slots = 2 ** Math.ceil(Math.log2(x.length * 2 + 2)), keys = new Float64Array(slots).fill(-1), numbers = new Uint32Array(slots)
  const slotOf = (key: number) => {
    let slot = (Math.imul(key % 4_294_967_296, 0x9E3779B1) ^ Math.imul(Math.floor(key / 4_294_967_296) + 1, 0x85EBCA6B)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (slots - 1)
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (slots - 1)
    return slot
  }
  const squareOf = new Uint32Array(x.length), keyOf: number[] = []
  for (let i = 0; i < x.length; i++) {
    const key = Math.floor((y[i]! - south) / width) * columns + Math.floor((x[i]! - west) / width), slot = slotOf(key)
    if (keys[slot] === -1) { keys[slot] = key; keyOf.push(key) }
    squareOf[i] = slot
  }
  // Numbered row by row from the south-west, so that neighbours lie near each other in memory.
  const sorted = Float64Array.from(keyOf).sort(), count = sorted.length
  for (let s = 0; s < count; s++) numbers[slotOf(sorted[s]!)] = s
  for (let i = 0; i < x.length; i++) squareOf[i] = numbers[squareOf[i]!]!
  const start = new Uint32Array(count + 1), order = new Uint32Array(x.length)
  for (const square of squareOf) start[square + 1]!++
  for (let s = 0; s < count; s++) start[s + 1]! += start[s]!
  const next = start.slice()
  for (let i = 0; i < x.length; i++) order[next[squareOf[i]!]!++] = i
  return {
    count, start, order, squareOf,
    around(square, reach, visit) {
      const key = sorted[square]!, row = Math.floor(key / columns), column = key % columns
      for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
        const slot = slotOf(r * columns + c)
        if (keys[slot] !== -1) visit(numbers[slot]!)
      }
    },
  }
}

/** Values in another order. */
export function gather(values: Float64Array, order: Uint32Array): Float64Array {
  const out = new Float64Array(order.length)
  for (let k = 0; k < order.length; k++) out[k] = values[order[k]!]!
  return out
}
