import { Type, type Static } from 'typebox'
import type { Database } from '../database.ts'
import { BadInput } from '../errors.ts'
import { checkArea } from './count-area.ts'

const position = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 })
const ring = Type.Array(position, { minItems: 4, maxItems: 2000 })

/** A drawn area as GeoJSON, WGS 84. */
export const areaGeometry = Type.Union([
  Type.Object({ type: Type.Literal('Polygon'), coordinates: Type.Array(ring, { minItems: 1, maxItems: 50 }) }),
  Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Type.Array(ring, { minItems: 1, maxItems: 50 }), { minItems: 1, maxItems: 50 }) }),
])
export type AreaGeometry = Static<typeof areaGeometry>

/**
 * A drawn area, checked.
 *
 * @returns its size in square metres on the ellipsoid
 * @throws {BadInput} for positions outside the world and for polygons that aren't valid, naming why
 */
export async function requireArea(db: Database, geometry: AreaGeometry, pointer = '/body/geometry'): Promise<number> {
  for (const [longitude, latitude] of positionsOf(geometry)) {
    if (!(Math.abs(longitude!) <= 180 && Math.abs(latitude!) <= 85.05))
      throw new BadInput({ pointer: `${pointer}/coordinates`, value: [longitude, latitude], detail: 'positions must be longitude, latitude in degrees, within 180 and 85.05' })
  }
  const { squareMetres, fault } = await checkArea(db, JSON.stringify(geometry))
  if (fault) throw new BadInput({ pointer, value: fault, detail: 'must be a valid polygon, whose rings are closed and don\'t cross themselves' })
  return squareMetres
}

const positionsOf = (geometry: AreaGeometry): number[][] => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as unknown as number[][]
