import { densify, type Point } from '../plane.ts'
import { fraction, smoothNoise } from '../random.ts'
import type { Terrain } from '../geography/terrain.ts'
import type { Draft, RoadClass } from './draft.ts'

/** A part of the city with a grain of its own: its main streets run along this direction. */
export interface Zone { id: number, districts: readonly number[], centre: Point, angle: number }

/** Width of the coarsest meshes, metres; each level halves it. */
const coarsest = 2400
const levels = 3

/** How wide blocks are where this much is built, metres. */
export function blockWidth(density: number, scale: number): number {
  const widths: [density: number, metres: number][] = [[0.9, 130], [0.75, 165], [0.55, 215], [0.38, 300], [0.24, 430], [0.13, 800]]
  return (widths.find(([from]) => density >= from)?.[1] ?? 2400) * scale
}

/**
 * Streets of a zone: a mesh of main streets, finer where more is built, bent by a smooth field, and inside its meshes
 * smaller streets by uneven halving. All lines lie in a straight (u, v) space and are bent on the way out.
 */
export function drawLattice(seed: number, terrain: Terrain, zone: Zone, scale: number): Draft[] {
  const drafts: Draft[] = []
  const bend = bending(seed, zone)
  const salt = seed + zone.id * 101
  const inside = (p: Point) => zone.districts.includes(terrain.dryDistrict(p[0], p[1]))

  /** Where line number i of a level runs: lines of a finer level stand between their neighbours, not always midway. */
  const position = (axis: number, level: number, i: number): number =>
    level > 0 && i % 2 === 0 ? position(axis, level - 1, i / 2)
      : level === 0 ? (i + 0.34 * (fraction(salt, axis, i, 7) - 0.5)) * coarsest
        : (position(axis, level, i - 1) + position(axis, level, i + 1)) / 2 + 0.3 * (fraction(salt, axis * 8 + level, i, 9) - 0.5) * coarsest / 2 ** level

  const densityIn = (u0: number, v0: number, u1: number, v1: number): number => {
    let most = 0
    for (const [a, b] of [[0.5, 0.5], [0.2, 0.2], [0.8, 0.2], [0.2, 0.8], [0.8, 0.8]] as const) {
      const p = bend([u0 + (u1 - u0) * a, v0 + (v1 - v0) * b])
      if (inside(p)) most = Math.max(most, terrain.density(...p))
    }
    return most
  }

  /** Draw from (u, v) to (u, v) in pieces; pieces on hills and on wild land are left out. */
  const draw = (from: Point, to: Point, level: number, street: string, chainage: number) => {
    const straight = densify([from, to], 55)
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) / Math.max(1, straight.length - 1)
    let points: Point[] = []
    let start = chainage, road: RoadClass = 'residential'
    const finish = () => {
      if (points.length > 1) drafts.push({ points, class: road, street, chainage: start, oneway: 0 })
      points = []
    }
    const middle = bend([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])
    const wanted = classOf(level, terrain.town(...middle))
    straight.forEach((uv, i) => {
      const p = bend(uv)
      const wild = terrain.hill(...p) > 0.55 && terrain.density(...p) < 0.25 || level <= 1 && terrain.density(...p) < 0.035
      if (!inside(p) || wild) { finish(); return }
      if (points.length === 0) { start = chainage + i * length; road = wanted }
      points.push(p)
    })
    finish()
  }

  const seen = new Set<string>()
  /** One side of a mesh, once, between lines i and i + 1 of the other axis. */
  const side = (axis: number, level: number, line: number, i: number) => {
    let l = level, own = line
    while (l > 0 && own % 2 === 0) { own /= 2; l-- }
    const key = `${axis}/${level}/${line}/${i}`
    if (seen.has(key)) return
    seen.add(key)
    const at = position(axis, level, line), a = position(1 - axis, level, i), b = position(1 - axis, level, i + 1)
    const street = `${zone.id}:${axis}${l}.${own}.${Math.floor((a + b) / 2 / (coarsest * (l === 0 ? 2 : 1)))}`
    draw(axis === 0 ? [at, a] : [a, at], axis === 0 ? [at, b] : [b, at], l, street, a + 100_000)
  }

  const halve = (u0: number, v0: number, u1: number, v1: number, depth: number, path: string, width: number) => {
    const w = u1 - u0, h = v1 - v0
    const r = (k: number) => fraction(salt, Math.round(u0), Math.round(v0), depth * 16 + k)
    const area = width * width * 1.25
    if (w * h < area * 1.7 || Math.min(w, h) < width * 0.55 && Math.max(w, h) < width * 1.8) return
    // Some large blocks stay whole: gated estates and factories.
    if (w * h < area * 5 && r(1) < 0.13) return
    const ratio = 0.36 + 0.28 * r(2)
    const across = w / h > 0.8 + 0.4 * r(3)
    if (across) {
      const u = u0 + w * ratio
      draw([u, v0], [u, v1], levels + depth, `${path}u`, 0)
      halve(u0, v0, u, v1, depth + 1, `${path}0`, width)
      halve(u, v0, u1, v1, depth + 1, `${path}1`, width)
    } else {
      const v = v0 + h * ratio
      draw([u0, v], [u1, v], levels + depth, `${path}v`, 0)
      halve(u0, v0, u1, v, depth + 1, `${path}2`, width)
      halve(u0, v, u1, v1, depth + 1, `${path}3`, width)
    }
  }

  const visit = (level: number, i: number, j: number) => {
    const u0 = position(0, level, i), u1 = position(0, level, i + 1), v0 = position(1, level, j), v1 = position(1, level, j + 1)
    const density = densityIn(u0, v0, u1, v1)
    const width = blockWidth(density, scale)
    if (level < levels - 1 && coarsest / 2 ** level > width * 1.5) {
      for (const [a, b] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) visit(level + 1, 2 * i + a, 2 * j + b)
      return
    }
    side(0, level, i, j); side(0, level, i + 1, j); side(1, level, j, i); side(1, level, j + 1, i)
    if (density > 0.12) halve(u0, v0, u1, v1, 0, `${zone.id}:${level}.${i}.${j}/`, width)
  }
  const reach = Math.ceil(34_000 / coarsest)
  for (let i = -reach; i < reach; i++) {
    for (let j = -reach; j < reach; j++) {
      if (anyInside(i * coarsest, j * coarsest, coarsest, p => inside(bend(p)))) visit(0, i, j)
    }
  }
  return drafts
}

