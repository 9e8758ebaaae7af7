import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import type { Database } from '../../database.ts'

const seconds = Type.Number({ minimum: 0, maximum: 7200 })
const how = Type.Unsafe<'car' | 'foot'>(Type.Union([Type.Literal('car'), Type.Literal('foot')]))
const codes = Type.Array(Type.String({ pattern: '^[a-z][a-z_]*$' }), { maxItems: 20 })

/**
 * Row `dispatch` of table setting: how units are proposed. A unit's score is its travel time in seconds plus what speaks
 * against it, each at a weight in seconds: "rather a unit that takes a minute longer than one that …".
 */
export const dispatchSettings = Type.Object({
  stale_minutes: Type.Number({ minimum: 1, maximum: 1440, description: 'an older fix says where a unit was, not where it is' }),
  max_minutes: Type.Number({ minimum: 1, maximum: 240, description: 'a unit that takes longer isn\'t proposed' }),
  enough: Type.Integer({ minimum: 1, maximum: 20, description: 'candidates that are shown' }),
  most: Type.Integer({ minimum: 48, maximum: 10_000, description: 'units looked at before the search gives up widening' }),
  drone_kmh: Type.Number({ minimum: 1, maximum: 300, description: 'drones fly straight' }),
  travel: Type.Object({ post: how, reserve: how }, { additionalProperties: false, description: 'how posts and reserves go' }),
  shift_minutes: Type.Number({ minimum: 1, maximum: 480, description: 'a shift that ends within so many minutes of the arrival speaks against a unit' }),
  rest_minutes: Type.Number({ minimum: 0, maximum: 480, description: 'so does a job that ended within so many minutes' }),
  crew: Type.Object({ 1: Type.Integer({ minimum: 1, maximum: 20 }), 2: Type.Integer({ minimum: 1, maximum: 20 }), 3: Type.Integer({ minimum: 1, maximum: 20 }) }, { additionalProperties: false, description: 'people that an incident of this grade asks for' }),
  coverage_milliseconds: Type.Number({ minimum: 0, maximum: 5000, description: 'time for finding out what sending the best would cost in coverage' }),
  weights: Type.Object({
    diversion: seconds, missing_capability: seconds, shift_end: seconds, rest: seconds, missing_person: seconds, other_station: seconds,
    lost_cell: seconds, lost_most: seconds,
  }, { additionalProperties: false }),
  capabilities: Type.Array(Type.Object({ prefix: Type.String({ pattern: '^([0-9]{2}){1,3}$' }), needed: codes, wanted: codes }, { additionalProperties: false }), { maxItems: 500, description: 'the longest prefix of the incident\'s type counts' }),
}, { additionalProperties: false })
export type DispatchSettings = Static<typeof dispatchSettings>

/** What holds until an administrator says otherwise. */
export const usualSettings: DispatchSettings = {
  stale_minutes: 30, max_minutes: 60, enough: 5, most: 600, drone_kmh: 45, travel: { post: 'foot', reserve: 'car' },
  shift_minutes: 30, rest_minutes: 10, crew: { 1: 2, 2: 2, 3: 1 }, coverage_milliseconds: 250,
  weights: { diversion: 240, missing_capability: 120, shift_end: 180, rest: 60, missing_person: 45, other_station: 45, lost_cell: 3, lost_most: 120 },
  capabilities: [],
}

/** Settings as they stand: what is stored, and the usual for the rest. */
export async function readSettings(db: Database): Promise<DispatchSettings> {
  const { rows: [row] } = await sql<{ value: Partial<DispatchSettings> }>`SELECT value FROM setting WHERE key = 'dispatch'`.execute(db)
  const value = row?.value ?? {}
  return { ...usualSettings, ...value, weights: { ...usualSettings.weights, ...value.weights } }
}

export async function writeSettings(transaction: Database, settings: DispatchSettings): Promise<void> {
  await sql`INSERT INTO setting (key, value) VALUES ('dispatch', ${JSON.stringify(settings)}) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`.execute(transaction)
  await sql`SELECT announce_live('settings', NULL, ${JSON.stringify({ what: 'dispatch' })}::json)`.execute(transaction)
}

/** What an incident of a type asks of a unit. */
export function askedFor({ capabilities }: DispatchSettings, code: string): { needed: readonly string[], wanted: readonly string[] } {
  const fitting = capabilities.filter(({ prefix }) => code.startsWith(prefix))
  return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length)[0] ?? { needed: [], wanted: [] }
}
