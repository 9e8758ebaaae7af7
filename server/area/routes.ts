import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { readSelection } from '../layers/filters.ts'
import type { Services } from '../services.ts'
import { countArea } from './count-area.ts'
import { areaGeometry, requireArea } from './geometry.ts'

/** `POST /api/area`: what lies inside a polygon, layer by layer. Changes nothing; a polygon is too long for a URL. */
export function areaRoutes(app: App, services: Services): void {
  app.post('/api/area', {
    schema: {
      tags: ['map'], summary: 'Counts of layers inside an area',
      body: Type.Object({
        geometry: areaGeometry, layers: Type.Array(Type.String(), { minItems: 1, maxItems: 30 }), from: Type.Optional(Type.String()), to: Type.Optional(Type.String()),
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
    const squareMetres = await requireArea(services.db, body.geometry), text = JSON.stringify(body.geometry)
    const vocabulary = await services.vocabulary()
    const layers = await Promise.all(body.layers.map(id => {
      const source = services.open(id, signedIn)
      const window = source.layer.time ? { from: body.from, to: body.to } : {}
      return countArea(services.db, source, readSelection(source, { ...window, ...body.filters?.[id] }, vocabulary), text)
    }))
    return { area_m2: Math.round(squareMetres), layers }
  })
}
