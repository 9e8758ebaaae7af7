/** Bands of latitude that edges are sorted into: a point is held against those of its own band only. */
const bands = 512

/**
 * A test whether points lie within rings, even-odd over all of them, so that holes are outside.
 *
 * Cost: a handful of edges a point, however many the rings have.
 *
 * @param rings  longitude and latitude in degrees
 */
export function insideOf(rings: readonly (readonly [number, number])[][]): (x: number, y: number) => boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) for (const [x, y] of ring) {
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y)
  }
  const perDegree = bands / Math.max(north - south, 1e-12), bandOf = (y: number) => Math.min(bands - 1, Math.max(0, Math.floor((y - south) * perDegree)))
  const edges: number[][] = Array.from({ length: bands }, () => [])
  for (const ring of rings) for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!, [xj, yj] = ring[j]!
    if (yi === yj) continue
    for (let band = bandOf(Math.min(yi, yj)), last = bandOf(Math.max(yi, yj)); band <= last; band++) edges[band]!.push(xi, yi, xj, yj)
  }
  const packed = edges.map(each => Float64Array.from(each))
  return (x, y) => {
    if (!(x >= west && x <= east && y >= south && y <= north)) return false
    const near = packed[bandOf(y)]!
    let odd = false
    for (let k = 0; k < near.length; k += 4) {
      const yi = near[k + 1]!, yj = near[k + 3]!
      if ((yi > y) !== (yj > y) && x < (near[k + 2]! - near[k]!) * (y - yi) / (yj - yi) + near[k]!) odd = !odd
    }
    return odd
  }
}
