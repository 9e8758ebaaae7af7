import type { Position } from 'geojson'

/** Closed rings of node ids, joined from ways that meet end to end in any direction. What doesn't close is left out. */
export function joinRings(ways: number[][]): number[][] {
  const open = ways.filter(way => way.length > 1).map(way => [...way])
  const rings: number[][] = []
  while (open.length) {
    const ring = open.pop()!
    while (ring[0] !== ring.at(-1)) {
      const next = open.findIndex(way => way[0] === ring.at(-1) || way.at(-1) === ring.at(-1))
      if (next < 0) break
      const [way] = open.splice(next, 1)
      ring.push(...(way![0] === ring.at(-1) ? way! : way!.toReversed()).slice(1))
    }
    if (ring[0] === ring.at(-1) && ring.length > 3) rings.push(ring)
  }
  return rings.reverse()
}

/** Whether a ring goes around a point (even-odd rule). */
export function ringHolds(ring: Position[], [x, y]: Position): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number], [xj, yj] = ring[j] as [number, number]
    if ((yi > y!) !== (yj > y!) && x! < (xj - xi) * (y! - yi) / (yj - yi) + xi) inside = !inside
  }
  return inside
}
