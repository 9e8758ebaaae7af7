import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { amendIncident } from './amend.ts'
import { readText } from './free-text.ts'
import { readId } from './ids.ts'
import { announceIncident } from './incident-row.ts'
import { recordEvent } from './move-incident.ts'
import * as shape from './shapes.ts'
import { bumpVersion, changeIncident } from './write.ts'

/** Correcting an incident and writing notes to it. */
export function changeRoutes(app: App, services: Services): void {
  app.patch('/api/incidents/:id', {
    schema: {
      tags: ['desk'], summary: 'Correct type, grade, place or words', params: shape.idParams,
      body: Type.Object({
        version: Type.Integer(), taken_code: Type.Optional(shape.code), grade: Type.Optional(shape.grade),
        longitude: Type.Optional(shape.longitude), latitude: Type.Optional(shape.latitude), address_id: Type.Optional(shape.orNull(shape.id)),
        address_code: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
        location_text: Type.Optional(Type.String({ maxLength: 500 })), summary: Type.Optional(Type.String({ maxLength: 2000 })),
      }, shape.strict),
      response: { 200: shape.written },
    },
  }, async ({ params, body: { version, ...amendment }, signedIn }) => {
    const city = await services.city()
    return changeIncident(services, signedIn, {
      incidentId: readId(params.id), action: 'incident corrected', version, detail: { changed: Object.keys(amendment) },
      work: (transaction, incident, actor) => amendIncident(transaction, incident, amendment, actor, city),
    })
  })

  app.post('/api/incidents/:id/notes', {
    schema: {
      tags: ['desk'], summary: 'Add a note to an incident\'s course', params: shape.idParams,
      body: Type.Object({ text: shape.shortText, request_key: Type.Optional(shape.requestKey) }, shape.strict), response: { 200: shape.written },
    },
  }, ({ params, body, signedIn }) => changeIncident(services, signedIn, {
    incidentId: readId(params.id), action: 'incident note', requestKey: body.request_key,
    work: async (transaction, incident, actor) => {
      await recordEvent(transaction, incident, { kind: 'note', at: new Date(), actor, requestKey: body.request_key ?? null, detail: { text: readText(body.text, '/body/text') } })
      const version = await bumpVersion(transaction, incident)
      await announceIncident(transaction, incident.id, 'note')
      return version
    },
  }))
}
