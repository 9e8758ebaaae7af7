import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController } from 'fastify'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { requireSignIn } from './access/plugin.ts'
import { accessRoutes } from './access/routes.ts'
import { addressRoutes } from './addresses/routes.ts'
import { alertRoutes } from './alerts/routes.ts'
import { alertRuleRoutes } from './alerts/rules/routes.ts'
import { guardRoutes } from './analysis/guard/routes.ts'
import { judgementRoutes } from './analysis/judge/routes.ts'
import { analysisRoutes } from './analysis/routes.ts'
import { calendarRoutes } from './analysis/calendar-routes.ts'
import { selectionRoutes } from './analysis/selection-routes.ts'
import type { App } from './app-types.ts'
import { areaRoutes } from './area/routes.ts'
import { cellRoutes } from './cells/routes.ts'
import { cityRoutes } from './city/routes.ts'
import { simulatorName } from './config.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { responseRuleRoutes } from './coverage/rules/routes.ts'
import { afterRoutes } from './deployment/after/routes.ts'
import { patrolRoutes } from './deployment/patrols/routes.ts'
import { planRoutes } from './deployment/plans/routes.ts'
import { deploymentRoutes } from './deployment/routes.ts'
import { simulationRoutes } from './deployment/simulate/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { problemOf } from './errors.ts'
import { dispatchRoutes } from './dispatch/routes.ts'
import { featureRoutes } from './features/routes.ts'
import { histogramRoutes } from './histogram/routes.ts'
import { liveRoutes } from './live/routes.ts'
import { networkRoutes } from './network/routes.ts'
import { operationRoutes } from './operations.ts'
import { departmentRoutes } from './outbox/department-routes.ts'
import { hookRoutes } from './outbox/hook-routes.ts'
import { outboxRoutes } from './outbox/routes.ts'
import { positionRoutes } from './positions/routes.ts'
import { recordRoutes } from './records/routes.ts'
import { replayRoutes } from './replay/routes.ts'
import { dailyReportRoutes } from './reports/daily/routes.ts'
import { exportRoutes } from './reports/export-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { searchRoutes } from './search/routes.ts'
import type { Services } from './services.ts'
import { tileRoutes } from './tiles/routes.ts'
import { wallRoutes } from './wall/routes.ts'
import { todayRoutes } from './today/routes.ts'
import { zoneRoutes } from './zones/routes.ts'

export interface AppOptions {
  /** Folder with the built client; without it (development, tests) only the interfaces are served. */
  clientFolder?: string
}

/** The server, not yet listening: what tests inject into. */
export async function buildApp(services: Services, { clientFolder }: AppOptions = {}): Promise<App> {
  const { config } = services
  const app: App = Fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: request => request.headers['user-agent'] === simulatorName }),
    trustProxy: config.trustProxy, genReqId: () => randomUUID(), requestIdHeader: 'x-request-id', forceCloseConnections: true,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true, verbose: true } },
  }).withTypeProvider<TypeBoxTypeProvider>()
  handleErrors(app)
  // What a caller quotes to find the log's lines by.
  app.addHook('onRequest', async (request, reply) => { reply.header('x-request-id', request.id) })
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(services) }, hsts: config.secureCookies, crossOriginEmbedderPolicy: false })
  await app.register(rateLimit, { global: false })
  await app.register(swagger, { openapi: openApi })
  await requireSignIn(app, services.sessions)
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  // One a line, so that two branches that add some get on.
  for (const routes of [
    operationRoutes,
    accessRoutes,
    cityRoutes,
    tileRoutes,
    cellRoutes,
    histogramRoutes,
    areaRoutes,
    searchRoutes,
    analysisRoutes, selectionRoutes, calendarRoutes, judgementRoutes, guardRoutes,
    recordRoutes,
    addressRoutes,
    featureRoutes,
    positionRoutes,
    liveRoutes,
    deskRoutes,
    departmentRoutes,
    outboxRoutes,
    hookRoutes,
    networkRoutes,
    todayRoutes,
    alertRoutes,
    alertRuleRoutes,
    wallRoutes,
    dispatchRoutes,
    coverageRoutes,
    responseRuleRoutes,
    replayRoutes,
    zoneRoutes,
    deploymentRoutes,
    planRoutes,
    patrolRoutes,
    afterRoutes,
    simulationRoutes,
    reportRoutes,
    dailyReportRoutes,
    exportRoutes,
  ])
    routes(app, services)
  await serveBaseMaps(app, services)
  if (clientFolder && existsSync(clientFolder)) await serveClient(app, clientFolder)
  return app
}

