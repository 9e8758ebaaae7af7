import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import type { App } from '../app-types.ts'
import { NotFound } from '../errors.ts'
import type { Source } from '../layers/source.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { readFeatureQuery, type FeatureQuery } from './query.ts'
import { countFeatures, extentOf, selectFeatures } from './select.ts'

const geoJson = 'application/geo+json'
const tags = ['OGC API – Features']
const collectionPath = Type.Object({ collection: Type.String() })
const conformsTo = ['core', 'geojson'].map(name => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`)

/** OGC API – Features 1.0: core and GeoJSON. What QGIS and GDAL read. */
export function featureRoutes(app: App, services: Services): void {
  // Extents read every row: once a revision is enough.
  const extents = new LRUCache<string, ReturnType<typeof extentOf>>({ max: 500 })
  const extent = (source: Source) => {
    const { revision, at } = services.changes.revision(source.layer.id)
    const key = [source.layer.id, source.disclosure.key, revision, at].join('|')
    const known = extents.get(key) ?? extentOf(services.db, source).catch(error => { extents.delete(key); throw error })
    extents.set(key, known)
    return known
  }

  app.get('/ogc', { schema: { tags, summary: 'Landing page' } }, async request => {
    const base = baseOf(request)
    const { name, name_en } = await services.city()
    return {
      title: `${name}一张图`, description: `${name_en}: layers of the one map`,
      links: [
        link(base, 'self', 'application/json'), link(`${base}/conformance`, 'conformance', 'application/json'), link(`${base}/collections`, 'data', 'application/json'),
        link(`${rootOf(request)}/api/docs/json`, 'service-desc', 'application/vnd.oai.openapi+json;version=3.1'), link(`${rootOf(request)}/api/docs`, 'service-doc', 'text/html'),
      ],
    }
  })
  app.get('/ogc/conformance', { schema: { tags, summary: 'Conformance classes' } }, async () => ({ conformsTo }))

  app.get('/ogc/collections', { schema: { tags, summary: 'Collections' } }, async request => {
    const sources = [...services.layers.keys()].map(id => services.open(id, request.signedIn))
    return {
      links: [link(`${baseOf(request)}/collections`, 'self', 'application/json')],
      collections: await Promise.all(sources.map(async source => describe(source, await extent(source), baseOf(request)))),
    }
  })
  app.get('/ogc/collections/:collection', { schema: { tags, summary: 'A collection', params: collectionPath } }, async request => {
    const source = services.open(request.params.collection, request.signedIn)
    return describe(source, await extent(source), baseOf(request))
  })

  app.get('/ogc/collections/:collection/items', {
    schema: {
      tags, summary: 'Features', description: 'Further parameters are open properties of the collection, compared for equality.', params: collectionPath,
      querystring: Type.Object({
        bbox: Type.Optional(Type.String()), datetime: Type.Optional(Type.String()), after: Type.Optional(Type.String({ description: 'cursor of next links' })),
        limit: Type.Optional(Type.String({ description: '1 to 10000, 100 unless told' })),
      }, { additionalProperties: Type.String() }),
    },
  }, async (request, reply) => {
    const source = services.open(request.params.collection, request.signedIn)
    const query = readFeatureQuery(source, request.query, (await services.city()).time_zone)
    const [features, numberMatched] = await Promise.all([selectFeatures(services.db, source, query.conditions, query), countFeatures(services.db, source, query.conditions)])
    const url = `${baseOf(request)}/collections/${source.layer.id}/items`
    return reply.type(geoJson).send({
      type: 'FeatureCollection', features, numberMatched, numberReturned: features.length, timeStamp: new Date().toISOString(),
      links: [link(`${rootOf(request)}${request.url}`, 'self', geoJson), link(url.replace(/\/items$/, ''), 'collection', 'application/json'), ...nextLink(url, request.query, query, features)],
    })
  })

  app.get('/ogc/collections/:collection/items/:id', {
    schema: { tags, summary: 'A feature', params: Type.Object({ collection: Type.String(), id: Type.String() }) },
  }, async (request, reply) => {
    const source = services.open(request.params.collection, request.signedIn)
    const id = readInteger(request.params.id, '/path/id', 1, Number.MAX_SAFE_INTEGER)
    const [feature] = await selectFeatures(services.db, source, [sql`t.id = ${id}`], { after: 0, limit: 1 })
    if (!feature) throw new NotFound(source.layer.id, id)
    const url = `${baseOf(request)}/collections/${source.layer.id}`
    return reply.type(geoJson).send({ ...feature, links: [link(`${url}/items/${id}`, 'self', geoJson), link(url, 'collection', 'application/json')] })
  })
}

const rootOf = ({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string => `${protocol}://${host}`
const baseOf = (request: Pick<FastifyRequest, 'protocol' | 'host'>): string => `${rootOf(request)}/ogc`
const link = (href: string, rel: string, type: string) => ({ href, rel, type })

function nextLink(url: string, given: Record<string, string | undefined>, { limit }: FeatureQuery, features: { id: number }[]) {
  if (features.length < limit) return []
  const parameters = new URLSearchParams(Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined))
  parameters.set('after', String(features.at(-1)!.id))
  return [link(`${url}?${parameters}`, 'next', geoJson)]
}

function describe({ layer }: Source, { box, from, to }: Awaited<ReturnType<typeof extentOf>>, base: string): Record<string, unknown> {
  const url = `${base}/collections/${layer.id}`
  return {
    id: layer.id, title: `${layer.title.zh} ${layer.title.en}`, description: layer.legend.en, itemType: 'feature',
    crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
    extent: { ...(box && { spatial: { bbox: [box] } }), ...(from && { temporal: { interval: [[from, to]] } }) },
    links: [link(url, 'self', 'application/json'), link(`${url}/items`, 'items', geoJson)],
  }
}
