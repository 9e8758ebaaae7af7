import { sql } from 'kysely'
import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import type { Dictionaries } from '../layers/dictionaries.ts'
import type { Services } from '../services.ts'

const instant = Type.String({ format: 'date-time' })
const label = { name: Type.String(), name_en: Type.String() }

/** What the client needs to know before it draws: the city, the layers as this caller sees them, the dictionaries. */
export function cityRoutes(app: App, services: Services): void {
  app.get('/api/city', {
    schema: {
      tags: ['map'], summary: 'The city on the map',
      response: {
        200: Type.Object({
          ...label, time_zone: Type.String(), view: Type.Object({ longitude: Type.Number(), latitude: Type.Number(), zoom: Type.Number() }),
          extent: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }), now: instant, data_until: Type.Union([instant, Type.Null()]),
          base_maps: Type.Array(Type.Object({
            id: Type.String(), title: Type.Object({ zh: Type.String(), en: Type.String() }), kind: Type.Unsafe<'pmtiles' | 'raster'>(Type.String()),
            url: Type.String(), attribution: Type.String(), datum: Type.Unsafe<'wgs84' | 'gcj02'>(Type.String()), max_zoom: Type.Integer(),
          })),
        }),
      },
    },
  }, async ({ signedIn }) => {
    const { name, name_en, time_zone, view, extent } = await services.city()
    const source = services.open('incidents', signedIn)
    const { rows: [newest] } = await sql<{ at: Date | null }>`SELECT t.received_at AS at ${source.from()} ORDER BY t.received_at DESC LIMIT 1`.execute(services.db)
    const base_maps = services.config.baseMaps.map(map => ({
      id: map.id, title: map.title, kind: map.kind, url: map.kind === 'pmtiles' ? `/base-maps/${map.id}.pmtiles` : map.source,
      attribution: map.attribution, datum: map.datum, max_zoom: map.maxZoom,
    }))
    return { name, name_en, time_zone, view, extent, now: new Date().toISOString(), data_until: newest?.at?.toISOString() ?? null, base_maps }
  })

  app.get('/api/layers', {
    schema: {
      tags: ['map'], summary: 'Layers as this caller sees them',
      response: {
        200: Type.Object({
          layers: Type.Array(Type.Object({
            id: Type.String(), revision: Type.Integer(), changed_at: instant,
            rows: Type.Unsafe<'all' | 'some' | 'none'>(Type.Union(['all', 'some', 'none'].map(value => Type.Literal(value)))),
            small_counts: Type.Boolean({ description: 'counts of other stations under ten are hidden' }),
          })),
        }),
      },
    },
  }, async ({ signedIn }) => ({
    layers: [...services.layers.keys()].map(id => {
      const { layer, disclosure: { rows, exactCounts } } = services.open(id, signedIn)
      const { revision, at } = services.changes.revision(id)
      return { id, revision, changed_at: at, rows: rows === 'all' ? 'all' as const : rows.length ? 'some' as const : 'none' as const, small_counts: layer.smallCounts === true && exactCounts !== 'all' }
    }),
  }))

  app.get('/api/dictionaries', {
    schema: {
      tags: ['map'], summary: 'Editable dictionaries',
      response: {
        200: Type.Unsafe<Dictionaries>(Type.Object({
          incident_type: Type.Array(Type.Object({ code: Type.String(), ...label, police: Type.Boolean(), grade: Type.Integer() })),
          place_category: Type.Array(Type.Object({ code: Type.String(), ...label, key_category: Type.Boolean() })),
          unit_status: Type.Array(Type.Object({ code: Type.String(), meaning: Type.String(), ...label })),
          capability: Type.Array(Type.Object({ code: Type.String(), ...label })),
          stations: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]) })),
        })),
      },
    },
  }, async () => (await services.vocabulary()).dictionaries)
}