function handleErrors(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const { problem, retrySeconds } = problemOf(error)
    if (problem.status >= 500) request.log.error(error); else request.log.info({ problem: problem.detail }, problem.title)
    if (retrySeconds !== undefined) reply.header('retry-after', String(Math.ceil(retrySeconds)))
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
  })
  app.setNotFoundHandler({ preHandler: [] }, (request, reply) => reply.code(404).type('application/problem+json')
    .send({ type: 'urn:yizhangtu:problem:not-found', title: 'Not found', status: 404, detail: `there is nothing at ${request.url.split('?')[0]}; /api/docs lists what there is` }))
}

/** Nothing from elsewhere, but raster base maps where the configuration names their hosts. */
function contentPolicy({ config }: Services): Record<string, string[]> {
  const hosts = [...new Set(config.baseMaps.filter(({ kind }) => kind === 'raster').map(({ source }) => new URL(source.replace(/\{\w+\}/g, '0'), 'http://self').origin))].filter(origin => origin !== 'http://self')
  return {
    'default-src': ['\'self\''], 'script-src': ['\'self\''], 'worker-src': ['\'self\'', 'blob:'], 'connect-src': ['\'self\'', 'blob:', 'data:', ...hosts], 'img-src': ['\'self\'', 'data:', 'blob:', ...hosts],
    'style-src': ['\'self\''], 'font-src': ['\'self\'', 'data:'], 'manifest-src': ['\'self\''],
    'object-src': ['\'none\''], 'base-uri': ['\'none\''], 'form-action': ['\'self\''], 'frame-ancestors': ['\'none\''],
  }
}

const openApi = {
  openapi: '3.1.0',
  info: { title: '一张图 yizhangtu', description: 'One map for public-safety command rooms. Errors are RFC 9457 problem documents.', version: '0.1.0' },
  components: { securitySchemes: { session: { type: 'apiKey' as const, in: 'cookie', name: 'yizhangtu' }, token: { type: 'http' as const, scheme: 'bearer' }, gateway: { type: 'apiKey' as const, in: 'header', name: 'x-api-key' } } },
  security: [{ session: [] }, { token: [] }] as Record<string, string[]>[],
}

async function serveBaseMaps(app: App, { config }: Services): Promise<void> {
  for (const map of config.baseMaps.filter(({ kind }) => kind === 'pmtiles')) {
    await app.register(fastifyStatic, { root: dirname(map.source), serve: false, decorateReply: !app.hasReplyDecorator('sendFile') })
    app.get(`/base-maps/${map.id}.pmtiles`, { schema: { hide: true } }, (_request, reply) => reply.sendFile(basename(map.source), dirname(map.source)))
  }
}

/** The built client: files with a hash in their name are kept for good, the page itself is asked for anew. */
async function serveClient(app: App, root: string): Promise<void> {
  await app.register(async client => {
    client.addHook('onRoute', route => { route.config = { ...route.config, public: true } })
    await client.register(fastifyStatic, {
      root, wildcard: false, preCompressed: true, decorateReply: !app.hasReplyDecorator('sendFile'),
      setHeaders: (reply, path) => reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
    for (const path of ['/wall', '/duty', '/replay', '/report/:id', '/plan/:id', '/patrol/:id', '/daily']) client.get(path, { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html', root))
  })
}
