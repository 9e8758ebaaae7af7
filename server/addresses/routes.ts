import { Type } from 'typebox'
import { readAddressCode } from '../../layers/address-code.ts'
import type { App } from '../app-types.ts'
import { NotFound } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { addressByCode } from './by-code.ts'
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

const coded = Type.Object({
  id: Type.Integer(), code: Type.String(), full_text: Type.String(), longitude: Type.Number(), latitude: Type.Number(), station_id: Type.Union([Type.Integer(), Type.Null()]),
})

/** `GET /api/addresses/{id}/everything` and the address of a door plate's QR code. */
export function addressRoutes(app: App, services: Services): void {
  app.get('/api/addresses/by-code/:code', {
    schema: {
      tags: ['records'], summary: 'The address that a door plate\'s code stands for', description: 'QR codes hold the bare code or a URL that ends in /a/{code}: ask with the code.',
      params: Type.Object({ code: Type.String({ maxLength: 100 }) }), response: { 200: coded },
    },
  }, async ({ params, signedIn }) => {
    const code = readAddressCode(params.code)
    const found = code === undefined ? undefined : await addressByCode(services.db, services.open('addresses', signedIn), code)
    if (!found) throw new NotFound('address with the code', params.code)
    return found
  })

  app.get('/api/addresses/:id/everything', {
    schema: { tags: ['records'], summary: 'Everything at an address and below it', params: Type.Object({ id: Type.String() }), response: { 200: everything } },
  }, async ({ params, signedIn }) => {
    const id = readInteger(params.id, '/path/id', 1, Number.MAX_SAFE_INTEGER)
    const others = [...services.layers.values()].filter(({ layer }) => layer.atAddress && layer.id !== 'addresses' && layer.geometry === 'Point')
    return everythingAt(services.db, services.open('addresses', signedIn), others.map(({ layer }) => services.open(layer.id, signedIn)), id)
  })
}
