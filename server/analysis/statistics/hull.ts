/**
 * Convex hull by Andrew's monotone chain (1979).
 *
 * @returns a closed ring, counter-clockwise; fewer than three different points give what there is, closed
 */
export function hullOf(points: readonly [number, number][]): [number, number][] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (list: readonly [number, number][]) => {
    const chain: [number, number][] = []
    for (const p of list) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop()
      chain.push(p)
    }
    return chain
  }
  const lower = half(sorted), upper = half(sorted.reverse())
  const ring = [...lower.slice(0, -1), ...upper.slice(0, -1)]
  return ring.length ? [...ring, ring[0]!] : sorted.slice(0, 1)
}

const turn = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
