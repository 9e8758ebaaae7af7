import type { Geometry, Position } from 'geojson'

const types = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon', MULTIPOINT: 'MultiPoint', MULTILINESTRING: 'MultiLineString', MULTIPOLYGON: 'MultiPolygon' } as const

/** Well-known text, plain or with SRID=4326 before it; undefined where it is neither. */
export function parseWkt(text: string): Geometry | undefined {
  const found = /^\s*(?:SRID=4326;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is.exec(text)
  const type = types[found?.[1]?.toUpperCase() as keyof typeof types]
  if (!found || !type) return undefined
  // "(1 2, 3 4)" is JSON once pairs and brackets are.
  const json = found[2]!
    .replace(/\s*([(),])\s*/g, '$1')
    .replace(/[^(),]+/g, pair => `[${pair.trim().split(/\s+/).join(',')}]`)
    .replaceAll('(', '[').replaceAll(')', ']')
  try {
    const coordinates = JSON.parse(json) as Position[]
    return { type, coordinates: type === 'Point' ? coordinates[0] : coordinates } as Geometry
  } catch { return undefined }
}
