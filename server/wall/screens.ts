import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import { audit } from '../access/audit.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { Database } from '../database.ts'
import { BadInput } from '../errors.ts'

const hour = Type.Integer({ minimum: 0, maximum: 24 })

/** One screen of the command room: what it shows, where it looks, and when it goes darker. */
export const screen = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]{1,20}$', description: 'as in /wall?screen=ID' }),
  name: Type.String({ minLength: 1, maxLength: 40 }),
  name_en: Type.String({ minLength: 1, maxLength: 40 }),
  views: Type.Array(Type.Object({
    name: Type.String({ minLength: 1, maxLength: 40 }),
    longitude: Type.Number({ minimum: -180, maximum: 180 }), latitude: Type.Number({ minimum: -85, maximum: 85 }),
    zoom: Type.Number({ minimum: 2, maximum: 20 }), bearing: Type.Number({ minimum: -360, maximum: 360 }), pitch: Type.Number({ minimum: 0, maximum: 70 }),
  }, { additionalProperties: false }), { maxItems: 30, description: 'the first is where the screen rests; none: the whole city' }),
  layers: Type.String({ maxLength: 400, description: 'as in a link: topmost first, `-` is off; empty: as the map opens' }),
  time: Type.Union(['24h', '7d', '30d', '1y'].map(preset => Type.Literal(preset as '24h'))),
  tour_seconds: Type.Integer({ minimum: 0, maximum: 3600, description: 'how long each view is shown; 0: no tour' }),
  follow: Type.Boolean({ description: 'a new incident pulls the view' }),
  pull_seconds: Type.Integer({ minimum: 5, maximum: 600, description: 'how long it stays there' }),
  night: Type.Union([Type.Object({ from_hour: hour, to_hour: hour, dim: Type.Number({ minimum: 0, maximum: 0.9, description: '0: as by day' }) }, { additionalProperties: false }), Type.Null()]),
  response_rule_id: Type.Union([Type.Integer(), Type.Null()], { description: 'whose voids are shown; null: the one that counts all units' }),
}, { additionalProperties: false })

export type Screen = Static<typeof screen>

const key = 'wall_screens'

/** The screens of this installation; none before somebody set one. */
export async function readScreens(db: Database): Promise<Screen[]> {
  const { rows: [row] } = await sql<{ value: Screen[] }>`SELECT value FROM setting WHERE key = ${key}`.execute(db)
  return row?.value ?? []
}

/**
 * Replace all screens; open walls hear of it and follow.
 *
 * @throws {BadInput} naming the id that two screens share, or the tour that has nowhere to go
 */
export async function writeScreens(db: Database, { account }: SignedIn, screens: Screen[]): Promise<void> {
  screens.forEach(({ id, tour_seconds: tour, views }, i) => {
    if (screens.findIndex(other => other.id === id) !== i) throw new BadInput({ pointer: `/body/screens/${i}/id`, value: id, detail: 'is the id of an earlier screen; each needs its own' })
    if (tour > 0 && tour < 5) throw new BadInput({ pointer: `/body/screens/${i}/tour_seconds`, value: tour, detail: 'must be 0 (no tour) or at least 5' })
    if (tour > 0 && views.length < 2) throw new BadInput({ pointer: `/body/screens/${i}/views`, value: views.length, detail: 'a tour needs two views or more' })
  })
  await db.transaction().execute(async transaction => {
    await sql`INSERT INTO setting (key, value) VALUES (${key}, ${JSON.stringify(screens)}::jsonb)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`.execute(transaction)
    await audit(transaction, { accountId: account.id, action: 'wall screens set', subject: key, detail: { screens: screens.map(({ id }) => id) } })
    await sql`SELECT announce_live('settings', NULL, ${JSON.stringify({ what: key })}::json)`.execute(transaction)
  })
}
