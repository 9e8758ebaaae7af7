import { mkdirSync, rmdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Role } from '../../layers/access.ts'
import { hashPassword } from '../../server/access/passwords.ts'
import { buildApp } from '../../server/app.ts'
import { buildClient } from '../../server/boot/client.ts'
import { readConfig } from '../../server/config.ts'
import type { Database } from '../../server/database.ts'
import { startServices } from '../../server/services.ts'
import { cityDatabase } from '../database.ts'

export interface Account { name: string, password: string }

export interface RunningApp {
  url: string
  db: Database
  /** A new account with this role; scope is the whole tree unless a division is named. */
  account(role: Role, scopeId?: number | null): Promise<Account>
  stop(): Promise<void>
}

interface DatabaseInUse { url: string, db: Database, drop(): Promise<void> }

const password = 'correct horse'
const hash = hashPassword(password, { N: 2 ** 10, r: 8, p: 1 })
let made = 0

/** The real server with the built client on a real database, listening on a port of this machine: a free one unless it is named. */
export async function startApp(database?: DatabaseInUse, port = 0): Promise<RunningApp> {
  const clientFolder = await clientBuiltOnce()
  const own = database ?? await cityDatabase()
  const services = await startServices(readConfig({ LOG_LEVEL: 'silent' }), own.url)
  const app = await buildApp(services, { clientFolder })
  await app.listen({ host: '127.0.0.1', port })
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    db: own.db,
    async account(role, scopeId = null) {
      const name = `${role.slice(0, 6)}${++made}`
      await sql`INSERT INTO account (name, display_name, password_hash, roles, scope_id) VALUES (${name}, ${'值班员'}, ${await hash}, ${[role]}, ${scopeId})`.execute(own.db)
      return { name, password }
    },
    async stop() {
      await app.close()
      await services.stop()
      await own.drop()
    },
  }
}

/** Test files run in several processes; one builds, the others wait for it. */
async function clientBuiltOnce(): Promise<string> {
  const checkout = createHash('sha256').update(fileURLToPath(new URL('../..', import.meta.url))).digest('hex').slice(0, 12)
  const lock = join(tmpdir(), `yizhangtu-client-${checkout}.lock`)
  for (const start = Date.now(); ; await sleep(200)) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      // Whoever held it was killed.
      if (Date.now() - start > 90_000) rmdirSync(lock)
    }
  }
  try {
    return buildClient()
  } finally {
    rmdirSync(lock)
  }
}
