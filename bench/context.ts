import { sql } from 'kysely'
import { hashPassword } from '../server/access/passwords.ts'
import { buildApp } from '../server/app.ts'
import type { App } from '../server/app-types.ts'
import type { SignedIn } from '../server/access/sessions.ts'
import { createToken } from '../server/access/sessions.ts'
import { readConfig } from '../server/config.ts'
import { startServices, type Services } from '../server/services.ts'

/** One line of the report: what was measured, ours, what it is held against in the same run, and ours over that. */
export interface Line { name: string, ours: string, reference: string, ratio: number }

/** The real server on a real database, listening on loopback. */
export interface Context {
  databaseUrl: string
  services: Services
  app: App
  /** `http://127.0.0.1:port` */
  base: string
  headers: { authorization: string }
  signedIn: SignedIn
  random: () => number
  stop(): Promise<void>
}

/** A benchmark: a file `bench/*.bench.ts` with this as its `bench`. */
export type Bench = (context: Context) => Promise<Line[]>

export async function startContext(databaseUrl: string): Promise<Context> {
  const services = await startServices(readConfig({ LOG_LEVEL: 'silent', STATEMENT_TIMEOUT_MS: '120000', DAILY_REPORTS: 'off' }), databaseUrl)
  const { rows: [account] } = await sql<{ id: number }>`
    INSERT INTO account (name, display_name, password_hash, roles) VALUES ('bench', 'bench', ${await hashPassword('bench')}, '{chief}')
    ON CONFLICT (name) DO UPDATE SET disabled = false RETURNING id`.execute(services.db)
  const { token } = await createToken(services.db, account!.id, 'bench', 1)
  const app = await buildApp(services)
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    databaseUrl, services, app, base, headers: { authorization: `Bearer ${token}` }, signedIn: (await services.sessions.find(token))!, random: mulberry(20261122),
    async stop() {
      await app.close()
      await services.stop()
    },
  }
}

/** A small seeded generator (mulberry32): the same run every time. */
function mulberry(seed: number): () => number {
  return () => {
    seed = seed + 0x6D2B79F5 | 0
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32
  }
}

export const quantile = (values: readonly number[], q: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))]!
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** GET, the body read to its end. @throws where the answer isn't 2xx */
export async function get({ base, headers }: Pick<Context, 'base' | 'headers'>, path: string, more: Record<string, string> = {}): Promise<Buffer> {
  const answer = await fetch(base + path, { headers: { ...headers, ...more } })
  const body = Buffer.from(await answer.arrayBuffer())
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body.toString().slice(0, 300)}`)
  return body
}
