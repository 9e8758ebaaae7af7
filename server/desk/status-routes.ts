import { Type } from 'typebox'
import { requireOwnStation } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { readId } from './ids.ts'
import { setResult } from './result.ts'
import { setStatus } from './set-status.ts'
import * as shape from './shapes.ts'
import { findEvent, undoEvent } from './undo.ts'
import { changeIncident } from './write.ts'

export { readId } from './ids.ts'

/** Moving an incident along its course, ending it, and taking that back. */
export function statusRoutes(app: App, services: Services): void {
  app.post('/api/incidents/:id/status', {
    schema: {
      tags: ['desk'], summary: 'Set an incident\'s status', params: shape.idParams,
      body: Type.Object({ to: shape.status, at: Type.Optional(shape.instantText), request_key: Type.Optional(shape.requestKey), version: Type.Optional(Type.Integer()) }, shape.strict),
      response: { 200: shape.written },
    },
  }, ({ params, body, signedIn }) => changeIncident(services, signedIn, {
    incidentId: readId(params.id), action: 'incident status', version: body.version, requestKey: body.request_key, detail: { to: body.to },
    work: (transaction, incident, actor) => setStatus(transaction, incident, body, actor),
  }))

  app.post('/api/incidents/:id/result', {
    schema: {
      tags: ['desk'], summary: 'What it proved to be, and what came of it', params: shape.idParams,
      body: Type.Object({ resolved_code: shape.code, result: shape.shortText, close: Type.Optional(Type.Boolean()), request_key: Type.Optional(shape.requestKey) }, shape.strict),
      response: { 200: shape.written },
    },
  }, ({ params, body, signedIn }) => changeIncident(services, signedIn, {
    incidentId: readId(params.id), action: 'incident result', requestKey: body.request_key, detail: { resolved_code: body.resolved_code, close: body.close === true },
    work: (transaction, incident, actor) => setResult(transaction, incident, body, actor),
  }))

  app.post('/api/incidents/:id/undo', {
    schema: {
      tags: ['desk'], summary: 'Take back a status, merge, type or place within five minutes', params: shape.idParams,
      body: Type.Object({ event_id: Type.Integer() }, shape.strict), response: { 200: shape.written },
    },
  }, ({ params, body, signedIn }) => changeIncident(services, signedIn, {
    incidentId: readId(params.id), action: 'incident undo', detail: { event: body.event_id }, anyStation: true,
    work: async (transaction, incident, actor) => {
      const found = await findEvent(transaction, incident, body.event_id)
      if (found.event.account_id !== signedIn.account.id) requireOwnStation(signedIn, incident.station_id, incident.number)
      return undoEvent(transaction, incident, found, actor)
    },
  }))
}
