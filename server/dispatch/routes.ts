import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { assignmentRoutes } from './assignment-routes.ts'
import { dutyRoutes } from './duty-routes.ts'
import { forgetAnswers } from './once.ts'
import { recommendationRoutes } from './recommend/routes.ts'
import { rollCallRoutes } from './roll-call-routes.ts'
import { unitRoutes } from './unit-routes.ts'

/** Units, who is proposed and sent, and what their crews' phones ask and tell. */
export function dispatchRoutes(app: App, services: Services): void {
  const forget = setInterval(() => void forgetAnswers(services.db).catch(() => { /* the database is away: next time */ }), 6 * 3_600_000).unref()
  app.addHook('onClose', async () => clearInterval(forget))
  for (const routes of [unitRoutes, recommendationRoutes, assignmentRoutes, dutyRoutes, rollCallRoutes]) routes(app, services)
}
