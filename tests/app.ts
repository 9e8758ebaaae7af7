import { sql } from 'kysely'
import type { InjectOptions, Response } from 'light-my-request'
import type { Role } from '../layers/access.ts'
import { hashPassword } from '../server/access/passwords.ts'
import { buildApp } from '../server/app.ts'
import type { App } from '../server/app-types.ts'
import { readConfig, type Config } from '../server/config.ts'
import { startServices, type Services } from '../server/services.ts'
import { cityDatabase, type TestDatabase } from './database.ts'

export interface TestApp {
  app: App
  services: Services
  database: TestDatabase
  /** Ask as a new account with this role and scope; without, as a dispatcher of everything. */
  as(role: Role, scopeId?: number | null): Promise<Asker>
  stop(): Promise<void>
}
/** Sends requests with one account's session. */
export type Asker = (url: string, options?: InjectOptions) => Promise<Response>

/** The real server on a real database with the tiny city. Requests are injected: no port is opened. */
export async function startTestApp(config: Partial<Config> = {}, database?: TestDatabase): Promise<TestApp> {
  const own = database ?? await cityDatabase()
  const services = await startServices({ ...readConfig({ LOG_LEVEL: 'silent', DAILY_REPORTS: 'off' }), ...config }, own.url)
  const app = await buildApp(services)
  await app.ready()
  return {
    app, services, database: own,
    as: (role, scopeId = null) => signInAs(app, own, role, scopeId),
    async stop() {
      await app.close()
      await services.stop()
      await own.drop()
    },
  }
}

// One cheap hash for all test accounts: what it costs is tested where passwords are.
const password = 'correct horse'
const hash = hashPassword(password, { N: 2 ** 10, r: 8, p: 1 })
let made = 0

async function signInAs(app: App, { db }: TestDatabase, role: Role, scopeId: number | null): Promise<Asker> {
  const name = `${role}-${++made}`
  await sql`INSERT INTO account (name, display_name, password_hash, roles, scope_id) VALUES (${name}, ${name}, ${await hash}, ${[role]}, ${scopeId})`.execute(db)
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { name, password } })
  if (answer.statusCode !== 204) throw new Error(`sign-in failed: ${answer.body}`)
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!
  return (url, options) => app.inject({ url, ...options, headers: { cookie, ...options?.headers } })
}
