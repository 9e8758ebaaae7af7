import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Forbidden, NotSignedIn } from '../errors.ts'
import type { Sessions, SignedIn } from './sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Set for every route but those marked `public`. */
    signedIn: SignedIn
  }
  interface FastifyContextConfig {
    /** Served to anybody: health, sign-in, and the client's own files. */
    public?: boolean
  }
}

export const cookieName = 'yizhangtu'

/** Refuses every request that isn't signed in, and every unsafe one that another site made the browser send. */
export async function requireSignIn(app: FastifyInstance, sessions: Sessions): Promise<void> {
  await app.register(cookie)
  app.decorateRequest('signedIn', null as unknown as SignedIn)
  app.addHook('onRequest', async request => {
    refuseForeign(request)
    if (request.routeOptions.config.public) return
    const secret = secretOf(request)
    const signedIn = secret ? await sessions.find(secret) : undefined
    if (!signedIn) throw new NotSignedIn()
    request.signedIn = signedIn
  })
}

/** The session's secret: from the cookie, or a token as Bearer or as the password of Basic, which is what GIS clients know. */
function secretOf(request: FastifyRequest): string | undefined {
  const [scheme, value] = request.headers.authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() === 'basic' && value) return Buffer.from(value, 'base64').toString().split(':').slice(1).join(':')
  return request.cookies[cookieName]
}

/** Closes cross-site request forgery, beside the cookie's SameSite=Strict: browsers say where a request comes from. */
function refuseForeign(request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || request.headers.authorization) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new Forbidden('this request came from another site')
    return
  }
  const { origin, host } = request.headers
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) throw new Forbidden('this request came from another origin')
}
