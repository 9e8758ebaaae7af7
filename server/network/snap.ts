import Flatbush from 'flatbush'
import { metresBetween, metresPerDegree } from './metric.ts'
import { passOf, unit, type RoadNetwork, type Snap } from './road-network.ts'
import { pacesOf, type Kind } from './speeds.ts'

export interface SnapOptions {
  kind: Kind
  /** No road within so many metres: null. */
  maxMetres?: number
  /** Only roads of the largest component: those that can be reached from, and lead to, nearly everywhere. */
  component?: 'largest'
}

const indexes = new WeakMap<SharedArrayBuffer, Flatbush>()

function indexOf(data: SharedArrayBuffer): Flatbush {
  let index = indexes.get(data)
  if (!index) indexes.set(data, index = Flatbush.from(data))
  return index
}

/**
 * The nearest place on a road that is open to this kind.
 *
 * Exact: squared distances to every segment near enough, in metres on the plane that touches at the point.
 *
 * @param longitude, latitude  degrees, WGS 84
 * @returns null where no such road is within `maxMetres`
 */
export function snap(network: RoadNetwork, longitude: number, latitude: number, { kind, maxMetres = 500, component }: SnapOptions): Snap | null {
  if (!network.index) return null
  const index = indexOf(network.index)
  const [perLongitude, perLatitude] = metresPerDegree(latitude)
  const paces = pacesOf(network.speeds, { kind, siren: false, hour: 0 }), bit = passOf(kind)
  const { edgePace, edgeLargest, firstPoint, points } = network
  let best = Infinity, bestEdge = -1, bestPoint = 0, bestShare = 0
  const consider = (edge: number): boolean => {
    if (paces[edgePace[edge]!] === Infinity || component && !(edgeLargest[edge]! & bit)) return false
    let ax = (points[firstPoint[edge]! * 2]! * unit - longitude) * perLongitude, ay = (points[firstPoint[edge]! * 2 + 1]! * unit - latitude) * perLatitude
    for (let p = firstPoint[edge]! + 1; p < firstPoint[edge + 1]!; p++) {
      const bx = (points[p * 2]! * unit - longitude) * perLongitude, by = (points[p * 2 + 1]! * unit - latitude) * perLatitude
      const dx = bx - ax, dy = by - ay, squared = dx * dx + dy * dy
      const share = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared))
      const x = ax + dx * share, y = ay + dy * share, distance = x * x + y * y
      if (distance < best) { best = distance; bestEdge = edge; bestPoint = p - 1; bestShare = share }
      ax = bx
      ay = by
    }
    return false
  }
  // Small boxes first; what a box of half-width r finds within r is the nearest of all.
  for (let radius = Math.min(40, maxMetres); ; radius = Math.min(radius * 4, maxMetres)) {
    const x = radius / perLongitude, y = radius / perLatitude
    index.search(Math.floor((longitude - x) / unit), Math.floor((latitude - y) / unit), Math.ceil((longitude + x) / unit), Math.ceil((latitude + y) / unit), consider)
    if (best <= radius * radius || radius === maxMetres) break
  }
  if (!(best <= maxMetres * maxMetres)) return null
  return placeOn(network, bestEdge, bestPoint, bestShare, Math.sqrt(best))
}

function placeOn({ firstPoint, points, edgeLength }: RoadNetwork, edge: number, point: number, share: number, metres: number): Snap {
  const at = (p: number): [number, number] => [points[p * 2]! * unit, points[p * 2 + 1]! * unit]
  let before = 0
  for (let p = firstPoint[edge]!; p < point; p++) before += metresBetween(...at(p), ...at(p + 1))
  const [ax, ay] = at(point), [bx, by] = at(point + 1)
  before += share * metresBetween(ax, ay, bx, by)
  return { edge, fraction: Math.min(1, before / edgeLength[edge]!), metres, longitude: ax + (bx - ax) * share, latitude: ay + (by - ay) * share }
}

/**
 * The longitude and latitude at a share of an edge's length, and the heading of its line there in degrees from north.
 */
export function pointAt({ firstPoint, points, edgeLength }: RoadNetwork, edge: number, fraction: number): { longitude: number, latitude: number, heading: number } {
  let left = Math.max(0, Math.min(1, fraction)) * edgeLength[edge]!
  for (let p = firstPoint[edge]!; ; p++) {
    const ax = points[p * 2]! * unit, ay = points[p * 2 + 1]! * unit, bx = points[p * 2 + 2]! * unit, by = points[p * 2 + 3]! * unit
    const length = metresBetween(ax, ay, bx, by)
    if (left > length && p + 2 < firstPoint[edge + 1]!) { left -= length; continue }
    const share = length === 0 ? 0 : Math.min(1, left / length)
    return { longitude: ax + (bx - ax) * share, latitude: ay + (by - ay) * share, heading: headingOf(ax, ay, bx, by) }
  }
}

/** Degrees from north, clockwise, 0 to 360. */
export function headingOf(longitudeA: number, latitudeA: number, longitudeB: number, latitudeB: number): number {
  const [perLongitude, perLatitude] = metresPerDegree((latitudeA + latitudeB) / 2)
  return (Math.atan2((longitudeB - longitudeA) * perLongitude, (latitudeB - latitudeA) * perLatitude) * 180 / Math.PI + 360) % 360
}

