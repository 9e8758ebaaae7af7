import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { BadInput } from '../errors.ts'

export interface KnownType { code: string, name: string, grade: number, police: boolean }

/** A type of the three-level dictionary; any level will do. @throws {BadInput} where it has no such code */
export async function findType(db: Database, code: string, pointer: string): Promise<KnownType> {
  const { rows: [type] } = await sql<KnownType>`SELECT code, name, grade, police FROM incident_type WHERE code = ${code}`.execute(db)
  if (!type) throw new BadInput({ pointer, value: code, detail: 'is not in the dictionary of incident types (GET /api/dictionaries)' })
  return type
}