function classOf(level: number, density: number): RoadClass {
  if (level === 0) return density > 0.32 ? 'primary' : density > 0.12 ? 'secondary' : 'tertiary'
  if (level === 1) return density > 0.3 ? 'secondary' : density > 0.1 ? 'tertiary' : 'residential'
  if (level === 2) return density > 0.3 ? 'tertiary' : 'residential'
  return 'residential'
}

function anyInside(u: number, v: number, size: number, inside: (p: Point) => boolean): boolean {
  for (let a = -0.25; a <= 1.25; a += 0.1) for (let b = -0.25; b <= 1.25; b += 0.1) if (inside([u + a * size, v + b * size])) return true
  return false
}

/** Turn to the zone's angle, then shift by smooth noise of three widths (gentle enough never to fold). */
function bending(seed: number, zone: Zone): (uv: Point) => Point {
  const scales = [[620, 7000], [155, 1900], [19, 430]] as const
  const fields = scales.map(([amount, width], i) => ({ amount, width, x: smoothNoise(seed + 31 + i), y: smoothNoise(seed + 41 + i) }))
  const cos = Math.cos(zone.angle), sin = Math.sin(zone.angle)
  return ([u, v]) => {
    let x = zone.centre[0] + u * cos - v * sin, y = zone.centre[1] + u * sin + v * cos
    const x0 = x, y0 = y
    for (const field of fields) {
      x += field.amount * field.x(x0 / field.width, y0 / field.width)
      y += field.amount * field.y(x0 / field.width, y0 / field.width)
    }
    return [x, y]
  }
}
