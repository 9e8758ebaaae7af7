import { disclose } from '../../layers/access.ts'
import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { audienceOf, everybody, type Audience } from './audience.ts'
import { Listener } from './listener.ts'
import { Listeners } from './listeners.ts'
import { PositionGroups } from './position-groups.ts'
import { encodeEvent, Ring } from './ring.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The open streams of this process. */
    listeners: Listeners
  }
}

/** A fix that is older says where a unit was, not where it is. */
const staleAfterSeconds = 1800

/**
 * `GET /live`: server-sent events, each encoded once, whoever listens.
 *
 * `hello` with all revisions at the start or when a listener was away too long; `revision` when a layer changed; `health` when
 * database or Redis go or come back; `positions` once a tick (encode-positions.ts), whole at the start; `beat` every 15 s, by whose absence a cut line is known; and whatever the
 * database announces as a live event: `incident`, `unit`, `alert` …, to those who may know.
 * Revisions are no secret: what changed is asked for under the caller's own rights.
 */
export function liveRoutes(app: App, services: Services): void {
  const { changes, sessions, positions, units, layers, config } = services
  const ring = new Ring(), listeners = new Listeners(sessions), groups = new PositionGroups(units, config.positionTickMs)
  const health = () => ({ ...changes.health, redis: positions.redis })
  const publish = (name: string, data: unknown, audience: Audience = everybody) => listeners.send(ring.push(name, data, audience))
  changes.on('revision', revision => publish('revision', revision))
  changes.on('health', () => publish('health', health()))
  changes.on('event', ({ event, station_id, data }) => publish(event, data, audienceOf(event, station_id, layers)))
  changes.on('access', () => listeners.recheckSoon())
  positions.on('redis', () => publish('health', health()))
  const hello = () => encodeEvent('hello', {
    revisions: changes.all(), health: health(), redis: positions.redis, at: new Date().toISOString(),
    positions: { tick_ms: config.positionTickMs, stale_after_seconds: staleAfterSeconds },
  }, ring.last)

  app.get('/live', {
    schema: {
      tags: ['map'], summary: 'Server-sent events: what changed, what moved, what happened, and how the server is', produces: ['text/event-stream'],
      querystring: Type.Object({ positions: Type.Optional(Type.Literal('none', { description: 'everything but positions: for a phone, whose allowance they would eat' })) }),
    },
  }, (request, reply) => {
    const { raw } = reply
    reply.hijack()
    // The stream ends with its connection; without chunks every listener gets the very same bytes in one piece.
    raw.useChunkedEncodingByDefault = false
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'connection': 'close' })
    raw.write('retry: 1000\n\n')
    const group = request.query.positions === 'none' ? groups.none : groups.group(disclose(request.signedIn.caller, layers.get('units')!.layer))
    const listener = new Listener(raw, request.signedIn, { ring, group, hello }, Number(request.headers['last-event-id'] ?? NaN))
    listeners.add(listener)
    raw.on('close', () => listeners.remove(listener))
  })
  app.addHook('preClose', async () => {
    groups.stop()
    listeners.stop()
  })
  app.decorate('listeners', listeners)
}
