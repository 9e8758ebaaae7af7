import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { readId } from './ids.ts'
import { readIncident, type IncidentEvent } from './read-incident.ts'
import { noteRecordRead } from './read-notes.ts'
import * as shape from './shapes.ts'

const event = Type.Unsafe<IncidentEvent>(Type.Object({
  id: Type.Integer(), at: shape.instant, recorded_at: shape.instant, kind: Type.String(), from_status: shape.orNull(Type.String()), to_status: shape.orNull(Type.String()),
  account_id: shape.orNull(Type.Integer()), actor: Type.String(), unit_id: shape.orNull(Type.Integer()), callsign: shape.orNull(Type.String()),
  detail: Type.Object({}, { additionalProperties: true }), undone: Type.Boolean(),
}))
const inFull = Type.Object({
  ...shape.incidentFields, taken_code: Type.String(), resolved_code: shape.orNull(Type.String()),
  result: shape.orNull(Type.String()), summary: shape.orNull(Type.String()), events: Type.Array(event),
  merged: Type.Array(Type.Object({ id: shape.id, number: Type.String(), received_at: shape.instant })),
  undo: shape.orNull(Type.Object({ event_id: Type.Integer(), until: shape.instantText })),
})

/** One incident with its course. */
export function recordRoutes(app: App, services: Services): void {
  app.get('/api/incidents/:id', {
    schema: {
      tags: ['desk'], summary: 'An incident with everything that was done to it',
      description: 'Words, result and course are for the owning station; reading them is audited with the purpose 处警. Elsewhere they are null and empty.',
      params: shape.idParams, response: { 200: inFull },
    },
  }, async ({ params, signedIn }) => {
    const id = readId(params.id)
    const found = await readIncident(services.db, services.open('incidents', signedIn), id)
    if (!found) throw new NotFound('incident', id)
    if (found.restrictedRead) await noteRecordRead(services, signedIn, id)
    return found.incident
  })
}
