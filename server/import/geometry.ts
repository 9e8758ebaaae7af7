import gcoord from 'gcoord'
import type { Geometry, Position } from 'geojson'
import { cellOf } from '../../layers/h3.ts'
import { ringHolds } from './readers/rings.ts'

export type Datum = 'wgs84' | 'gcj02' | 'bd09'
const systems = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** What goes into the database for a geometry. */
export interface Placed {
  /** Extended WKB in hexadecimal, SRID 4326. */
  ewkb: string
  /** H3 cell of a point on it: of the middle of a line, of the inside of an area. */
  cell: string
  longitude: number
  latitude: number
}

const pointBytes = Buffer.alloc(25)
pointBytes.writeUInt8(1, 0)
pointBytes.writeUInt32LE(0x20000001, 1)
pointBytes.writeUInt32LE(4326, 5)

/** To WGS 84, longitude and latitude in degrees. */
export function toWgs84(position: Position, datum: Datum): Position {
  return datum === 'wgs84' ? position : gcoord.transform([position[0]!, position[1]!], systems[datum], gcoord.WGS84)
}

export function placePoint(longitude: number, latitude: number): Placed {
  pointBytes.writeDoubleLE(longitude, 9)
  pointBytes.writeDoubleLE(latitude, 17)
  return { ewkb: pointBytes.toString('hex'), cell: cellOf(longitude, latitude), longitude, latitude }
}

/**
 * A geometry as the table wants it, one entry a row: several where the file has a multi-geometry and the table single ones.
 *
 * @param wanted  POINT, LINESTRING, POLYGON or MULTIPOLYGON
 * @returns what is wrong in words where it can't be stored
 */
export function placeGeometry(geometry: Geometry, wanted: string, datum: Datum): Placed[] | string {
  const fault = faultOf(geometry)
  if (fault) return fault
  const at = (position: Position) => toWgs84(position, datum)
  switch (geometry.type) {
    case 'Point': {
      if (wanted !== 'POINT') break
      const [longitude, latitude] = at(geometry.coordinates)
      return [placePoint(longitude!, latitude!)]
    }
    case 'LineString': return wanted === 'LINESTRING' ? [placeLine(geometry.coordinates.map(at))] : mismatch(geometry, wanted)
    case 'MultiLineString': return wanted === 'LINESTRING' ? geometry.coordinates.map(line => placeLine(line.map(at))) : mismatch(geometry, wanted)
    case 'Polygon': case 'MultiPolygon': {
      const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(rings => rings.map(ring => ring.map(at)))
      if (wanted === 'MULTIPOLYGON') return [placeArea(polygons, true)]
      if (wanted === 'POLYGON') return polygons.map(polygon => placeArea([polygon], false))
    }
  }
  return mismatch(geometry, wanted)
}

const mismatch = (geometry: Geometry, wanted: string) => `is a ${geometry.type}; this layer stores ${wanted.toLowerCase()}s`

/** Coordinates that are no coordinates, rings that don't close. Crossing lines are for PostGIS to find. */
function faultOf(geometry: Geometry): string | undefined {
  if (geometry.type === 'GeometryCollection') return 'is a GeometryCollection; give one kind of geometry'
  const positions = (geometry.coordinates as unknown[]).flat(geometry.type === 'Point' ? 0 : geometry.type.endsWith('LineString') || geometry.type === 'Polygon' ? (geometry.type === 'LineString' ? 0 : 1) : 2)
  const all = (geometry.type === 'Point' ? [geometry.coordinates] : positions) as Position[]
  if (all.length === 0 || (geometry.type === 'Point' && geometry.coordinates.length < 2)) return 'is an empty geometry'
  const wrong = all.find(([x, y]) => !(Math.abs(x!) <= 180 && Math.abs(y!) <= 90))
  if (wrong) return `has the coordinate ${JSON.stringify(wrong)}; longitude must be within ±180 and latitude within ±90`
  if (geometry.type === 'LineString' && all.length < 2) return 'is a line of one point'
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
  for (const ring of rings) {
    const first = ring[0], last = ring.at(-1)
    if (ring.length < 4 || first![0] !== last![0] || first![1] !== last![1]) return 'has a ring that doesn\'t close or has fewer than four points'
  }
  return undefined
}

