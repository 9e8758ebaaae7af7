// Makes what is generated and committed anew: the OpenAPI document and the client's types from it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { migrate, openDatabase, openPool } from '../database.ts'
import { startServices } from '../services.ts'
import { prepareDatabase } from './prepare.ts'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The generated files by path, as they should be. Needs a migrated database, as the server does. */
export async function generate(databaseUrl: string): Promise<Record<string, string>> {
  const services = await startServices(readConfig({ LOG_LEVEL: 'silent', DAILY_REPORTS: 'off' }), databaseUrl)
  const app = await buildApp(services)
  try {
    await app.ready()
    const document = app.swagger()
    const types = astToString(await openapiTypes(JSON.parse(JSON.stringify(document)) as never))
    return {
      'docs/api/openapi.json': JSON.stringify(document, null, 2) + '\n',
      'web/api-types.d.ts': `// Generated from docs/api/openapi.json by "npm run bless".\n${types}`,
    }
  } finally {
    await app.close()
    await services.stop()
  }
}

/** Paths of generated files that differ from what they should be. */
export const stale = (generated: Record<string, string>): string[] =>
  Object.entries(generated).filter(([path, text]) => !existsSync(file(path)) || readFileSync(file(path), 'utf8') !== text).map(([path]) => path)

if (import.meta.main) {
  const database = await prepareDatabase(process.env.DATABASE_URL, 'test-postgres', 'bless')
  const db = openDatabase(openPool(database.url, { poolSize: 1, statementTimeoutMs: 0 }))
  await migrate(db)
  await db.destroy()
  const generated = await generate(database.url)
  await database.stop()
  mkdirSync(file('docs/api'), { recursive: true })
  for (const path of stale(generated)) {
    writeFileSync(file(path), generated[path]!)
    console.log(`${path} is made anew`)
  }
  process.exit(0)
}
