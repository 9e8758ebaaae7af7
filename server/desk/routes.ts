import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { callRoutes } from './call-routes.ts'
import { changeRoutes } from './change-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { nearbyRoutes } from './nearby-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { statusRoutes } from './status-routes.ts'
import { typeRoutes } from './type-routes.ts'

/** The incident desk: calls, their course, and what is known of their place. */
export function deskRoutes(app: App, services: Services): void {
  for (const routes of [callRoutes, nearbyRoutes, recordRoutes, changeRoutes, statusRoutes, mergeRoutes, typeRoutes]) routes(app, services)
}
