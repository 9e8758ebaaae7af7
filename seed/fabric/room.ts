import { contains, Grid, toSegment, type Point } from '../plane.ts'
import { halfWidths } from '../network/draft.ts'
import type { Road } from '../network/network.ts'

/** An oriented rectangle: middle, half sides, and the unit vector along its first side. */
export interface Box { at: Point, halfWidth: number, halfDepth: number, axis: Point }

export function corners({ at: [x, y], halfWidth: w, halfDepth: d, axis: [ax, ay] }: Box): [Point, Point, Point, Point] {
  const to = (a: number, b: number): Point => [x + a * ax - b * ay, y + a * ay + b * ax]
  return [to(-w, -d), to(w, -d), to(w, d), to(-w, d)]
}

/** What is already built, and where roads lie. */
export interface Room {
  /** Whether a building fits: inside the block, off every road by `setback` metres, `gap` metres from its neighbours. */
  fits(box: Box, ring: readonly Point[] | undefined, setback: number, gap: number): boolean
  take(box: Box): void
}

export function createRoom(roads: readonly Road[], dry: (p: Point) => boolean): Room {
  const segments = new Grid<{ a: Point, b: Point, half: number }>(60)
  for (const road of roads) {
    if (road.tunnel) continue
    const half = halfWidths[road.draft.class]
    for (let i = 1; i < road.points.length; i++) {
      const a = road.points[i - 1]!, b = road.points[i]!
      segments.add({ a, b, half }, Math.min(a[0], b[0]) - half, Math.min(a[1], b[1]) - half, Math.max(a[0], b[0]) + half, Math.max(a[1], b[1]) + half)
    }
  }
  const built = new Grid<Box>(80)
  return {
    fits: (box, ring, setback, gap) => {
      const outline = corners(box)
      if (!outline.every(p => (!ring || contains([ring], p[0], p[1])) && dry(p))) return false
      const reach = Math.hypot(box.halfWidth, box.halfDepth)
      for (const { a, b, half } of segments.near(box.at[0], box.at[1], reach + setback)) {
        if (toBox(box, a, b) < half + setback) return false
      }
      for (const other of built.near(box.at[0], box.at[1], reach + gap)) if (!apart(box, other, gap)) return false
      return true
    },
    take: box => {
      const reach = Math.hypot(box.halfWidth, box.halfDepth)
      built.add(box, box.at[0] - reach, box.at[1] - reach, box.at[0] + reach, box.at[1] + reach)
    },
  }
}

/** Distance from a segment to a box: 0 where it enters it. */
function toBox(box: Box, a: Point, b: Point): number {
  const local = (p: Point): Point => {
    const dx = p[0] - box.at[0], dy = p[1] - box.at[1]
    return [dx * box.axis[0] + dy * box.axis[1], dy * box.axis[0] - dx * box.axis[1]]
  }
  const p = local(a), q = local(b), w = box.halfWidth, d = box.halfDepth
  if (enters(p, q, w, d)) return 0
  let least = Infinity
  for (const corner of [[-w, -d], [w, -d], [w, d], [-w, d]] as const) least = Math.min(least, toSegment(corner, p, q).distance)
  for (const end of [p, q]) least = Math.min(least, Math.hypot(Math.max(0, Math.abs(end[0]) - w), Math.max(0, Math.abs(end[1]) - d)))
  return least
}

/** Whether the segment pq meets the axis-parallel box of these half sides (Liang & Barsky 1984). */
function enters(p: Point, q: Point, w: number, d: number): boolean {
  let from = 0, to = 1
  const dx = q[0] - p[0], dy = q[1] - p[1]
  for (const [step, room] of [[-dx, p[0] + w], [dx, w - p[0]], [-dy, p[1] + d], [dy, d - p[1]]] as const) {
    if (step === 0) { if (room < 0) return false; continue }
    const t = room / step
    if (step < 0) from = Math.max(from, t)
    else to = Math.min(to, t)
    if (from > to) return false
  }
  return true
}

/** Separating axes: whether two boxes keep at least `gap` metres. */
function apart(a: Box, b: Box, gap: number): boolean {
  const dx = b.at[0] - a.at[0], dy = b.at[1] - a.at[1]
  for (const [x, y] of [a.axis, [-a.axis[1], a.axis[0]], b.axis, [-b.axis[1], b.axis[0]]] as Point[]) {
    const reach = (box: Box) => box.halfWidth * Math.abs(box.axis[0] * x + box.axis[1] * y) + box.halfDepth * Math.abs(-box.axis[1] * x + box.axis[0] * y)
    if (Math.abs(dx * x + dy * y) >= reach(a) + reach(b) + gap) return true
  }
  return false
}
