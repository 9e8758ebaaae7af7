import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { BadInput } from '../errors.ts'
import { readSelection } from '../layers/filters.ts'
import type { Services } from '../services.ts'
import { checkArea, countArea } from './count-area.ts'

const position = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 })
const ring = Type.Array(position, { minItems: 4, maxItems: 2000 })
const geometry = Type.Union([
  Type.Object({ type: Type.Literal('Polygon'), coordinates: Type.Array(ring, { minItems: 1, maxItems: 50 }) }),
  Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Type.Array(ring, { minItems: 1, maxItems: 50 }), { minItems: 1, maxItems: 50 }) }),
])

/** `POST /api/area`: what lies inside a polygon, layer by layer. Changes nothing; a polygon is too long for a URL. */
export function areaRoutes(app: App, services: Services): void {
  app.post('/api/area', {
    schema: {
      tags: ['map'], summary: 'Counts of layers inside an area',
      body: Type.Object({
        geometry, layers: Type.Array(Type.String(), { minItems: 1, maxItems: 30 }), from: Type.Optional(Type.String()), to: Type.Optional(Type.String()),
        filters: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), Type.String()), { description: 'layer -> filter -> value' })),
      }, { additionalProperties: false }),
      response: {
        200: Type.Object({
          area_m2: Type.Number(),
          layers: Type.Array(Type.Object({
            id: Type.String(), count: Type.Integer(), measures: Type.Optional(Type.Record(Type.String(), Type.Integer())),
            by: Type.Optional(Type.Object({ property: Type.String(), values: Type.Record(Type.String(), Type.Integer()) })), others_omitted: Type.Boolean(),
          })),
        }),
      },
    },
  }, async ({ body, signedIn }) => {
    refuseOutside(body.geometry.coordinates.flat(body.geometry.type === 'Polygon' ? 1 : 2) as unknown as number[][])
    const text = JSON.stringify(body.geometry)
    const { squareMetres, fault } = await checkArea(services.db, text)
    if (fault) throw new BadInput({ pointer: '/body/geometry', value: fault, detail: 'must be a valid polygon, whose rings are closed and don\'t cross themselves' })
    const vocabulary = await services.vocabulary()
    const layers = await Promise.all(body.layers.map(id => {
      const source = services.open(id, signedIn)
      const window = source.layer.time ? { from: body.from, to: body.to } : {}
      return countArea(services.db, source, readSelection(source, { ...window, ...body.filters?.[id] }, vocabulary), text)
    }))
    return { area_m2: Math.round(squareMetres), layers }
  })
}

function refuseOutside(positions: number[][]): void {
  for (const [longitude, latitude] of positions) {
    if (!(Math.abs(longitude!) <= 180 && Math.abs(latitude!) <= 85.05))
      throw new BadInput({ pointer: '/body/geometry/coordinates', value: [longitude, latitude], detail: 'positions must be longitude, latitude in degrees, within 180 and 85.05' })
  }
}
