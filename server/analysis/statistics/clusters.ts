import { distinctPoints } from './distinct.ts'
import { bySquare, type Squares } from './squares.ts'

/**
 * DBSCAN (Ester, Kriegel, Sander & Xu 1996) on a plane. A point with `least` points within `distance`, itself
 * included, is a core; clusters grow from cores; as PostGIS's ST_ClusterDBSCAN counts.
 *
 * Points on one spot are one with a weight. Spots are sorted into squares whose diagonal is the distance (Gunawan
 * 2013): all in one square are neighbours, so that a square with enough points is core without a look at pairs.
 *
 * @param x,y  metres
 * @param onProgress  squares done of all
 * @returns the number of each point's cluster from 0 in order of its first core, or -1 for noise; a border point belongs to the first cluster it touches
 * Cost: O(points + pairs of spots in neighbouring squares that are neither full nor joined yet).
 */
export function dbscan(x: Float64Array, y: Float64Array, distance: number, least: number, onProgress: (done: number, total: number) => void = () => {}): Int32Array {
  if (!(distance > 0)) throw new RangeError(`distance ${distance} must be above 0 metres`)
  if (!(least >= 1)) throw new RangeError(`a cluster of ${least} points is none; it must be 1 or more`)
  const spots = distinctPoints(x, y), limit = distance * distance
  const close = (a: number, b: number) => (spots.x[a]! - spots.x[b]!) ** 2 + (spots.y[a]! - spots.y[b]!) ** 2 <= limit
  // A hair narrower, so that rounding never makes neighbours of two that aren't.
  const squares = bySquare(spots.x, spots.y, distance * Math.SQRT1_2 * (1 - 1e-12)), { count } = squares
  const eachSquare = (stage: number, work: (square: number) => void) => {
    for (let square = 0; square < count; square++) {
      if (square % 256 === 0) onProgress(stage * count + square, 3 * count)
      work(square)
    }
  }
  const core = new Uint8Array(spots.x.length), parent = Uint32Array.from({ length: count }, (_, i) => i)
  eachSquare(0, square => markCores(squares, square, spots.weight, close, least, core))
  const root = (i: number): number => { while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!; return i }
  eachSquare(1, square => squares.around(square, 2, other => {
    if (other > square && root(square) !== root(other) && linked(squares, core, close, square, other)) parent[root(square)] = root(other)
  }))
  const cluster = new Int32Array(spots.x.length).fill(-1), numberOfRoot = new Int32Array(count).fill(-1)
  let clusters = 0
  for (let i = 0; i < core.length; i++) if (core[i]) {
    const at = root(squares.squareOf[i]!)
    if (numberOfRoot[at] === -1) numberOfRoot[at] = clusters++
    cluster[i] = numberOfRoot[at]!
  }
  eachSquare(2, square => joinBorder(squares, square, core, close, cluster))
  return Int32Array.from(spots.spotOf, spot => cluster[spot]!)
}

type Close = (a: number, b: number) => boolean

function markCores(squares: Squares, square: number, weight: Uint32Array, close: Close, least: number, core: Uint8Array): void {
  const { start, order } = squares
  let own = 0
  for (let k = start[square]!; k < start[square + 1]!; k++) own += weight[order[k]!]!
  const others: number[] = []
  if (own < least) squares.around(square, 2, other => { if (other !== square) others.push(other) })
  for (let k = start[square]!; k < start[square + 1]!; k++) {
    const i = order[k]!
    let n = own
    for (const other of others) for (let m = start[other]!; m < start[other + 1]! && n < least; m++) if (close(i, order[m]!)) n += weight[order[m]!]!
    if (n >= least) core[i] = 1
  }
}

/** Whether a core of one square is close to a core of the other. */
function linked({ start, order }: Squares, core: Uint8Array, close: Close, a: number, b: number): boolean {
  for (let k = start[a]!; k < start[a + 1]!; k++) if (core[order[k]!])
    for (let m = start[b]!; m < start[b + 1]!; m++) if (core[order[m]!] && close(order[k]!, order[m]!)) return true
  return false
}

/** Points that are no cores belong to the first of the clusters whose cores are close. */
function joinBorder(squares: Squares, square: number, core: Uint8Array, close: Close, cluster: Int32Array): void {
  const { start, order } = squares, near: number[] = []
  for (let k = start[square]!; k < start[square + 1]!; k++) {
    const i = order[k]!
    if (core[i]) continue
    if (near.length === 0) squares.around(square, 2, other => near.push(other))
    let first = -1
    for (const other of near) for (let m = start[other]!; m < start[other + 1]!; m++) {
      const j = order[m]!
      if (core[j] && (first === -1 || cluster[j]! < first) && close(i, j)) first = cluster[j]!
    }
    cluster[i] = first
  }
}
