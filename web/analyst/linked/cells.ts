import { cellToLatLng } from 'h3-js'

/** Coarser cells of rows: `of[row]` is a place in `ids`. */
export interface RowCells { resolution: number, ids: string[], of: Uint16Array }

/** More circles than this can't be told apart on a screen, and each costs on every step of a brush. */
const most = 4000
const resolutions = [8, 7, 6, 5] as const

/**
 * The cells that rows lie in, at the finest resolution that doesn't give too many.
 *
 * @param high, low  halves of an H3 index of resolution 12 a row
 * @throws {RangeError} naming the row whose index isn't of resolution 12
 */
export function cellsOf(high: Uint32Array, low: Uint32Array): RowCells {
  for (let row = 0; row < high.length; row++) if ((high[row]! >>> 20 & 15) !== 12) throw new RangeError(`row ${row} has cell ${hex(high[row]!, low[row]!)} of resolution ${high[row]! >>> 20 & 15}; it must be 12`)
  for (const resolution of resolutions) {
    const cells = parents(high, low, resolution)
    if (cells.ids.length <= most || resolution === resolutions.at(-1)) return cells
  }
  throw new Error('unreachable')
}

/** Bits of an H3 index: 4 of resolution from bit 52, then 3 a digit, the unused ones all set. Digits 5 and finer lie in the lower half. */
function parents(high: Uint32Array, low: Uint32Array, resolution: number): RowCells {
  const unused = 45 - 3 * resolution, filled = (1 << unused) - 1
  const tables = new Map<number, Int32Array>()
  const ids: string[] = [], of = new Uint16Array(high.length)
  let table: Int32Array | undefined, tableOf = -1
  for (let row = 0; row < high.length; row++) {
    const upper = high[row]!, lower = low[row]! >>> unused
    if (upper !== tableOf) {
      table = tables.get(upper)
      if (!table) tables.set(upper, table = new Int32Array(1 << 32 - unused).fill(-1))
      tableOf = upper
    }
    let index = table![lower]!
    if (index < 0) {
      index = table![lower] = ids.push(hex((upper & ~(15 << 20) | resolution << 20) >>> 0, (low[row]! | filled) >>> 0)) - 1
      if (ids.length > 65_535) return { resolution, ids, of }
    }
    of[row] = index
  }
  return { resolution, ids, of }
}

const hex = (high: number, low: number): string => high.toString(16) + low.toString(16).padStart(8, '0')

/** Middles of cells: longitude and latitude, degrees. */
export const middlesOf = (ids: readonly string[]): [number, number][] => ids.map(id => cellToLatLng(id).toReversed() as [number, number])
