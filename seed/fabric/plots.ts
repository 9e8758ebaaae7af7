import { between, centroidOf, distance, type Point } from '../plane.ts'
import { halfWidths } from '../network/draft.ts'
import type { Road } from '../network/network.ts'
import type { Random } from '../random.ts'
import type { Size } from '../sizes.ts'
import type { Block } from './blocks.ts'
import type { Box, Room } from './room.ts'
import type { Use } from './uses.ts'

/** A building placed on the ground; `front` where its door is on a street. */
export interface Plot { box: Box, storeys: number, notch: number, front?: Front }

/** A door on a street: which one, how far along it, on which side of its direction. */
export interface Front { road: Road, chainage: number, left: boolean }

interface Manner {
  width: [number, number], depth: [number, number], storeys: [number, number]
  gapAcross: number, gapAlong: number, setback: number
  /** Share of buildings that are left out. */
  missing: number
}

const manners: Record<Exclude<Use, 'park'>, Manner> = {
  towers: { width: [26, 32], depth: [18, 22], storeys: [18, 33], gapAcross: 16, gapAlong: 30, setback: 9, missing: 0.08 },
  slabs: { width: [42, 58], depth: [11, 13], storeys: [6, 9], gapAcross: 9, gapAlong: 17, setback: 6, missing: 0.05 },
  villas: { width: [11, 14], depth: [10, 12], storeys: [2, 3], gapAcross: 8, gapAlong: 11, setback: 6, missing: 0.1 },
  village: { width: [11, 15], depth: [10, 14], storeys: [2, 6], gapAcross: 4, gapAlong: 6, setback: 2, missing: 0.3 },
  oldtown: { width: [13, 27], depth: [13, 18], storeys: [3, 7], gapAcross: 0.5, gapAlong: 8, setback: 1.5, missing: 0.12 },
  commercial: { width: [30, 52], depth: [24, 38], storeys: [5, 28], gapAcross: 12, gapAlong: 14, setback: 7, missing: 0.08 },
  industrial: { width: [48, 85], depth: [26, 42], storeys: [1, 5], gapAcross: 13, gapAlong: 15, setback: 9, missing: 0.1 },
  school: { width: [38, 60], depth: [11, 15], storeys: [3, 6], gapAcross: 18, gapAlong: 26, setback: 10, missing: 0.35 },
  hospital: { width: [45, 65], depth: [18, 26], storeys: [6, 18], gapAcross: 14, gapAlong: 22, setback: 10, missing: 0.25 },
}

const scaled = (manner: Manner, scale: number): Manner => ({
  ...manner, width: [manner.width[0] * scale, manner.width[1] * scale], depth: [manner.depth[0] * scale, manner.depth[1] * scale],
  gapAcross: manner.gapAcross * scale, gapAlong: manner.gapAlong * scale,
})

/** Where a village has fewer houses than its ground would hold, they stand apart all over it. */
function thinned(manner: Manner, use: Use, block: Block, most: number): Manner {
  if (use !== 'village') return manner
  const middle = ([low, high]: [number, number]) => (low + high) / 2
  const possible = block.area / (middle(manner.width) + manner.gapAcross) / (middle(manner.depth) + manner.gapAlong)
  return { ...manner, missing: Math.max(manner.missing, 1 - 1.5 * most / possible) }
}

const lined: readonly Use[] = ['village', 'oldtown']

/** Fill a block with buildings of its use, at most as many as the size allows: along the streets in villages and the old town, in rows elsewhere. */
export function fillBlock(random: Random, room: Room, block: Block, use: Exclude<Use, 'park'>, size: Size): Plot[] {
  const most = size.perBlock
  const manner = thinned(scaled(manners[use], size.plotScale), use, block, most)
  const plots = lined.includes(use) ? block.sides.flatMap(side => {
    const left = side.forward
    return alongRoad(random, room, side.road, side.points, left, manner, Math.ceil(most / 3), block.ring)
  }) : []
  return [...plots, ...rows(random, room, block, use, manner, most - plots.length)]
}

