/**
 * DBSCAN (Ester, Kriegel, Sander & Xu 1996) on a plane. A point with `least` points within `distance`, itself
 * included, is a core; clusters grow from cores; as PostGIS's ST_ClusterDBSCAN counts.
 *
 * @param x,y  metres
 * @returns the number of each point's cluster from 0, or -1 for noise; a border point belongs to the cluster found first
 * Cost: O(points × neighbours).
 */
export function dbscan(x: Float64Array, y: Float64Array, distance: number, least: number): Int32Array {
  if (!(distance > 0)) throw new RangeError(`distance ${distance} must be above 0 metres`)
  if (!(least >= 1)) throw new RangeError(`a cluster of ${least} points is none; it must be 1 or more`)
  const grid = new Grid(x, y, distance)
  const cluster = new Int32Array(x.length).fill(-1)
  const seen = new Uint8Array(x.length)
  const near: number[] = []
  let clusters = 0
  for (let i = 0; i < x.length; i++) {
    if (seen[i]) continue
    seen[i] = 1
    if (grid.near(i, near) < least) continue
    const number = clusters++
    cluster[i] = number
    const queue = [...near]
    while (queue.length) {
      const j = queue.pop()!
      if (cluster[j] === -1) cluster[j] = number
      if (seen[j]) continue
      seen[j] = 1
      if (grid.near(j, near) >= least) for (const k of near) if (cluster[k] === -1 || !seen[k]) queue.push(k)
    }
  }
  return cluster
}

/** Points by square, as wide as the distance asked for: neighbours lie in nine squares. */
class Grid {
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #width: number
  readonly #squares = new Map<number, number[]>()

  constructor(x: Float64Array, y: Float64Array, width: number) {
    this.#x = x; this.#y = y; this.#width = width
    for (let i = 0; i < x.length; i++) {
      const key = this.#key(Math.floor(x[i]! / width), Math.floor(y[i]! / width))
      const square = this.#squares.get(key)
      if (square) square.push(i); else this.#squares.set(key, [i])
    }
  }

  #key(column: number, row: number): number { return column * 0x4000000 + row }

  /** Fill `found` with the points within the width of point `i`, itself included. @returns how many */
  near(i: number, found: number[]): number {
    found.length = 0
    const [px, py, limit] = [this.#x[i]!, this.#y[i]!, this.#width ** 2]
    const [column, row] = [Math.floor(px / this.#width), Math.floor(py / this.#width)]
    for (let c = column - 1; c <= column + 1; c++) for (let r = row - 1; r <= row + 1; r++) {
      const square = this.#squares.get(this.#key(c, r))
      if (square) for (const j of square) if ((this.#x[j]! - px) ** 2 + (this.#y[j]! - py) ** 2 <= limit) found.push(j)
    }
    return found.length
  }
}
