import { sql } from 'kysely'
import type { Database } from '../database.ts'

export interface IncidentType {
  code: string
  name: string
  name_en: string
  /** False: another department should handle it. */
  police: boolean
  /** How urgent a call of this type is, 1 most. */
  grade: number
}
export interface PlaceCategory { code: string, name: string, name_en: string, key_category: boolean }
export interface UnitStatus { code: string, meaning: string, name: string, name_en: string }
export interface Capability { code: string, name: string, name_en: string }
export interface Station { id: number, name: string, name_en: string | null }

/** The editable dictionaries, as the map needs them. */
export interface Dictionaries {
  incident_type: IncidentType[]
  place_category: PlaceCategory[]
  unit_status: UnitStatus[]
  capability: Capability[]
  stations: Station[]
}

export async function readDictionaries(db: Database): Promise<Dictionaries> {
  const [types, categories, statuses, capabilities, stations] = await Promise.all([
    sql<IncidentType>`SELECT code, name, name_en, police, grade FROM incident_type ORDER BY code`.execute(db),
    sql<PlaceCategory>`SELECT code, name, name_en, key_category FROM place_category ORDER BY sort, code`.execute(db),
    sql<UnitStatus>`SELECT code, meaning, name, name_en FROM unit_status ORDER BY sort`.execute(db),
    sql<Capability>`SELECT code, name, name_en FROM capability ORDER BY sort, code`.execute(db),
    sql<Station>`SELECT id, name, name_en FROM division WHERE kind = 'station' ORDER BY id`.execute(db),
  ])
  return { incident_type: types.rows, place_category: categories.rows, unit_status: statuses.rows, capability: capabilities.rows, stations: stations.rows }
}
