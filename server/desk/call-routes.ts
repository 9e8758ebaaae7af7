import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { openIncidents } from './open-incidents.ts'
import { noteListRead } from './read-notes.ts'
import * as shape from './shapes.ts'
import { takeCall } from './take-call.ts'
import { actorOf } from './write.ts'

/** The list that the desk works through, and taking a call. */
export function callRoutes(app: App, services: Services): void {
  const { db } = services
  const channels = Object.keys(services.layers.get('incidents')!.layer.properties.channel!.choices!)

  app.get('/api/incidents/open', {
    schema: {
      tags: ['desk'], summary: 'Open incidents, oldest first',
      description: 'Received, dispatched, on the way, on the scene, with another department or returned by it, and handled within 24 hours; merged calls are with the incident they were merged into.',
      querystring: Type.Object({ station_id: Type.Optional(Type.String()) }, shape.strict),
      response: { 200: Type.Object({ as_of: shape.instant, incidents: Type.Array(shape.openIncident) }) },
    },
  }, async ({ query, signedIn }) => {
    const stationId = query.station_id === undefined ? undefined : readInteger(query.station_id, '/query/station_id', 1, 2 ** 31 - 1)
    const now = new Date()
    const incidents = await openIncidents(db, services.open('incidents', signedIn), { stationId, now })
    if (incidents.some(({ location_text }) => location_text !== null)) await noteListRead(services, signedIn)
    return { as_of: now, incidents }
  })

  app.post('/api/incidents', {
    schema: {
      tags: ['desk'], summary: 'Take a call',
      description: 'The place is a point, an address, or both. A call in another station\'s area is taken all the same and belongs to that station.',
      body: Type.Object({
        taken_code: shape.code, channel: Type.Union(channels.map(value => Type.Literal(value))),
        longitude: Type.Optional(shape.longitude), latitude: Type.Optional(shape.latitude), address_id: Type.Optional(shape.id),
        address_code: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'as under the QR code on the door plate' })),
        location_text: Type.Optional(Type.String({ maxLength: 500 })), summary: Type.Optional(Type.String({ maxLength: 2000 })),
        occurred_from: Type.Optional(shape.instantText), occurred_to: Type.Optional(shape.instantText),
        grade: Type.Optional(shape.grade), request_key: Type.Optional(shape.requestKey),
      }, shape.strict),
      response: { 201: Type.Object({ id: shape.id, number: Type.String(), version: Type.Integer(), station_id: shape.orNull(shape.id), repeated: Type.Boolean() }) },
    },
  }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'take_calls')
    const city = await services.city()
    const taken = await transact(db, async transaction => {
      const made = await takeCall(transaction, { call: { ...body, channel: String(body.channel) }, city, actor: actorOf(signedIn) })
      if (!made.repeated) await audit(transaction, { accountId: signedIn.account.id, action: 'call taken', subject: `incidents/${made.id}`, detail: { number: made.number, code: body.taken_code } })
      return made
    })
    return reply.code(201).send(taken)
  })
}
