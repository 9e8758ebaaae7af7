import { sql } from 'kysely'
import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { BadInput } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { nearby, type Nearby } from './nearby.ts'
import { noteListRead } from './read-notes.ts'
import * as shape from './shapes.ts'

const answer = Type.Unsafe<Nearby>(Type.Object({
  at_place: Type.Object({
    count_30_days: Type.Integer(), count_365_days: Type.Integer(),
    latest: Type.Array(Type.Object({ id: shape.id, number: Type.String(), code: Type.String(), status: Type.String(), received_at: shape.instant })),
  }),
  open_disputes: shape.orNull(Type.Array(Type.Object({
    id: shape.id, number: Type.String(), kind: Type.String(), grade: Type.String(), stage: Type.String(), overdue: Type.Boolean(),
  }))),
  open_nearby: Type.Array(Type.Object({ ...shape.incidentFields, metres: Type.Integer() })),
  station: shape.orNull(Type.Object({ id: shape.id, name: Type.String() })),
  address: shape.orNull(Type.Object({ id: shape.id, full_text: Type.String() })),
}))

/** What is known of a place while the call is still being taken. */
export function nearbyRoutes(app: App, services: Services): void {
  app.get('/api/incidents/nearby', {
    schema: {
      tags: ['desk'], summary: 'History and open incidents at and around a place',
      description: 'By point, by address, or both. History counts the address and its whole building. Open incidents: within 500 m and 6 hours.',
      querystring: Type.Object({ lng: Type.Optional(Type.String()), lat: Type.Optional(Type.String()), address_id: Type.Optional(Type.String()) }, shape.strict),
      response: { 200: answer },
    },
  }, async ({ query, signedIn }) => {
    const open = (layer: string) => services.open(layer, signedIn)
    const addressId = query.address_id === undefined ? undefined : readInteger(query.address_id, '/query/address_id', 1, Number.MAX_SAFE_INTEGER)
    const at = query.lng !== undefined || query.lat !== undefined || addressId === undefined
      ? { longitude: readDegrees(query.lng, '/query/lng', 180), latitude: readDegrees(query.lat, '/query/lat', 90) }
      : await pointOf(services, addressId)
    const found = await nearby(services.db, { incidents: open('incidents'), addresses: open('addresses'), disputes: open('disputes') }, at, addressId)
    if (found.open_nearby.some(({ location_text }) => location_text !== null)) await noteListRead(services, signedIn)
    return found
  })
}

function readDegrees(text: string | undefined, pointer: string, limit: number): number {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text)
  if (!Number.isFinite(value) || Math.abs(value) > limit) throw new BadInput({ pointer, value: text, detail: `must be degrees from -${limit} to ${limit} (or give address_id alone)` })
  return value
}

async function pointOf({ db }: Services, addressId: number): Promise<{ longitude: number, latitude: number }> {
  const { rows: [row] } = await sql<{ longitude: number, latitude: number }>`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM address WHERE id = ${addressId}`.execute(db)
  if (!row) throw new BadInput({ pointer: '/query/address_id', value: addressId, detail: 'there is no such address' })
  return row
}
