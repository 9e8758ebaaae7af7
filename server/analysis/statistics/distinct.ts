/** Points that lie on the very same spot, as one each: many incidents are reported from one address. */
export interface Distinct {
  x: Float64Array
  y: Float64Array
  /** How many points lie there. */
  weight: Uint32Array
  /** The spot of each point; spots are numbered in order of their first point. */
  spotOf: Uint32Array
}

/** Cost: O(points), by an open hash table over the bits of both numbers. */
export function distinctPoints(x: Float64Array, y: Float64Array): Distinct {
  const n = x.length, slots = 2 ** Math.ceil(Math.log2(n * 2 + 2)), first = new Int32Array(slots).fill(-1)
  const bits = new Int32Array(4), numbers = new Float64Array(bits.buffer)
  const spotOf = new Uint32Array(n), of = new Uint32Array(n), weight = new Uint32Array(n)
  let count = 0
  for (let i = 0; i < n; i++) {
    numbers[0] = x[i]! + 0
    numbers[1] = y[i]! + 0
    let hash = Math.imul(bits[0]! ^ Math.imul(bits[1]!, 0x9E3779B1), 0x85EBCA6B) ^ Math.imul(bits[2]! ^ Math.imul(bits[3]!, 0xC2B2AE35), 0x27D4EB2F)
    hash = (hash ^ (hash >>> 15)) & (slots - 1)
    while (first[hash] !== -1 && (x[of[first[hash]!]!] !== x[i] || y[of[first[hash]!]!] !== y[i])) hash = (hash + 1) & (slots - 1)
    if (first[hash] === -1) { first[hash] = count; of[count++] = i }
    spotOf[i] = first[hash]!
    weight[spotOf[i]!]!++
  }
  return { x: Float64Array.from(of.subarray(0, count), i => x[i]!), y: Float64Array.from(of.subarray(0, count), i => y[i]!), weight: weight.slice(0, count), spotOf }
}
