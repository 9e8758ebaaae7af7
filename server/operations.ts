import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { sql } from 'kysely'
import type { App } from './app-types.ts'
import { positionMetrics } from './positions/metrics.ts'
import type { Services } from './services.ts'

/** `/health`, `/ready` and `/metrics`: for whoever runs the server. */
export function operationRoutes(app: App, services: Services): void {
  const { db, changes, tileCache, positions } = services
  app.get('/health', { config: { public: true }, logLevel: 'warn', schema: { tags: ['operations'], summary: 'The process lives' } }, async () => ({ status: 'ok', redis: positions.redis, mqtt: positions.mqtt }))
  app.get('/ready', { config: { public: true }, logLevel: 'warn', schema: { tags: ['operations'], summary: 'The database answers' } }, async (_request, reply) => {
    const answers = await sql`SELECT 1`.execute(db).then(() => true, () => false)
    const ready = answers && changes.health.database === 'up'
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', ...changes.health })
  })

  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'yizhangtu_' })
  const seconds = new Histogram({
    name: 'yizhangtu_request_seconds', help: 'Time to answer', labelNames: ['route', 'method', 'status'], registers: [registry],
    buckets: [0.001, 0.005, 0.01, 0.03, 0.06, 0.15, 0.5, 1, 5, 15],
  })
  const gauge = (name: string, help: string, read: () => number) => new Gauge({ name: `yizhangtu_${name}`, help, registers: [registry], collect() { this.set(read()) } })
  gauge('tile_cache_bytes', 'Tiles held in memory', () => tileCache.bytes)
  gauge('database_up', '1 while the feed of changes is connected', () => changes.health.database === 'up' ? 1 : 0)
  gauge('database_connections', 'Connections of the pool', () => services.pool.totalCount)
  gauge('database_waiting', 'Requests that wait for a connection', () => services.pool.waitingCount)
  gauge('live_listeners', 'Open streams', () => app.listeners.count)
  gauge('live_listeners_behind', 'Streams that are left out until their reader has caught up', () => app.listeners.behind)
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({ name: `yizhangtu_${name}`, help, registers: [registry], collect() { this.reset(); this.inc(read()) } })
  counter('tile_cache_hits_total', 'Tiles answered from memory', () => tileCache.hits)
  counter('tile_cache_misses_total', 'Tiles that had to be made', () => tileCache.misses)

  positionMetrics(registry, positions)

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    if (route !== '/live') seconds.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  // Figures say how busy a command room is: for signed-in callers, or a scraper with a token.
  app.get('/metrics', { logLevel: 'warn', schema: { tags: ['operations'], summary: 'Prometheus metrics' } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()))
}
