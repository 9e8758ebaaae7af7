// Start and stop only: claim, database, schema, demonstration city, client, listen; and all of it back on a signal.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { makeDemoAccounts, type DemoAccount } from './access/demo-accounts.ts'
import { buildApp } from './app.ts'
import type { App } from './app-types.ts'
import { buildClient } from './boot/client.ts'
import { claimCheckout, dataPath, prepareDatabase } from './boot/prepare.ts'
import { readConfig, type Config } from './config.ts'
import { migrate, openDatabase, openPool, type Database } from './database.ts'
import { indexSearch, isIndexed } from './search/index-search.ts'
import { startServices } from './services.ts'
import { startSimulator } from '../seed/simulate/start.ts'

const undo: (() => unknown)[] = []
let stopping: Promise<never> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
await start().catch(error => {
  console.error(error instanceof Error ? `\n${error.message}` : error)
  return stop(1)
})

async function start(): Promise<void> {
  const config = readConfig()
  if (!config.databaseUrl) undo.push(claimCheckout())
  const clientFolder = process.env.CLIENT_URL ? undefined : buildClient()
  const database = await prepareDatabase(config.databaseUrl)
  undo.push(database.stop)
  await fill(database.url)
  const services = await startServices(config, database.url)
  undo.push(() => services.stop())
  const app = await buildApp(services, { ...(clientFolder && { clientFolder }) })
  undo.push(() => app.close())
  const url = await listen(app, config)
  if (config.simulate) undo.push(await startSimulator({ url, databaseUrl: database.url }))
  console.log(`\n  一张图 yizhangtu is ready at ${url}\n`)
}

/** Schema, demonstration city and accounts, as far as they are missing. */
async function fill(url: string): Promise<void> {
  const pool = openPool(url, { poolSize: 2, statementTimeoutMs: 0 })
  const db = openDatabase(pool)
  try {
    await migrate(db)
    if (await isEmpty(db) && process.env.SEED !== 'none') {
      seed(url, process.env.SEED === 'city' ? 'city' : 'default')
    }
    if (!await isIndexed(db)) await indexSearch(url)
    // Told before they are kept: a start that is killed here makes them again.
    await db.transaction().execute(async transaction => announce(await makeDemoAccounts(transaction), url))
  } finally {
    await db.destroy()
  }
}

/** In a process of its own: what it takes to think up a city shouldn't stay with the server. */
function seed(url: string, size: string): void {
  const program = fileURLToPath(new URL('../seed/main.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, [program, '--size', size], { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } })
  if (status !== 0) throw new Error('the demonstration city could not be seeded')
}

async function isEmpty(db: Database): Promise<boolean> {
  const { rows: [row] } = await sql<{ empty: boolean }>`
    SELECT NOT EXISTS (SELECT 1 FROM division) AND NOT EXISTS (SELECT 1 FROM incident) AND NOT EXISTS (SELECT 1 FROM road) AS empty`.execute(db)
  return row!.empty
}

function announce(accounts: DemoAccount[], url: string): void {
  if (accounts.length === 0) return
  const lines = accounts.map(({ name, password, role, scope }) => `  ${name.padEnd(12)} ${password}   ${role.padEnd(18)} ${scope}`)
  // Another database has accounts of its own: they must not overwrite those of the private one.
  const database = /\/([\w.-]+)(?:\?|$)/.exec(url)?.[1]
  const name = process.env.DATABASE_URL && database ? `demo-accounts-${database}.txt` : 'demo-accounts.txt'
  mkdirSync(dataPath(''), { recursive: true })
  writeFileSync(dataPath(name), lines.join('\n') + '\n', { mode: 0o600 })
  console.log(`\nDemonstration accounts (shown once, kept in .data/${name}):\n${lines.join('\n')}`)
}

/** On PORT, or on 8080, or, where something else has that, on the next free one. */
async function listen(app: App, { host, port }: Config): Promise<string> {
  if (port !== undefined) return app.listen({ host, port })
  for (let next = 8080; ; next++) {
    try {
      return await app.listen({ host, port: next })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || next >= 8180) throw error
    }
  }
}

function stop(code: number): Promise<never> {
  return stopping ??= (async () => {
    for (const step of undo.reverse()) await Promise.resolve(step()).catch((error: unknown) => console.error(error))
    process.exit(code)
  })()
}

