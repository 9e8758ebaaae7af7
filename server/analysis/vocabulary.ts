import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { Database } from '../database.ts'
import type { Source } from '../layers/source.ts'
import { label } from '../shapes.ts'

export const shift = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }), label, hours: Type.Array(Type.Integer({ minimum: 0, maximum: 23 }), { description: 'hours of the local day' }) })
export type Shift = Static<typeof shift>

const holiday = Type.Object({ day: Type.String({ format: 'date' }), name: Type.String(), name_en: Type.String(), kind: Type.Unsafe<'holiday' | 'workday'>(Type.String({ description: 'holiday, or workday: a weekend that is worked' })) })
export type Holiday = Static<typeof holiday>

export const vocabularyShape = Type.Object({
  shifts: Type.Array(shift), holidays: Type.Array(holiday),
  span: Type.Object({ from: Type.Union([Type.String(), Type.Null()]), to: Type.Union([Type.String(), Type.Null()]), rows: Type.Integer() }, { description: 'first and last incident that you see' }),
})

/** The shifts that an administrator set: `setting` "shifts". @throws {RangeError} where that isn't a list of shifts */
export async function readShifts(db: Database): Promise<Shift[]> {
  const { rows: [row] } = await sql<{ value: unknown }>`SELECT value FROM setting WHERE key = 'shifts'`.execute(db)
  const shifts = row?.value ?? []
  if (!Value.Check(Type.Array(shift), shifts)) throw new RangeError(`the setting "shifts" is ${JSON.stringify(shifts)}; it must be [{ "id": "night", "label": { "zh": "夜班", "en": "Night shift" }, "hours": [0, 1, …] }]`)
  return shifts
}

/** Statutory holidays and make-up workdays, oldest first. */
export async function readHolidays(db: Database): Promise<Holiday[]> {
  return (await sql<Holiday>`SELECT day, name, name_en, kind FROM holiday ORDER BY day`.execute(db)).rows
}

/** First and last incident that a caller sees, and how many there are. */
export async function readSpan(db: Database, source: Source): Promise<{ from: string | null, to: string | null, rows: number }> {
  const time = source.column('received_at')
  const { rows: [row] } = await sql<{ from: Date | null, to: Date | null, rows: number }>`
    SELECT min(${time}) AS from, max(${time}) AS to, count(*)::integer AS rows ${source.from()}`.execute(db)
  return { from: row!.from?.toISOString() ?? null, to: row!.to?.toISOString() ?? null, rows: row!.rows }
}
