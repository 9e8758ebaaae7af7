/**
 * Convex hull by Andrew's monotone chain (1979).
 *
 * @returns a closed ring, counter-clockwise; fewer than three different points give what there is, closed
 */
export function hullOf(points: readonly [number, number][]): [number, number][] {
  const sorted = outer(points).sort((a, b) => a[0] - b[0] || a[1] - b[1])
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

/** Without what lies strictly inside the eight outermost points, which no hull touches (Akl & Toussaint 1978). */
function outer(points: readonly [number, number][]): [number, number][] {
  if (points.length < 100) return [...points]
  const ways = [[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]] as const
  const far = ways.map(([dx, dy]) => points.reduce((best, p) => p[0] * dx + p[1] * dy > best[0] * dx + best[1] * dy ? p : best))
  const sides = far.map((a, k) => [a, far[(k + 1) % 8]!] as const).filter(([a, b]) => a !== b)
  return points.filter(p => sides.some(([a, b]) => turn(a, b, p) <= 0))
}

const turn = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
