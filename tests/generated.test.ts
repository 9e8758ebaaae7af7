import { afterAll, beforeAll, expect, it } from 'vitest'
import { generate, stale } from '../server/boot/bless.ts'
import { emptyDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => { database = await emptyDatabase() })
afterAll(() => database.drop())

it('the committed OpenAPI document and client types are current ("npm run bless" makes them so)', async () => {
  expect(stale(await generate(database.url))).toEqual([])
})
