import { Type } from 'typebox'
import { roles, type Role } from '../../layers/access.ts'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { audit } from './audit.ts'
import { cookieName } from './plugin.ts'
import { createToken, listTokens, revokeSession, signIn } from './sessions.ts'

const instant = Type.Unsafe<Date>(Type.String({ format: 'date-time' }))
const account = Type.Object({
  id: Type.Integer(), name: Type.String(), display_name: Type.String(),
  roles: Type.Array(Type.Unsafe<Role>(Type.Union(roles.map(role => Type.Literal(role))))),
  scope: Type.Union([Type.Object({ id: Type.Integer(), name: Type.String(), kind: Type.String() }), Type.Null()]),
})

/** Signing in and out, and access tokens for map clients. */
export function accessRoutes(app: App, { db, config }: Services): void {
  app.post('/api/session', {
    config: { public: true, rateLimit: { max: 30, timeWindow: '1 minute' } },
    schema: {
      tags: ['access'], summary: 'Sign in',
      body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), password: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { name, password } = request.body
    const secret = await signIn(db, name, password).catch(async error => {
      await audit(db, { accountId: null, action: 'sign-in refused', subject: name })
      throw error
    })
    await audit(db, { accountId: null, action: 'sign-in', subject: name })
    return reply.setCookie(cookieName, secret, { path: '/', httpOnly: true, sameSite: 'strict', secure: config.secureCookies, maxAge: 400 * 86_400 }).code(204).send(null)
  })

  app.get('/api/session', {
    schema: {
      tags: ['access'], summary: 'Who is signed in',
      response: { 200: Type.Object({ account, stations: Type.Union([Type.Literal('all'), Type.Array(Type.Integer())]) }) },
    },
  }, async ({ signedIn }) => ({ account: signedIn.account, stations: signedIn.caller.stations === 'all' ? 'all' as const : [...signedIn.caller.stations] }))

  app.delete('/api/session', { schema: { tags: ['access'], summary: 'Sign out', response: { 204: Type.Null() } } }, async ({ signedIn }, reply) => {
    await revokeSession(db, signedIn.account.id, signedIn.sessionId)
    return reply.clearCookie(cookieName, { path: '/' }).code(204).send(null)
  })

  app.get('/api/tokens', {
    schema: {
      tags: ['access'], summary: 'Access tokens of this account',
      response: { 200: Type.Object({ tokens: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), created_at: instant, expires_at: instant, seen_at: instant })) }) },
    },
  }, async ({ signedIn }) => ({ tokens: await listTokens(db, signedIn.account.id) }))

  app.post('/api/tokens', {
    schema: {
      tags: ['access'], summary: 'Make an access token for a map client such as QGIS',
      body: Type.Object({ label: Type.String({ minLength: 1, maxLength: 100 }), days: Type.Integer({ minimum: 1, maximum: 365 }) }, { additionalProperties: false }),
      response: { 201: Type.Object({ id: Type.String(), token: Type.String(), expires_at: instant }) },
    },
  }, async ({ signedIn, body }, reply) => {
    const made = await createToken(db, signedIn.account.id, body.label, body.days)
    await audit(db, { accountId: signedIn.account.id, action: 'token made', subject: made.id, detail: { label: body.label, days: body.days } })
    return reply.code(201).send(made)
  })

  app.delete('/api/tokens/:id', {
    schema: { tags: ['access'], summary: 'Revoke an access token', params: Type.Object({ id: Type.String() }), response: { 204: Type.Null() } },
  }, async ({ signedIn, params }, reply) => {
    await revokeSession(db, signedIn.account.id, params.id)
    return reply.code(204).send(null)
  })
}
