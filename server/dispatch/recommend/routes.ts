import { Type } from 'typebox'
import { sql } from 'kysely'
import { audit } from '../../access/audit.ts'
import { requireOwnStation, requirePower } from '../../access/powers.ts'
import type { SignedIn } from '../../access/sessions.ts'
import type { App } from '../../app-types.ts'
import { readId } from '../../desk/status-routes.ts'
import { BadInput, Conflict, NotFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { transact } from '../../transact.ts'
import { body, idParams, instant, label, optional, row } from '../schemas.ts'
import { recommend, type Target } from './recommend.ts'
import { readRecommendations, saveRecommendation } from './saved.ts'
import { dispatchSettings, readSettings, writeSettings } from './settings.ts'

const candidate = Type.Object({
  unit_id: Type.Integer(), callsign: Type.String(), kind: Type.String(), meaning: Type.String(), seconds: optional(Type.Number()), metres_straight: Type.Number(), route_metres: optional(Type.Number()),
  score: Type.Number({ description: 'seconds: the travel time and what speaks against it, by weight' }), rank: Type.Integer(),
  reasons: Type.Array(Type.Object({ code: Type.String(), for: Type.Boolean(), text: label, seconds: Type.Number({ description: 'what it adds to the score' }) })),
  coverage_lost: optional(Type.Object({ cells: Type.Integer(), share: Type.Number(), station_names: Type.Array(Type.String()), seconds_worse: Type.Number() })), text: label,
})
const recommendation = Type.Object({
  id: Type.Integer(), made_at: instant, incident_id: Type.Integer(), wanted: Type.Integer(), looked_at: Type.Integer(), network: Type.Unsafe<'road'>(Type.String()),
  coverage: Type.Unsafe<'weighed' | 'late'>(Type.String({ description: 'late: what sending would leave uncovered wasn\'t found out of all candidates in time, and doesn\'t count' })),
  candidates: Type.Array(candidate), passed_over: Type.Array(candidate, { description: 'nearest first, each with why' }),
  shortfall: optional(Type.Object({ missing: Type.Array(Type.String()), text: label })),
})

/** Who should go, and what was proposed and chosen before. */
export function recommendationRoutes(app: App, services: Services): void {
  const { db } = services

  app.post('/api/incidents/:id/recommendation', {
    schema: {
      tags: ['dispatch'], summary: 'Who should go', description: 'Units with minutes and reasons, best first; units passed over nearby with why; what is missing when too few fit. Kept with what is chosen.',
      params: idParams,
      body: body({ kinds: Type.Optional(Type.Array(Type.String(), { maxItems: 10 })), capabilities: Type.Optional(Type.Array(Type.String(), { maxItems: 10 })), units_wanted: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })), siren: Type.Optional(Type.Boolean()) }),
      response: { 200: recommendation },
    },
  }, async ({ params, body: { kinds = [], capabilities = [], units_wanted: unitsWanted = 1, siren = true }, signedIn }) => {
    const incident = await readTarget(services, signedIn, readId(params.id))
    await checkWish(services, kinds, capabilities)
    const { longitude, latitude } = incident
    if (longitude === null || latitude === null)
      throw new Conflict({ zh: `${incident.number} 没有坐标，算不出谁最近：请先改正位置`, en: `${incident.number} has no coordinates, so nobody can be said to be near: correct its place first` })
    const request = { kinds, capabilities, unitsWanted, siren }
    const answer = await recommend(services, { ...incident, longitude, latitude }, request)
    const { id, made_at } = await saveRecommendation(db, { incident, accountId: signedIn.account.id, request, answer })
    return { id, made_at, incident_id: incident.id, ...answer }
  })

  app.get('/api/incidents/:id/recommendations', {
    schema: {
      tags: ['dispatch'], summary: 'What was proposed and what was chosen', params: idParams,
      response: { 200: Type.Object({ recommendations: Type.Array(Type.Object({
        id: Type.Integer(), made_at: instant, request: row, answer: row, chosen: optional(Type.Array(Type.Integer())), chosen_at: optional(instant), chosen_by: optional(Type.String()), reason: optional(Type.String()),
      })) }) },
    },
  }, async ({ params, signedIn }) => {
    const { id } = await readTarget(services, signedIn, readId(params.id))
    return { recommendations: await readRecommendations(db, id) }
  })

  app.get('/api/dispatch-settings', {
    schema: { tags: ['dispatch'], summary: 'How units are proposed', response: { 200: dispatchSettings } },
  }, async ({ signedIn }) => {
    if (!signedIn.caller.roles.includes('administrator')) requirePower(signedIn, 'dispatch')
    return readSettings(db)
  })

  app.put('/api/dispatch-settings', {
    schema: { tags: ['dispatch'], summary: 'Change how units are proposed', body: dispatchSettings, response: { 204: Type.Null() } },
  }, async ({ body: settings, signedIn }, reply) => {
    requirePower(signedIn, 'configure')
    const { capability } = (await services.vocabulary()).dictionaries
    settings.capabilities.forEach(({ needed, wanted }, i) => [...needed, ...wanted].forEach(code => checkCode(code, capability.map(one => one.code), `/body/capabilities/${i}`)))
    await transact(db, async transaction => {
      await writeSettings(transaction, settings)
      await audit(transaction, { accountId: signedIn.account.id, action: 'dispatch settings', subject: 'setting/dispatch', detail: { ...settings } })
    })
    return reply.code(204).send(null)
  })
}

interface Incident extends Omit<Target, 'longitude' | 'latitude'> { number: string, received_at: Date, longitude: number | null, latitude: number | null }

/** @throws {Forbidden} {NotFound} */
async function readTarget({ db }: Services, signedIn: SignedIn, id: number): Promise<Incident> {
  requirePower(signedIn, 'dispatch')
  const { rows: [incident] } = await sql<Incident>`
    SELECT id, number, received_at, code, grade, station_id, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM incident WHERE id = ${id}`.execute(db)
  if (!incident) throw new NotFound('incident', id)
  requireOwnStation(signedIn, incident.station_id, incident.number)
  return incident
}

async function checkWish(services: Services, kinds: readonly string[], capabilities: readonly string[]): Promise<void> {
  const known = Object.keys(services.layers.get('units')!.layer.properties.kind!.choices!)
  kinds.forEach((kind, i) => checkCode(kind, known, `/body/kinds/${i}`))
  const { capability } = (await services.vocabulary()).dictionaries
  capabilities.forEach((code, i) => checkCode(code, capability.map(one => one.code), `/body/capabilities/${i}`))
}

function checkCode(code: string, known: readonly string[], pointer: string): void {
  if (!known.includes(code)) throw new BadInput({ pointer, value: code, detail: `must be one of ${known.join(', ')}` })
}
