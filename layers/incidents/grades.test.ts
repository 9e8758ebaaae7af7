import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cityDatabase, type TestDatabase } from '../../tests/database.ts'
import { departments } from './departments.ts'
import { incidentTypes, leaves } from './dictionary.ts'

let database: TestDatabase
beforeAll(async () => { database = await cityDatabase() })
afterAll(() => database.drop())

const gradeOf = (nameEn: string) => incidentTypes.find(type => type.nameEn === nameEn)!.grade

it('life and limb come first, public order next, the rest in turn', () => {
  for (const name of ['Robbery and snatching', 'Assault with injury', 'With injury', 'Missing child', 'Person trapped', 'Drowning']) expect(gradeOf(name), name).toBe(1)
  for (const name of ['Drunken fight', 'Gambling gathering', 'Provocation']) expect(gradeOf(name), name).toBe(2)
  for (const name of ['Shoplifting', 'Illegal parking', 'Lost property', 'Construction noise']) expect(gradeOf(name), name).toBe(3)
  expect([gradeOf('Violence and robbery'), gradeOf('Collision'), gradeOf('Lost and found')]).toEqual([1, 2, 3])
  expect(leaves.filter(type => type.grade === 1).reduce((sum, type) => sum + type.weight, 0) / leaves.reduce((sum, type) => sum + type.weight, 0)).toBeLessThan(0.08)
})

it('the demonstration\'s incidents have the grade that they were taken with', async () => {
  const { rows } = await sql`SELECT i.id FROM incident i JOIN incident_type t ON t.code = i.taken_code WHERE i.grade <> t.grade`.execute(database.db)
  expect(rows).toEqual([])
})

it('the demonstration\'s departments share out the types that aren\'t ours, and its latest transfers are with one of them', async () => {
  for (const prefix of departments.flatMap(({ typePrefixes }) => typePrefixes)) expect(leaves.some(type => type.code.startsWith(prefix) && !type.police), prefix).toBe(true)
  const { rows: [row] } = await sql<{ transfers: number, handed: number }>`
    SELECT count(*)::integer AS transfers, count(h.id)::integer AS handed FROM incident i LEFT JOIN handover h ON h.incident_id = i.id AND h.ended_at IS NULL
    WHERE i.status = 'transferred' AND i.received_at > '2026-11-18T00:00:00Z'`.execute(database.db)
  expect(row!.transfers).toBeGreaterThan(0)
  expect(row!.handed).toBe(row!.transfers)
})
