import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { BadInput } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { find, type SearchOptions } from './find.ts'

const degrees = Type.Union([Type.Number(), Type.Null()], { description: 'null for an incident without coordinates' })
const result = Type.Object({
  layer: Type.String(), id: Type.Integer(), label: Type.String(), detail: Type.String(), longitude: degrees, latitude: degrees,
  score: Type.Number(), matched: Type.Unsafe<'text' | 'pinyin' | 'initials' | 'number' | 'typo'>(Type.Union(['text', 'pinyin', 'initials', 'number', 'typo'].map(way => Type.Literal(way)))),
})

/** `GET /search`. */
export function searchRoutes(app: App, services: Services): void {
  app.get('/search', {
    schema: {
      tags: ['map'], summary: 'Find by name, in Chinese, pinyin or initials; incidents by number',
      querystring: Type.Object({
        q: Type.String({ description: '2 to 100 characters' }), limit: Type.Optional(Type.String({ description: '1 to 50, 10 unless told' })),
        lng: Type.Optional(Type.String({ description: 'with lat: among equals the nearest comes first' })), lat: Type.Optional(Type.String()),
      }, { additionalProperties: false }),
      response: { 200: Type.Object({ results: Type.Array(result), took_ms: Type.Number() }) },
    },
  }, async ({ query, signedIn }) => {
    const text = query.q.trim()
    if (text.length < 2 || text.length > 100) throw new BadInput({ pointer: '/query/q', value: query.q, detail: 'must have 2 to 100 characters' })
    const options: SearchOptions = { limit: query.limit === undefined ? 10 : readInteger(query.limit, '/query/limit', 1, 50), ...readNear(query.lng, query.lat) }
    const sources = [...services.layers.keys()].map(id => services.open(id, signedIn))
    const start = performance.now()
    const results = await find(services.db, sources, text, options)
    return { results, took_ms: Math.round((performance.now() - start) * 10) / 10 }
  })
}

function readNear(lng: string | undefined, lat: string | undefined): Pick<SearchOptions, 'near'> {
  if (lng === undefined && lat === undefined) return {}
  const longitude = Number(lng ?? NaN), latitude = Number(lat ?? NaN)
  if (!(Math.abs(longitude) <= 180)) throw new BadInput({ pointer: '/query/lng', value: lng, detail: 'must be a longitude from -180 to 180, together with lat' })
  if (!(Math.abs(latitude) <= 90)) throw new BadInput({ pointer: '/query/lat', value: lat, detail: 'must be a latitude from -90 to 90, together with lng' })
  return { near: { longitude, latitude } }
}
