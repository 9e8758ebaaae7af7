import { Type } from 'typebox'
import { indexTypes, matchTypes, type TypeIndex } from '../../layers/initials.ts'
import type { App } from '../app-types.ts'
import type { IncidentType } from '../layers/dictionaries.ts'
import type { Services } from '../services.ts'
import * as shape from './shapes.ts'

/** Types by two letters, for clients that don't match them themselves. */
export function typeRoutes(app: App, services: Services): void {
  let known: { of: readonly IncidentType[], index: TypeIndex } | undefined
  app.get('/api/types', {
    schema: {
      tags: ['desk'], summary: 'Incident types by a few letters: dq is 盗窃',
      querystring: Type.Object({ q: Type.String({ maxLength: 50 }) }, shape.strict),
      response: { 200: Type.Object({ types: Type.Array(Type.Object({
        code: Type.String(), name: Type.String(), name_en: Type.String(), path: Type.Array(Type.String()), police: Type.Boolean(), grade: Type.Integer(),
      })) }) },
    },
  }, async ({ query }) => {
    const types = (await services.vocabulary()).dictionaries.incident_type
    if (known?.of !== types) known = { of: types, index: indexTypes(types) }
    return { types: matchTypes(known.index, query.q) }
  })
}
