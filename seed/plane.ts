/** A point of the city's own plane: metres east and north of its origin. */
export type Point = readonly [x: number, y: number]
export type Ring = readonly Point[]

// Xiamen is 60 km across: on a plane that touches it here, lengths are true within 0.3 %.
const origin = { longitude: 118.12, latitude: 24.6 }
const metresPerLatitude = 110_800
const metresPerLongitude = 111_320 * Math.cos(origin.latitude * Math.PI / 180)

/** @param longitude, latitude degrees, WGS 84 */
export const toPlane = (longitude: number, latitude: number): Point =>
  [(longitude - origin.longitude) * metresPerLongitude, (latitude - origin.latitude) * metresPerLatitude]

/** Longitude and latitude to 1e-7 degrees, about a centimetre. */
export const toDegrees = ([x, y]: Point): [longitude: number, latitude: number] =>
  [round(x / metresPerLongitude + origin.longitude), round(y / metresPerLatitude + origin.latitude)]

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

export const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

export function lengthOf(line: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!)
  return sum
}

/** Signed: positive where the ring runs counter-clockwise. */
export function areaOf(ring: Ring): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1]
  return sum / 2
}

export function centroidOf(ring: Ring): Point {
  let x = 0, y = 0, area = 0
  const [ox, oy] = ring[0]!
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const ax = ring[j]![0] - ox, ay = ring[j]![1] - oy, bx = ring[i]![0] - ox, by = ring[i]![1] - oy
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
    area += cross * 3
  }
  return area === 0 ? ring[0]! : [ox + x / area, oy + y / area]
}

/** Even-odd rule over any number of rings. */
export function contains(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!, [bx, by] = ring[j]!
      if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}

/** Distance from p to the segment ab, and where along it (0 to 1) the nearest point lies. */
export function toSegment(p: Point, a: Point, b: Point): { distance: number, t: number } {
  const dx = b[0] - a[0], dy = b[1] - a[1], square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square))
  return { distance: Math.hypot(p[0] - a[0] - dx * t, p[1] - a[1] - dy * t), t }
}

/** Points along a line, none further than `step` metres from the next. */
export function densify(line: readonly Point[], step: number): Point[] {
  const points: Point[] = [line[0]!]
  for (let i = 1; i < line.length; i++) {
    const pieces = Math.max(1, Math.ceil(distance(line[i - 1]!, line[i]!) / step))
    for (let k = 1; k <= pieces; k++) points.push(between(line[i - 1]!, line[i]!, k / pieces))
  }
  return points
}

/** Corner cutting (Chaikin 1974); ends of an open line stay. */
export function smooth(line: readonly Point[], rounds: number, closed = false): Point[] {
  let points = [...line]
  for (let round = 0; round < rounds; round++) {
    const cut: Point[] = closed ? [] : [points[0]!]
    for (let i = 0; i < points.length - (closed ? 0 : 1); i++) {
      const a = points[i]!, b = points[(i + 1) % points.length]!
      cut.push(between(a, b, 0.25), between(a, b, 0.75))
    }
    if (!closed) cut.push(points.at(-1)!)
    points = cut
  }
  return points
}

/** The line moved sideways, left positive, mitred at its corners. */
export function offset(line: readonly Point[], metres: number): Point[] {
  return line.map((p, i) => {
    const before = line[Math.max(0, i - 1)]!, after = line[Math.min(line.length - 1, i + 1)]!
    const length = distance(before, after) || 1
    return [p[0] - (after[1] - before[1]) / length * metres, p[1] + (after[0] - before[0]) / length * metres]
  })
}

/** Every `size` metres a bucket: what lies near a point without looking at everything. */
export class Grid<T> {
  private readonly buckets = new Map<number, T[]>()
  readonly size: number
  constructor(size: number) { this.size = size }

  private key(i: number, j: number) { return (i + 30000) * 60000 + j + 30000 }

  add(item: T, west: number, south: number, east: number, north: number): void {
    for (let i = Math.floor(west / this.size); i <= Math.floor(east / this.size); i++) {
      for (let j = Math.floor(south / this.size); j <= Math.floor(north / this.size); j++) {
        const key = this.key(i, j), bucket = this.buckets.get(key)
        if (bucket) bucket.push(item)
        else this.buckets.set(key, [item])
      }
    }
  }

  /** Items whose buckets meet the square of this half-width; one that spans several buckets may come more than once. */
  * near(x: number, y: number, reach: number): Generator<T> {
    for (let i = Math.floor((x - reach) / this.size); i <= Math.floor((x + reach) / this.size); i++) {
      for (let j = Math.floor((y - reach) / this.size); j <= Math.floor((y + reach) / this.size); j++) {
        const bucket = this.buckets.get(this.key(i, j))
        if (bucket) yield* bucket
      }
    }
  }
}
