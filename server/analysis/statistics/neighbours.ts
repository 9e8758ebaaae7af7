import { gridDisk } from 'h3-js'

/** Who neighbours whom, in compressed rows: the neighbours of `i` are `index[offset[i]] … index[offset[i + 1] - 1]`. */
export interface Neighbours { offset: Uint32Array, index: Uint32Array }

/**
 * Neighbours of H3 cells within `steps` of each other, as far as they are among `cells`.
 *
 * @param cells  hexadecimal, all of one resolution, each once
 * @param self   whether a cell is its own neighbour
 * @throws {RangeError} where a cell comes twice
 * Cost: O(cells × (3 steps² + 3 steps + 1)).
 */
export function cellNeighbours(cells: readonly string[], steps: number, self: boolean): Neighbours {
  const place = new Map(cells.map((cell, i) => [cell, i]))
  if (place.size !== cells.length) throw new RangeError(`${cells.length - place.size} cells come twice`)
  const offset = new Uint32Array(cells.length + 1)
  const index: number[] = []
  cells.forEach((cell, i) => {
    for (const near of gridDisk(cell, steps)) {
      const j = place.get(near)
      if (j !== undefined && (self || j !== i)) index.push(j)
    }
    offset[i + 1] = index.length
  })
  return { offset, index: Uint32Array.from(index) }
}

/**
 * Neighbours of points on a plane no further apart than `distance`.
 *
 * @param x,y  in the unit of `distance`
 * Cost: O(points × neighbours), by a grid of that width.
 */
export function pointNeighbours(x: Float64Array, y: Float64Array, distance: number, self: boolean): Neighbours {
  if (!(distance > 0)) throw new RangeError(`distance ${distance} must be above 0`)
  const columnOf = (value: number) => Math.floor(value / distance)
  const buckets = new Map<string, number[]>()
  for (let i = 0; i < x.length; i++) {
    const key = `${columnOf(x[i]!)} ${columnOf(y[i]!)}`
    const bucket = buckets.get(key)
    if (bucket) bucket.push(i); else buckets.set(key, [i])
  }
  const offset = new Uint32Array(x.length + 1)
  const index: number[] = []
  for (let i = 0; i < x.length; i++) {
    const [column, row] = [columnOf(x[i]!), columnOf(y[i]!)]
    for (let dc = -1; dc <= 1; dc++) for (let dr = -1; dr <= 1; dr++) for (const j of buckets.get(`${column + dc} ${row + dr}`) ?? [])
      if ((self || j !== i) && (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2 <= distance * distance) index.push(j)
    offset[i + 1] = index.length
  }
  return { offset, index: Uint32Array.from(index) }
}
