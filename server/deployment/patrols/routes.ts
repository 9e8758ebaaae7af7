import { sql } from 'kysely'
import { Type } from 'typebox'
import { parseInstant } from '../../../layers/time.ts'
import { hasPower, requirePower } from '../../access/powers.ts'
import type { SignedIn } from '../../access/sessions.ts'
import type { App } from '../../app-types.ts'
import { readText } from '../../desk/free-text.ts'
import { BadInput, NotFound } from '../../errors.ts'
import { readInteger } from '../../query.ts'
import type { Services } from '../../services.ts'
import { complianceSchema, lookBackOnPatrol } from './look-back.ts'
import { makePatrol } from './make.ts'
import { readPatrols, type KeptPatrol } from './read.ts'
import { patrolBody, patrolSchema, patrolStatuses, previewBody, withdrawBody, type PatrolStatus } from './schemas.ts'
import { keepPatrol, publishPatrol, withdrawPatrol } from './write.ts'

const tags = ['patrols'], params = Type.Object({ id: Type.String() })
const idOf = ({ id }: { id: string }) => readInteger(id, '/path/id', 1, 2 ** 31 - 1)
/** Drafts are their makers' business; what is published everybody stands by. */
const visible = (signedIn: SignedIn) => hasPower(signedIn, 'plan') ? sql`true` : sql`p.status <> 'draft'`

/** `/api/deployment/patrols`: tours past hotspots for a shift, and how they were kept to. */
export function patrolRoutes(app: App, services: Services): void {
  const { db } = services
  app.post('/api/deployment/patrols/preview', { schema: { tags, summary: 'Tours for a shift, not kept', description: 'Stops of zones are their busiest places. Equal questions with equal seeds have equal tours.', body: previewBody, response: { 200: patrolSchema } } }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'plan')
    return makePatrol(services, signedIn, body)
  })
  app.post('/api/deployment/patrols', { schema: { tags, summary: 'Keep tours as a draft', description: 'Send the seed of a preview to keep just that one.', body: patrolBody, response: { 201: patrolSchema } } }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'plan')
    readText(body.name, '/body/name')
    const patrol = await makePatrol(services, signedIn, body)
    return reply.code(201).send(await keepPatrol(db, signedIn, patrol, { ...body, seed: patrol.seed }))
  })
  app.get('/api/deployment/patrols', {
    schema: {
      tags, summary: 'Patrols, newest first', response: { 200: Type.Object({ patrols: Type.Array(patrolSchema) }) },
      querystring: Type.Object({ day: Type.Optional(Type.String({ format: 'date', description: 'on which their shift begins' })), at: Type.Optional(Type.String({ description: 'an instant of their shift: after midnight, the one that began the day before' })), status: Type.Optional(Type.String()), unit_id: Type.Optional(Type.String({ description: 'with a tour of this unit' })) }, { additionalProperties: false }),
    },
  }, async ({ query: { day, at, status, unit_id: unit }, signedIn }) => {
    if (status !== undefined && !(patrolStatuses as readonly string[]).includes(status)) throw new BadInput({ pointer: '/query/status', value: status, detail: `must be among ${patrolStatuses.join(', ')}` })
    const instant = at === undefined ? undefined : parseInstant(at, (await services.vocabulary()).timeZone)
    if (at !== undefined && !instant) throw new BadInput({ pointer: '/query/at', value: at, detail: 'must be an instant with its offset, or a date' })
    return { patrols: await readPatrols(db, sql`${visible(signedIn)} AND ${instant ? sql`p.from_at <= ${instant} AND p.to_at > ${instant}` : sql`true`} AND ${status === undefined ? sql`true` : sql`p.status = ${status satisfies string as PatrolStatus}`} AND ${day === undefined ? sql`true` : sql`p.day = ${day}::date`}
      AND ${unit === undefined ? sql`true` : sql`EXISTS (SELECT 1 FROM patrol_tour t WHERE t.patrol_id = p.id AND t.unit_id = ${readInteger(unit, '/query/unit_id', 1, Number.MAX_SAFE_INTEGER)})`}`) }
  })
  app.get('/api/deployment/patrols/:id', { schema: { tags, summary: 'A patrol: its stops and tours', params, response: { 200: patrolSchema } } }, async ({ params, signedIn }) => readVisible(params, signedIn))
  app.post('/api/deployment/patrols/:id/publish', { schema: { tags, summary: 'Make tours what their units do in that shift', params, response: { 200: patrolSchema } } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'publish_plan')
    return publishPatrol(db, signedIn, idOf(params))
  })
  app.post('/api/deployment/patrols/:id/withdraw', { schema: { tags, summary: 'End a patrol before its time', params, body: withdrawBody, response: { 200: patrolSchema } } }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'publish_plan')
    return withdrawPatrol(db, signedIn, idOf(params), readText(body.reason, '/body/reason'))
  })

  app.get('/api/deployment/patrols/:id/compliance', {
    schema: { tags, summary: 'What was done of a patrol, by stop, unit and visit', description: 'From tracks of units of your stations while they were on duty. That they were looked at is audited.', params, response: { 200: complianceSchema } },
  }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'plan')
    return lookBackOnPatrol(services, signedIn, await readVisible(params, signedIn), new Date())
  })

  async function readVisible(path: { id: string }, signedIn: SignedIn): Promise<KeptPatrol> {
    const [patrol] = await readPatrols(db, sql`p.id = ${idOf(path)} AND ${visible(signedIn)}`)
    if (!patrol) throw new NotFound('patrol', path.id)
    return patrol
  }
}
