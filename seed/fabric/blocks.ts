import { areaOf, type Point } from '../plane.ts'
import { halfWidths } from '../network/draft.ts'
import type { Road } from '../network/network.ts'

/** One side of a block: a stretch of road, in the direction that keeps the block on its left. */
export interface Side { road: Road, forward: boolean, points: Point[] }

/** Land between roads. */
export interface Block { ring: Point[], sides: Side[], area: number }

interface HalfEdge extends Side { from: number, to: number, angle: number, twin: HalfEdge, next?: HalfEdge, seen?: true }

/**
 * The bounded faces of the network at ground level: motorways, bridges and tunnels bound nothing.
 *
 * @param largest  faces wider than this, square metres, are country, not blocks
 */
export function findBlocks(roads: readonly Road[], largest: number): Block[] {
  const around = new Map<number, HalfEdge[]>()
  const all: HalfEdge[] = []
  for (const road of roads) {
    if (road.bridge || road.tunnel || road.draft.class === 'motorway') continue
    const forward = halfEdge(road, true), backward = halfEdge(road, false)
    forward.twin = backward
    backward.twin = forward
    all.push(forward, backward)
    for (const half of [forward, backward]) around.set(half.from, [...around.get(half.from) ?? [], half])
  }
  for (const list of around.values()) {
    list.sort((a, b) => a.angle - b.angle)
    // Coming in along the twin, the next side of the face on the left is the one just clockwise of where we came from.
    list.forEach((half, i) => { half.twin.next = list[(i - 1 + list.length) % list.length]! })
  }
  const blocks: Block[] = []
  for (const start of all) {
    if (start.seen) continue
    const sides: HalfEdge[] = []
    for (let half = start; !half.seen; half = half.next!) {
      half.seen = true
      sides.push(half)
    }
    const ring = sides.flatMap(side => side.points.slice(0, -1))
    const area = areaOf(ring)
    if (area > 1200 && area < largest) blocks.push({ ring, sides, area })
  }
  return blocks
}

function halfEdge(road: Road, forward: boolean): HalfEdge {
  const points = forward ? road.points : road.points.toReversed()
  const [from, to] = forward ? [road.from, road.to] : [road.to, road.from]
  const a = points[0]!, b = points[1]!
  return { road, forward, points, from, to, angle: Math.atan2(b[1] - a[1], b[0] - a[0]), twin: undefined as unknown as HalfEdge }
}

export const clearanceOf = (side: Side): number => halfWidths[side.road.draft.class]
