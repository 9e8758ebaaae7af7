/** A line from one place to another, longitude and latitude in degrees. */
export type Segment = [[number, number], [number, number]]

/**
 * The outline of a polygon and parallel strokes across it.
 *
 * @param ring  corners in order, not closed; an even number, as a hexagon has
 */
export function hatch(ring: readonly [number, number][], strokes: number): Segment[] {
  const half = Math.floor(ring.length / 2)
  const outline = ring.map((corner, i): Segment => [corner, ring[(i + 1) % ring.length]!])
  const there = ring.slice(0, half + 1)
  const back = [ring[0]!, ...ring.slice(half).toReversed()]
  const across = Array.from({ length: strokes }, (_, i): Segment => {
    const share = (i + 1) / (strokes + 1)
    return [along(there, share), along(back, share)]
  })
  return [...outline, ...across]
}

function along(path: readonly [number, number][], share: number): [number, number] {
  const place = share * (path.length - 1)
  const [a, b] = [path[Math.floor(place)]!, path[Math.min(Math.ceil(place), path.length - 1)]!]
  const part = place % 1
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}
