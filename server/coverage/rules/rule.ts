import { sql } from 'kysely'
import type { Database } from '../../database.ts'

/** A response circle: within how many minutes which force must be able to arrive, and where. Empty lists mean: all. */
export interface ResponseRule {
  id: number
  code: string
  name: string
  name_en: string
  minutes: number
  /** To kinds of force, or to cells that hold a place of some categories. */
  tied_to: 'force' | 'place'
  unit_kinds: string[]
  place_categories: string[]
  division_ids: number[]
  /** A void that lasts so long raises an alert. */
  void_alert_minutes: number
  enabled: boolean
  sort: number
}

export async function readResponseRules(db: Database): Promise<ResponseRule[]> {
  const { rows } = await sql<ResponseRule>`
    SELECT id, code, name, name_en, minutes, tied_to, unit_kinds, place_categories, division_ids, void_alert_minutes, enabled, sort FROM response_rule ORDER BY sort, id`.execute(db)
  return rows
}

/** Kinds of unit that go to a scene by road. A drone sees it, and arrives nowhere. */
export const sendableKinds: readonly string[] = ['officer', 'patrol_car', 'motorcycle', 'post', 'reserve']

export const kindsOf = ({ unit_kinds }: Pick<ResponseRule, 'unit_kinds'>): readonly string[] => unit_kinds.length ? unit_kinds : sendableKinds

/** Beyond its limit a rule still wants to know how late: up to twice the time, ten minutes more at most. */
export const searchedSeconds = ({ minutes }: Pick<ResponseRule, 'minutes'>): number => minutes * 60 + Math.min(minutes, 10) * 60

/** Equal for two states of a rule exactly when they cover the same. */
export const meaningOf = ({ minutes, tied_to, unit_kinds, place_categories, division_ids }: ResponseRule): string =>
  JSON.stringify([minutes, tied_to, unit_kinds, tied_to === 'place' ? place_categories : [], division_ids])
