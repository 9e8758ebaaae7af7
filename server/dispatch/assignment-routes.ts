import { sql } from 'kysely'
import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import { requireOwnStation, requirePower } from '../access/powers.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { App } from '../app-types.ts'
import type { Database } from '../database.ts'
import { readOptionalText, readText } from '../desk/free-text.ts'
import { lockIncident } from '../desk/incident-row.ts'
import { readId } from '../desk/status-routes.ts'
import { actorOf } from '../desk/write.ts'
import { NotFound, NotReady } from '../errors.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { readAssignment } from './assignments.ts'
import { once } from './once.ts'
import { travelSeconds } from './recommend/recommend.ts'
import { readSaid } from './recommend/saved.ts'
import { body, id, idParams, optional, reason, requestKey } from './schemas.ts'
import { sendUnits } from './send-units.ts'
import { standDown, undoSending } from './stand-down.ts'

/** Units are sent, called off, and sending is taken back. */
export function assignmentRoutes(app: App, services: Services): void {
  const { db } = services
  app.post('/api/incidents/:id/assignments', {
    schema: {
      tags: ['dispatch'], summary: 'Send units', description: 'All or none. Units of other stations may be sent; the incident must be of one\'s own. 409 names the unit that can\'t be sent and where it is; `divert` takes units on their way to something less urgent; so does a recommendation that proposed them as such.',
      params: idParams,
      body: body({ unit_ids: Type.Array(id, { minItems: 1, maxItems: 20, uniqueItems: true }), recommendation_id: Type.Optional(id), reason: Type.Optional(reason), divert: Type.Optional(Type.Boolean()), request_key: requestKey }),
      response: { 200: Type.Object({ assignments: Type.Array(Type.Object({ id: Type.Integer(), unit_id: Type.Integer(), expected_seconds: optional(Type.Number()) })), incident_status: Type.String(), repeated: Type.Boolean() }) },
    },
  }, async ({ params, body: { unit_ids: unitIds, recommendation_id: recommendationId = null, reason: why, divert = false, request_key: key }, signedIn }) => {
    requirePower(signedIn, 'dispatch')
    const incidentId = readId(params.id)
    const said = readOptionalText(why, '/body/reason')
    const { account } = signedIn
    const { expected, diverted } = recommendationId === null ? { expected: await travelOf(services, incidentId, unitIds), diverted: new Set<number>() } : await readSaid(db, recommendationId)
    const { answer, repeated } = await transact(db, transaction => once(transaction, { accountId: account.id, key: key ?? null, what: `assignments/${incidentId}` }, async () => {
      const { station_id, number } = await lockIncident(transaction, incidentId)
      requireOwnStation(signedIn, station_id, number)
      const sent = await sendUnits(transaction, { incidentId, unitIds, recommendationId, reason: said, divert: divert ? new Set(unitIds) : diverted, expected, at: new Date(), actor: actorOf(signedIn) })
      await audit(transaction, { accountId: account.id, action: 'units sent', subject: `incidents/${incidentId}`, detail: { unit_ids: unitIds } })
      return sent
    }))
    return { ...answer, repeated }
  })

  app.delete('/api/assignments/:id', {
    schema: { tags: ['dispatch'], summary: 'Stand a unit down', params: idParams, body: body({ reason }), response: { 204: Type.Null() } },
  }, async ({ params, body: { reason: why }, signedIn }, reply) => {
    requirePower(signedIn, 'dispatch')
    const assignmentId = readId(params.id)
    const said = readText(why, '/body/reason')
    await transact(db, async transaction => {
      await requireIncident(transaction, signedIn, assignmentId)
      await standDown(transaction, assignmentId, { at: new Date(), actor: actorOf(signedIn), reason: said })
      await audit(transaction, { accountId: signedIn.account.id, action: 'unit stood down', subject: `assignments/${assignmentId}` })
    })
    return reply.code(204).send(null)
  })

  app.post('/api/assignments/:id/undo', {
    schema: { tags: ['dispatch'], summary: 'Take a sending back', description: 'Within five minutes and before the crew accepted: the unit is what it was, since when it was that.', params: idParams, response: { 204: Type.Null() } },
  }, async ({ params, signedIn }, reply) => {
    requirePower(signedIn, 'dispatch')
    const assignmentId = readId(params.id)
    await transact(db, async transaction => {
      await requireIncident(transaction, signedIn, assignmentId)
      await undoSending(transaction, assignmentId, { at: new Date(), actor: actorOf(signedIn) })
      await audit(transaction, { accountId: signedIn.account.id, action: 'sending undone', subject: `assignments/${assignmentId}` })
    })
    return reply.code(204).send(null)
  })
}

/** How long units will take that nobody proposed; a network that isn't built yet must not keep anybody from being sent. */
async function travelOf(services: Services, incidentId: number, unitIds: readonly number[]): Promise<Map<number, number>> {
  const { rows: [incident] } = await sql<{ longitude: number | null, latitude: number | null }>`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM incident WHERE id = ${incidentId}`.execute(services.db)
  if (!incident) throw new NotFound('incident', incidentId)
  const { longitude, latitude } = incident
  if (longitude === null || latitude === null) return new Map()
  return travelSeconds(services, { longitude, latitude }, unitIds).catch(error => {
    if (error instanceof NotReady) return new Map<number, number>()
    throw error
  })
}

/** Whoever answers for the incident decides about its units. @throws {NotFound} {Forbidden} */
async function requireIncident(transaction: Database, signedIn: SignedIn, assignmentId: number): Promise<void> {
  const assignment = await readAssignment(transaction, assignmentId)
  if (!assignment) throw new NotFound('assignment', assignmentId)
  const { station_id, number } = await lockIncident(transaction, assignment.incident_id)
  requireOwnStation(signedIn, station_id, number)
}