/** Scattered farm houses along a country road, both sides. */
export function countryHouses(random: Random, room: Room, road: Road, share: number): Plot[] {
  const manner = { ...manners.village, missing: 1 - share, gapAcross: 6, setback: 4 }
  return [alongRoad(random, room, road, road.points, true, manner, 12), alongRoad(random, room, road, road.points.toReversed(), false, manner, 12)].flat()
}

function alongRoad(random: Random, room: Room, road: Road, points: readonly Point[], forward: boolean, manner: Manner, most: number, ring?: readonly Point[]): Plot[] {
  const plots: Plot[] = []
  const away = halfWidths[road.draft.class] + manner.setback
  let travelled = 0, next = away
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]!, b = points[i]!, length = distance(a, b)
    const axis: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    while (next < travelled + length && plots.length < most) {
      const width = random.between(...manner.width), depth = random.between(...manner.depth)
      const middle = next + width / 2
      next += width + manner.gapAcross + (random.chance(0.1) ? 4 : 0)
      if (random.chance(manner.missing)) continue
      const p = between(a, b, (middle - travelled) / length), far = away + 0.3 + depth / 2
      const box: Box = { at: [p[0] - axis[1] * far, p[1] + axis[0] * far], halfWidth: width / 2, halfDepth: depth / 2, axis }
      if (!room.fits(box, ring, manner.setback, manner.gapAcross * 0.8)) continue
      room.take(box)
      const chainage = forward ? road.chainage[0] + middle : road.chainage[1] - middle
      plots.push({ box, storeys: random.integer(...manner.storeys), notch: 0, front: { road, chainage, left: forward } })
    }
    travelled += length
  }
  return plots
}

function rows(random: Random, room: Room, block: Block, use: Use, manner: Manner, most: number): Plot[] {
  const axis = facing(block)
  const [cx, cy] = centroidOf(block.ring)
  const across = (p: Point) => (p[0] - cx) * axis[0] + (p[1] - cy) * axis[1], along = (p: Point) => (p[1] - cy) * axis[0] - (p[0] - cx) * axis[1]
  const us = block.ring.map(across), vs = block.ring.map(along)
  const east = Math.max(...us), north = Math.max(...vs)
  const width = random.between(...manner.width), depth = random.between(...manner.depth)
  const storeys = random.integer(...manner.storeys)
  const alike = use === 'towers' || use === 'slabs' || use === 'villas'
  const plots: Plot[] = []
  // A step to and fro before a place is given up, so that rows follow slanting edges.
  const shift = lined.includes(use) ? 3 : 5
  for (let v = Math.min(...vs) + manner.setback + depth / 2; v < north; v += depth + manner.gapAlong) {
    for (let u = Math.min(...us) + manner.setback + width / 2; u < east && plots.length < most;) {
      const w = alike ? width : random.between(...manner.width), d = alike ? depth : random.between(...manner.depth)
      const box: Box = { at: [cx + u * axis[0] - v * axis[1], cy + u * axis[1] + v * axis[0]], halfWidth: w / 2, halfDepth: d / 2, axis }
      if (!room.fits(box, block.ring, manner.setback, Math.min(manner.gapAcross, manner.gapAlong) * 0.8)) { u += shift; continue }
      u += w + manner.gapAcross
      if (random.chance(manner.missing)) continue
      room.take(box)
      const notched = use === 'commercial' || use === 'school' || use === 'hospital' || use === 'industrial' && w < 60
      plots.push({ box, storeys: alike ? Math.max(1, storeys + random.integer(-1, 1)) : random.integer(...manner.storeys), notch: notched && random.chance(0.45) ? random.between(0.3, 0.55) : 0 })
    }
  }
  return plots
}

/** The direction of the block's longest straight side, turned so that facades look within 45° of south. */
function facing(block: Block): Point {
  let best: Point = [1, 0], longest = 0
  for (const { points } of block.sides) {
    const a = points[0]!, b = points.at(-1)!, length = distance(a, b)
    if (length > longest) { longest = length; best = [(b[0] - a[0]) / length, (b[1] - a[1]) / length] }
  }
  let angle = Math.atan2(best[1], best[0])
  while (angle > Math.PI / 4) angle -= Math.PI / 2
  while (angle < -Math.PI / 4) angle += Math.PI / 2
  return [Math.cos(angle), Math.sin(angle)]
}
