/**
 * The ancestor of an H3 cell at a coarser resolution by bit arithmetic on its two halves, and a number for each
 * ancestor: a million cells in some milliseconds. The index keeps its resolution in bits 52 to 55 and one digit of
 * three bits a level below; digits that aren't used hold 7.
 *
 * @param upper,lower  halves of cells of resolution 12, as columns
 * @returns `number[i]` of row i's ancestor, and the ancestors in hexadecimal by number, in order of appearance
 */
export function numberAncestors(upper: Int32Array, lower: Int32Array, resolution: number, rows: Uint32Array): { number: Uint32Array, cells: string[] } {
  if (!Number.isInteger(resolution) || resolution < 0 || resolution > 12) throw new RangeError(`resolution ${resolution} is outside 0–12`)
  const free = 3 * (15 - resolution)
  const lowMask = free >= 32 ? 0xFFFFFFFF : free === 0 ? 0 : (2 ** free - 1) >>> 0
  const highMask = free > 32 ? (2 ** (free - 32) - 1) >>> 0 : 0
  const numbers = new Map<number, number>(), cells: string[] = []
  const number = new Uint32Array(rows.length)
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!
    const high = (((upper[i]! & ~(15 << 20)) | (resolution << 20)) | highMask) >>> 0, low = (lower[i]! | lowMask) >>> 0
    // The mode and unused bits are the same for all: 52 bits are left, which a double holds exactly.
    const key = (high & 0xFFFFF) * 2 ** 32 + low
    let known = numbers.get(key)
    if (known === undefined) {
      known = cells.length
      numbers.set(key, known)
      cells.push((high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')).replace(/^0/, ''))
    }
    number[k] = known
  }
  return { number, cells }
}
