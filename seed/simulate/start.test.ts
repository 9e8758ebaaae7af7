import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityDatabase, type TestDatabase } from '../../tests/database.ts'
import { startServer } from '../../tests/server-process.ts'

describe('a server with the demonstration city', () => {
  let database: TestDatabase
  beforeAll(async () => { database = await cityDatabase() })
  afterAll(async () => { await database.drop() })

  const one = async (statement: ReturnType<typeof sql<{ yes: boolean }>>) => (await statement.execute(database.db)).rows[0]!.yes
  const simulated = () => one(sql`SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'yizhangtu simulator' AND datname = current_database()) AS yes`)
  const moving = () => one(sql`SELECT count(*) > 5 AS yes FROM unit_position WHERE at > now() - interval '30 seconds'`)
  const until = async (what: () => Promise<boolean>, seconds: number): Promise<boolean> => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(500)) if (await what()) return true
    return false
  }

  it('comes to life by itself, and the simulator ends with the server, even where that is killed', async () => {
    const server = await startServer(database.url, { SIMULATE: 'on' })
    try {
      expect(await until(simulated, 40)).toBe(true)
      expect(await until(moving, 40)).toBe(true)
    } finally { await server.kill() }
    expect(await until(async () => !await simulated(), 15)).toBe(true)
  }, 120_000)

  it('stands still where it was imported', async () => {
    await sql`UPDATE setting SET value = value - 'seed' WHERE key = 'city'`.execute(database.db)
    const server = await startServer(database.url, { SIMULATE: 'on' })
    await sleep(5_000)
    const runs = await simulated()
    await server.stop()
    expect(runs).toBe(false)
  }, 60_000)
})
