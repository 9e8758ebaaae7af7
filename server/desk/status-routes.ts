import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { setStatus } from './set-status.ts'
import * as shape from './shapes.ts'
import { changeIncident } from './write.ts'

export const readId = (text: string): number => readInteger(text, '/path/id', 1, Number.MAX_SAFE_INTEGER)

/** Moving an incident along its course. */
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
}
