import { sql } from 'kysely'
import type { Label } from '../../layers/layer.ts'
import type { Selection } from '../analysis/selection.ts'
import { readShifts } from '../analysis/vocabulary.ts'
import type { Database } from '../database.ts'

/** What the codes and ids of a selection were called when a report was saved: dictionaries may be edited later. */
export interface SelectionWords {
  types: { code: string, label: Label }[]
  place_categories: { code: string, label: Label }[]
  shifts: { id: string, label: Label }[]
  division: Label | null
  zone: { name: string, version: number } | null
}

const named = (rows: { code: string, name: string, name_en: string }[]) => rows.map(({ code, name, name_en: en }) => ({ code, label: { zh: name, en: en || name } }))

export async function wordsOf(db: Database, { codes = [], place_categories: categories = [], shifts = [], division_id: division, zone }: Selection): Promise<SelectionWords> {
  const [types, places, known, { rows: [place] }] = await Promise.all([
    sql<{ code: string, name: string, name_en: string }>`SELECT code, name, name_en FROM incident_type WHERE code = ANY(${codes}::text[]) ORDER BY code`.execute(db),
    sql<{ code: string, name: string, name_en: string }>`SELECT code, name, name_en FROM place_category WHERE code = ANY(${categories}::text[]) ORDER BY code`.execute(db),
    shifts.length ? readShifts(db) : [],
    sql<{ name: string | null, name_en: string | null, zone: string | null, version: number | null }>`
      SELECT d.name, d.name_en, z.name AS zone, z.version FROM (SELECT 1) one LEFT JOIN division d ON d.id = ${division ?? null}::integer
      LEFT JOIN zone_version z ON z.zone_id = ${zone?.id ?? null}::integer AND z.version = ${zone?.version ?? null}::integer`.execute(db),
  ])
  return {
    types: named(types.rows), place_categories: named(places.rows), shifts: known.filter(({ id }) => shifts.includes(id)).map(({ id, label }) => ({ id, label })),
    division: place!.name === null ? null : { zh: place!.name, en: place!.name_en ?? place!.name }, zone: place!.zone === null ? null : { name: place!.zone, version: place!.version! },
  }
}
