import { Type } from 'typebox'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { readScreens, screen, writeScreens } from './screens.ts'

const screens = Type.Object({ screens: Type.Array(screen, { maxItems: 50 }) }, { additionalProperties: false })

/** `/api/wall/screens`: what each screen of the command room shows; set by administrators and chiefs. */
export function wallRoutes(app: App, { db }: Services): void {
  app.get('/api/wall/screens', {
    schema: { tags: ['wall'], summary: 'Screens of the wall', response: { 200: screens } },
  }, async () => ({ screens: await readScreens(db) }))

  app.put('/api/wall/screens', {
    schema: { tags: ['wall'], summary: 'Set the screens of the wall', body: screens, response: { 200: screens } },
  }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'rules')
    await writeScreens(db, signedIn, body.screens)
    return body
  })
}
