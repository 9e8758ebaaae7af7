import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import type { Meaning } from '../../dispatch/change-status.ts'
import { readStatusHistory, type StatusHistory } from '../../replay/status-history.ts'
import type { Fix } from '../patrols/dwells.ts'

/** Epoch seconds. `meaning`: null where the log doesn't reach. */
export interface Spell { from: number, to: number, meaning: Meaning | null }

/** What is known of a unit in a span of time: its statuses, one after the other, and its fixes while on duty, in the order of time (`at`: epoch seconds). */
export interface OnDutyTrack { spells: Spell[], fixes: Fix[] }

/** One fix in so long is enough to tell who stood where. */
const stepSeconds = 10

/**
 * Where units were while they were on duty: what lies in hours off duty, by the log of their statuses, isn't even read.
 *
 * @returns by unit; one that is gone has none
 */
export async function readOnDutyTracks(db: Database, unitIds: readonly number[], from: Date, to: Date): Promise<Map<number, OnDutyTrack>> {
  const [histories, { rows: known }] = await Promise.all([
    readStatusHistory(db, unitIds, from, to), sql<{ id: number }>`SELECT DISTINCT unit_id::integer AS id FROM unit_status_change WHERE unit_id = ANY(${[...unitIds]}::bigint[])`.execute(db),
  ])
  const tracks = new Map<number, OnDutyTrack>(), logged = new Set(known.map(({ id }) => id))
  for (const [id, history] of histories) tracks.set(id, { spells: spellsOf(history, logged.has(id), from.getTime() / 1000, to.getTime() / 1000), fixes: [] })
  const onDuty = [...tracks].flatMap(([id, { spells }]) => spells.filter(isOnDuty).map(spell => ({ id, ...spell })))
  const { rows } = await sql<Fix & { unit_id: number }>`
    SELECT DISTINCT ON (unit_id, step) unit_id::integer, extract(epoch FROM at)::float8 AS at, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM (
      SELECT t.unit_id, t.at, t.geom, floor(extract(epoch FROM t.at) / ${stepSeconds}::integer) AS step
      FROM unnest(${onDuty.map(({ id }) => id)}::bigint[], ${onDuty.map(spell => spell.from)}::float8[], ${onDuty.map(spell => spell.to)}::float8[]) AS s (unit_id, from_at, to_at)
      JOIN unit_track t ON t.unit_id = s.unit_id AND t.at >= to_timestamp(s.from_at) AND t.at < to_timestamp(s.to_at)) fixes
    ORDER BY unit_id, step, at`.execute(db)
  for (const { unit_id: id, ...fix } of rows) tracks.get(id)!.fixes.push(fix)
  return tracks
}

/** @param logged  without any entry in the log a unit counts as off duty before its present status, but nobody knows (readStatusHistory) */
function spellsOf(history: StatusHistory, logged: boolean, from: number, to: number): Spell[] {
  const starts = history.map(([at, meaning]) => ({ from: Math.max(from, at / 1000), meaning: meaning === 'off_duty' && !logged ? null : meaning }))
  return starts.map((start, i) => ({ ...start, to: starts[i + 1]?.from ?? to })).filter(spell => spell.to > spell.from)
}

/** Spans in which it was on duty without a break. */
export function stretchesOf({ spells }: Pick<OnDutyTrack, 'spells'>): { from: number, to: number }[] {
  const stretches: { from: number, to: number }[] = []
  for (const { from, to } of spells.filter(isOnDuty)) {
    const last = stretches.at(-1)
    if (last?.to === from) last.to = to; else stretches.push({ from, to })
  }
  return stretches
}

const isOnDuty = ({ meaning }: Spell): boolean => meaning !== null && meaning !== 'off_duty'

/** On a call, by the log: on the way or there. */
export const isOnCall = ({ meaning }: Pick<Spell, 'meaning'>): boolean => meaning === 'enroute' || meaning === 'on_scene'

/** Seconds that spans have in common with one span. */
export const secondsWithin = (spans: readonly { from: number, to: number }[], { from, to }: { from: number, to: number }): number =>
  spans.reduce((sum, each) => sum + Math.max(0, Math.min(each.to, to) - Math.max(each.from, from)), 0)
