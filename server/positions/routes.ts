import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { BadInput, NotSignedIn } from '../errors.ts'
import type { Services } from '../services.ts'
import { acceptFixes } from './accept-fixes.ts'
import { outcomes } from './counts.ts'
import { readLines } from './fix.ts'
import { disableGateway, makeGateway, type Gateway } from './gateways.ts'
import { unitRoutes } from './unit-routes.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who reports positions; set on that route only. */
    gateway: Gateway | null
  }
}

const mostFixes = 10_000
const mostBytes = 4 * 2 ** 20
const optional = (minimum: number, maximum?: number) => Type.Optional(Type.Union([Type.Number({ minimum, ...(maximum !== undefined && { maximum }) }), Type.Null()]))
const fix = Type.Object({
  unit: Type.Union([Type.Integer({ description: 'the unit\'s id' }), Type.String({ description: 'its device key' })]),
  at: Type.Union([Type.String({ format: 'date-time' }), Type.Integer({ description: 'epoch milliseconds' })]),
  longitude: Type.Number({ minimum: -180, maximum: 180 }), latitude: Type.Number({ minimum: -90, maximum: 90 }),
  heading: optional(0, 360), speed_kmh: optional(0), accuracy_metres: optional(0),
})
const fault = Type.Object({ pointer: Type.String(), value: Type.Unknown(), detail: Type.String() })
const counts = Object.fromEntries(outcomes.map(name => [name, Type.Integer()])) as Record<(typeof outcomes)[number], ReturnType<typeof Type.Integer>>

/** Reporting positions, the gateways that may, and the units as they are now. */
export function positionRoutes(app: App, services: Services): void {
  gatewayRoutes(app, services)
  unitRoutes(app, services)
  app.decorateRequest('gateway', null)
  void app.register(async scope => {
    scope.addContentTypeParser(['application/x-ndjson', 'application/jsonl'], { parseAs: 'string', bodyLimit: mostBytes }, (_request, text, done) => done(null, readLines(text as string)))
    scope.post('/api/positions', {
      bodyLimit: mostBytes, logLevel: 'warn', config: { public: true },
      // The gateway's key, before anything of the body is read.
      onRequest: async request => { request.gateway = gatewayOf(request, services) },
      // Fixes are checked one by one: a bad one is counted, the others count.
      validatorCompiler: () => () => true,
      schema: {
        tags: ['positions'], summary: `Report up to ${mostFixes} positions, as JSON or as lines of JSON (application/x-ndjson), with a gateway's key as Bearer or x-api-key. Answered once they are on disk`,
        security: [{ gateway: [] }],
        body: Type.Union([Type.Object({ fixes: Type.Array(fix) }), Type.Array(fix)]),
        response: { 200: Type.Object({ ...counts, errors: Type.Array(fault) }) },
      },
    }, async request => acceptFixes(services, fixesOf(request.body), request.gateway!))
  })
}

function gatewayRoutes(app: App, { db, positions }: Services): void {
  const tags = ['positions']
  app.post('/api/gateways', {
    schema: {
      tags, summary: 'Make a gateway that may report positions; its key is shown once',
      body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
      response: { 201: Type.Object({ id: Type.Integer(), name: Type.String(), key: Type.String() }) },
    },
  }, async ({ signedIn, body }, reply) => {
    requirePower(signedIn, 'configure')
    const made = await makeGateway(db, body.name, signedIn.account.id)
    await audit(db, { accountId: signedIn.account.id, action: 'gateway made', subject: body.name })
    await positions.gateways.load()
    return reply.code(201).send(made)
  })

  app.get('/api/gateways', {
    schema: {
      tags, summary: 'Gateways: when they were last seen, what became of their fixes since this process started, how far their clocks are off',
      response: { 200: Type.Array(Type.Object({
        id: Type.Integer(), name: Type.String(), seen_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]), disabled: Type.Boolean(),
        counts: Type.Object(counts), clock_offset_seconds: Type.Union([Type.Integer(), Type.Null()]),
      })) },
    },
  }, async ({ signedIn }) => {
    requirePower(signedIn, 'configure')
    await positions.gateways.load()
    return positions.gateways.all().map(({ id, name, seenAt, disabled, counts: counted, clock }) =>
      ({ id, name, seen_at: seenAt === null ? null : new Date(seenAt).toISOString(), disabled, counts: counted, clock_offset_seconds: clock.seconds }))
  })

  app.delete('/api/gateways/:id', {
    schema: { tags, summary: 'Disable a gateway: its key is worth nothing from now on', params: Type.Object({ id: Type.String({ pattern: '^\\d{1,9}$' }) }), response: { 204: Type.Null() } },
  }, async ({ signedIn, params }, reply) => {
    requirePower(signedIn, 'configure')
    await disableGateway(db, Number(params.id))
    await audit(db, { accountId: signedIn.account.id, action: 'gateway disabled', subject: params.id })
    await positions.gateways.load()
    return reply.code(204).send(null)
  })
}

function gatewayOf({ headers }: FastifyRequest, { positions }: Services): Gateway {
  const key = headers['x-api-key'] ?? /^bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  const gateway = typeof key === 'string' ? positions.gateways.find(key) : undefined
  if (!gateway) throw new NotSignedIn('positions are reported with the key of a gateway: Authorization: Bearer …, or x-api-key')
  return gateway
}

/** @throws {BadInput} when it is no list, or too long a one */
function fixesOf(body: unknown): unknown[] {
  const fixes = Array.isArray(body) ? body as unknown[] : (body as { fixes?: unknown } | null)?.fixes
  if (!Array.isArray(fixes)) throw new BadInput({ pointer: '/body', value: typeof body, detail: 'must be {"fixes": […]}, an array of fixes, or lines of JSON' })
  if (fixes.length > mostFixes) throw new BadInput({ pointer: '/body/fixes', value: fixes.length, detail: `must be at most ${mostFixes} fixes at a time` })
  return fixes
}
