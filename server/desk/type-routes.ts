import { Type } from 'typebox'
import { findTypes, indexTypes, type IndexedType } from '../../layers/find-type.ts'
import type { App } from '../app-types.ts'
import type { IncidentType } from '../layers/dictionaries.ts'
import type { Services } from '../services.ts'
import * as shape from './shapes.ts'

/** Types by two letters, for clients that don't match them themselves. */
export function typeRoutes(app: App, services: Services): void {
  let known: { of: readonly IncidentType[], index: IndexedType[] } | undefined
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
    if (!query.q.trim()) return { types: [] }
    return { types: findTypes(known.index, query.q, {}, 12).map(({ entry, path }) => ({ ...entry, grade: entry.grade ?? 3, path: path.map(({ name }) => name) })) }
  })
}
