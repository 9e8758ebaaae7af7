import { Type } from 'typebox'
import { requirePower } from '../../access/powers.ts'
import type { App } from '../../app-types.ts'
import { readInteger } from '../../query.ts'
import type { Services } from '../../services.ts'
import { afterSchema, lookBack } from './after.ts'

/** `/api/deployment/plans/:id/after`: the evening after, planned against real. */
export function afterRoutes(app: App, services: Services): void {
  app.get('/api/deployment/plans/:id/after', {
    schema: {
      tags: ['deployment'], summary: 'A duty day: planned against real', description: 'Who stood at their posts, by tracks of units on duty; how soon somebody was there, by the plan and as logged. Units and incidents of your stations. That units\' tracks were looked at is audited.',
      params: Type.Object({ id: Type.String() }), querystring: Type.Object({ day: Type.String({ format: 'date' }) }, { additionalProperties: false }), response: { 200: afterSchema },
    },
  }, async ({ params, query, signedIn }) => {
    requirePower(signedIn, 'plan')
    return lookBack(services, signedIn, readInteger(params.id, '/path/id', 1, 2 ** 31 - 1), query.day, new Date())
  })
}
