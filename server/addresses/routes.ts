import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { everythingAt, type Everything } from './everything.ts'

const row = Type.Record(Type.String(), Type.Unknown())
const line = Type.Object({ id: Type.Integer(), level: Type.String(), name: Type.String() })
const everything = Type.Unsafe<Everything>(Type.Object({
  address: Type.Object({ id: Type.Integer(), longitude: Type.Number(), latitude: Type.Number() }, { additionalProperties: true }),
  chain: Type.Array(line),
  children: Type.Object({ total: Type.Integer(), items: Type.Array(line) }),
  layers: Type.Array(Type.Object({
    layer: Type.String(), total: Type.Integer(), items: Type.Array(row, { description: 'the newest, 50 at most' }),
    sums: Type.Optional(Type.Record(Type.String(), Type.Integer())),
    others_hidden: Type.Boolean({ description: 'the address belongs to another station, whose rows of this layer are not shown' }),
  })),
}))

/** `GET /api/addresses/{id}/everything`. */
export function addressRoutes(app: App, services: Services): void {
  app.get('/api/addresses/:id/everything', {
    schema: { tags: ['records'], summary: 'Everything at an address and below it', params: Type.Object({ id: Type.String() }), response: { 200: everything } },
  }, async ({ params, signedIn }) => {
    const id = readInteger(params.id, '/path/id', 1, Number.MAX_SAFE_INTEGER)
    const others = [...services.layers.values()].filter(({ layer }) => layer.atAddress && layer.id !== 'addresses' && layer.geometry === 'Point')
    return everythingAt(services.db, services.open('addresses', signedIn), others.map(({ layer }) => services.open(layer.id, signedIn)), id)
  })
}