function placeLine(line: Position[]): Placed {
  const [longitude, latitude] = middle(line)
  return { ewkb: hex(0x20000002, writer => writer.positions(line)), cell: cellOf(longitude!, latitude!), longitude: longitude!, latitude: latitude! }
}

function placeArea(polygons: Position[][][], multi: boolean): Placed {
  const [longitude, latitude] = inside(polygons.reduce((best, one) => Math.abs(area(one[0]!)) > Math.abs(area(best[0]!)) ? one : best))
  const rings = (writer: Writer, polygon: Position[][]) => { writer.count(polygon.length); for (const ring of polygon) writer.positions(ring) }
  const ewkb = multi
    ? hex(0x20000006, writer => { writer.count(polygons.length); for (const polygon of polygons) { writer.byte(1); writer.count(3); rings(writer, polygon) } })
    : hex(0x20000003, writer => rings(writer, polygons[0]!))
  return { ewkb, cell: cellOf(longitude!, latitude!), longitude: longitude!, latitude: latitude! }
}

function middle(line: Position[]): Position {
  const lengths = line.slice(1).map((to, i) => Math.hypot((to[0]! - line[i]![0]!) * Math.cos(to[1]! * Math.PI / 180), to[1]! - line[i]![1]!))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i]!
    if (left <= length && length > 0) {
      const [from, to] = [line[i]!, line[i + 1]!]
      return [from[0]! + (to[0]! - from[0]!) * left / length, from[1]! + (to[1]! - from[1]!) * left / length]
    }
    left -= length
  }
  return line[0]!
}

function area(ring: Position[]): number {
  let twice = 0
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!
  return twice / 2
}

/** A point inside a polygon: its centroid, or the middle of its widest stretch at half height where that lies outside. */
function inside(polygon: Position[][]): Position {
  const ring = polygon[0]!
  const [x0, y0] = ring[0] as [number, number]
  let x = 0, y = 0, twice = 0
  for (let i = 1; i < ring.length; i++) {
    const ax = ring[i - 1]![0]! - x0, ay = ring[i - 1]![1]! - y0, bx = ring[i]![0]! - x0, by = ring[i]![1]! - y0
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  const centroid: Position = twice === 0 ? [x0, y0] : [x0 + x / (3 * twice), y0 + y / (3 * twice)]
  const within = (point: Position) => ringHolds(ring, point) && !polygon.slice(1).some(hole => ringHolds(hole, point))
  if (within(centroid)) return centroid
  const ys = ring.map(position => position[1]!)
  const height = (Math.min(...ys) + Math.max(...ys)) / 2
  const crossings = polygon.flatMap(one => one.slice(1).flatMap((to, i) => {
    const from = one[i]!
    return (from[1]! > height) !== (to[1]! > height) ? [from[0]! + (to[0]! - from[0]!) * (height - from[1]!) / (to[1]! - from[1]!)] : []
  })).sort((a, b) => a - b)
  let best: Position = [x0, y0]
  let width = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    if (crossings[i + 1]! - crossings[i]! > width) { width = crossings[i + 1]! - crossings[i]!; best = [(crossings[i]! + crossings[i + 1]!) / 2, height] }
  }
  return best
}

interface Writer { byte(value: number): void, count(value: number): void, positions(list: Position[]): void }

function hex(type: number, write: (writer: Writer) => void): string {
  const parts: Buffer[] = []
  const count = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); parts.push(bytes) }
  parts.push(Buffer.from([1]))
  count(type)
  count(4326)
  write({
    byte: value => parts.push(Buffer.from([value])), count,
    positions(list) {
      count(list.length)
      const bytes = Buffer.alloc(list.length * 16)
      list.forEach((position, i) => { bytes.writeDoubleLE(position[0]!, i * 16); bytes.writeDoubleLE(position[1]!, i * 16 + 8) })
      parts.push(bytes)
    },
  })
  return Buffer.concat(parts).toString('hex')
}
