import { sql } from 'kysely'
import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { audit } from '../access/audit.ts'
import { covers } from '../../layers/access.ts'
import { BadInput, Forbidden, NotFound } from '../errors.ts'
import { selectFeatures } from '../features/select.ts'
import type { Source } from '../layers/source.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'

const record = Type.Object({
  layer: Type.String(), id: Type.Integer(), geometry: Type.Unsafe<object | null>(Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()], { description: 'null for an incident without coordinates' })),
  properties: Type.Record(Type.String(), Type.Unknown()),
  restricted: Type.Object({ available: Type.Boolean(), properties: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]) }),
  station: Type.Union([Type.Object({ id: Type.Integer(), name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]) }), Type.Null()]),
})

/** `GET /api/records/{layer}/{id}`: one record whole; its restricted part for a purpose, audited. */
export function recordRoutes(app: App, services: Services): void {
  app.get('/api/records/:layer/:id', {
    schema: {
      tags: ['records'], summary: 'A record', description: 'Restricted properties come with a purpose only, to callers of the owning station, and the read is audited.',
      params: Type.Object({ layer: Type.String(), id: Type.String() }), querystring: Type.Object({ purpose: Type.Optional(Type.String()) }, { additionalProperties: false }),
      response: { 200: record },
    },
  }, async ({ params, query, signedIn }) => {
    const source = services.open(params.layer, signedIn)
    const id = readInteger(params.id, '/path/id', 1, Number.MAX_SAFE_INTEGER)
    const purpose = readPurpose(query.purpose)
    const [feature] = await selectFeatures(services.db, source, [sql`t.id = ${id}`], { after: 0, limit: 1 })
    if (!feature) throw new NotFound(source.layer.id, id)
    const stationId = feature.properties.station_id as number | null ?? null
    const available = source.disclosure.restricted.properties.length > 0 && covers(source.disclosure.restricted.stations, stationId)
    if (purpose && !available) throw new Forbidden(`restricted properties of this record are for its own station (${await stationName(services, stationId)})`)
    const restricted = purpose ? await readRestricted(services, source, id) : null
    if (purpose) await audit(services.db, { accountId: signedIn.account.id, action: 'restricted read', subject: `${source.layer.id}/${id}`, detail: { purpose } })
    const station = (await services.vocabulary()).dictionaries.stations.find(each => each.id === stationId) ?? null
    return { layer: source.layer.id, id, geometry: feature.geometry, properties: feature.properties, restricted: { available, properties: restricted }, station }
  })
}

function readPurpose(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const purpose = text.trim()
  if (purpose.length < 2 || purpose.length > 200) throw new BadInput({ pointer: '/query/purpose', value: text, detail: 'must say in 2 to 200 characters what the restricted part is needed for' })
  return purpose
}

async function readRestricted({ db }: Services, source: Source, id: number): Promise<Record<string, unknown>> {
  const names = source.disclosure.restricted.properties
  const { rows: [row] } = await sql<Record<string, unknown>>`
    SELECT ${sql.join(names.map(name => sql`${source.restrictedColumn(name)} AS ${sql.ref(name)}`))} ${source.from(sql`t.id = ${id}`)}`.execute(db)
  return row!
}

async function stationName(services: Services, id: number | null): Promise<string> {
  return (await services.vocabulary()).dictionaries.stations.find(each => each.id === id)?.name ?? 'none'
}
