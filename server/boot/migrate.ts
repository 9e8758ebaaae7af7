// `npm run db:migrate`: the schema, forward only. `npm run db:reset`: an empty database, then the schema.
import { sql } from 'kysely'
import { migrate, openDatabase, openPool } from '../database.ts'
import { claimCheckout, prepareDatabase } from './prepare.ts'

const url = process.env.DATABASE_URL
const release = url ? () => {} : claimCheckout()
const database = await prepareDatabase(url)
const db = openDatabase(openPool(database.url, { poolSize: 1, statementTimeoutMs: 0 }))
try {
  if (process.argv.includes('--reset')) {
    await sql`DROP SCHEMA public CASCADE`.execute(db)
    await sql`CREATE SCHEMA public`.execute(db)
    console.log('Everything was dropped.')
  }
  const ran = await migrate(db)
  console.log(ran.length ? `Migrated: ${ran.join(', ')}` : 'The schema is current.')
} finally {
  await db.destroy()
  await database.stop()
  release()
}
