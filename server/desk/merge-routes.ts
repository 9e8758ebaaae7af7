import { Type } from 'typebox'
import { requireOwnStation } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { Conflict } from '../errors.ts'
import type { Services } from '../services.ts'
import { readId } from './ids.ts'
import { lockIncident } from './incident-row.ts'
import { mergeIncident, unmergeIncident } from './merge.ts'
import * as shape from './shapes.ts'
import { changeIncident } from './write.ts'

/** Two calls about one thing. */
export function mergeRoutes(app: App, services: Services): void {
  app.post('/api/incidents/:id/merge', {
    schema: {
      tags: ['desk'], summary: 'Merge a second call into the incident that it is about', params: shape.idParams,
      body: Type.Object({ into_id: shape.id }, shape.strict), response: { 200: shape.written },
    },
  }, ({ params, body, signedIn }) => changeIncident(services, signedIn, {
    incidentId: readId(params.id), action: 'incident merged', detail: { into: body.into_id },
    work: async (transaction, incident, actor) => {
      const into = await lockIncident(transaction, body.into_id)
      requireOwnStation(signedIn, into.station_id, into.number)
      return mergeIncident(transaction, incident, into, actor)
    },
  }))

  app.delete('/api/incidents/:id/merge', {
    schema: { tags: ['desk'], summary: 'Make a merged call an incident of its own again', params: shape.idParams, response: { 200: shape.written } },
  }, ({ params, signedIn }) => changeIncident(services, signedIn, {
    incidentId: readId(params.id), action: 'incident unmerged',
    work: async (transaction, incident, actor) => {
      if (incident.merged_into_id === null) throw new Conflict(`${incident.number} is not merged`)
      return unmergeIncident(transaction, incident, await lockIncident(transaction, incident.merged_into_id), actor)
    },
  }))
}
