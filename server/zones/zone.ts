import { sql, type RawBuilder } from 'kysely'
import type { Area } from '../analysis/selected-place.ts'
import type { Database } from '../database.ts'
import { instant } from '../instant.ts'
import type { Evidence, Judgement } from './evidence.ts'

export const zoneStates = ['planned', 'active', 'expired', 'withdrawn'] as const
export type ZoneState = (typeof zoneStates)[number]
export const takers = ['deployment', 'patrol'] as const
export type Taker = (typeof takers)[number]

export interface HandOver { to: Taker, state: 'waiting' | 'taken' | 'ended', version: number, at: string, by: string, note: string | null }

/** What a version says of a zone. Instants are UTC. */
export interface Version {
  version: number
  name: string
  reason: string
  geometry: Area
  area_m2: number
  /** None means around the clock. */
  shifts: string[]
  valid_from: string
  valid_to: string
  author: string
  created_at: string
  /** As it stood when the version was written; null where it was drawn on none. */
  evidence: (Evidence & { judgement?: Judgement }) | null
}

/** A zone as its newest version says. `created_at` is the first version's. */
export interface Zone extends Version {
  id: number
  station_id: number | null
  station_name: string | null
  state: ZoneState
  handed_over: HandOver[]
  withdrawn: { at: string, by: string, reason: string } | null
  updated_at: string
}

/** The fields of `Version` from `zone_version v`, as arguments of json_build_object. */
const versionFields = sql`'version', v.version, 'name', v.name, 'reason', v.reason, 'geometry', ST_AsGeoJSON(v.geom, 7)::json, 'area_m2', round(ST_Area(v.geom::geography)),
  'shifts', v.shifts, 'valid_from', ${instant('v.valid_from')}, 'valid_to', ${instant('v.valid_to')}, 'author', v.author, 'created_at', ${instant('v.created_at')},
  'evidence', CASE WHEN v.judgement IS NULL THEN v.evidence ELSE coalesce(v.evidence, '{}') || jsonb_build_object('judgement', v.judgement) END`

/** Zones that meet a condition on `zone z`, by id; their states as of `at`. */
export async function readZones(db: Database, condition: RawBuilder<unknown>, at = new Date()): Promise<Zone[]> {
  const { rows } = await sql<{ zone: Zone }>`
    SELECT json_build_object(${versionFields})::jsonb || json_build_object('id', z.id, 'station_id', z.station_id, 'station_name', s.name,
      'state', ${stateAt(at)}, 'created_at', ${instant('z.created_at')}, 'updated_at', ${instant('z.updated_at')},
      'withdrawn', CASE WHEN z.withdrawn_at IS NOT NULL THEN json_build_object('at', ${instant('z.withdrawn_at')}, 'by', z.withdrawn_by, 'reason', z.withdrawn_reason) END,
      'handed_over', (SELECT coalesce(json_agg(json_build_object('to', h.taker, 'state', h.state, 'version', h.version, 'at', ${instant('h.at')}, 'by', h.actor, 'note', h.note) ORDER BY h.id), '[]')
                      FROM zone_hand_over h WHERE h.zone_id = z.id))::jsonb AS zone
    FROM zone z JOIN zone_version v ON v.zone_id = z.id AND v.version = z.version LEFT JOIN division s ON s.id = z.station_id
    WHERE ${condition} ORDER BY z.id`.execute(db)
  return rows.map(({ zone }) => zone)
}

/** Its state by the clock, whatever the keeper has written: of `zone z`. */
export const stateAt = (at: Date): RawBuilder<ZoneState> => sql`zone_state(z.valid_from, z.valid_to, z.withdrawn_at, ${at}::timestamptz)`

/** Every version of a zone, oldest first. */
export async function readVersions(db: Database, zoneId: number, versions?: readonly number[]): Promise<Version[]> {
  const { rows } = await sql<{ version: Version }>`
    SELECT json_build_object(${versionFields}) AS version FROM zone_version v
    WHERE v.zone_id = ${zoneId} ${versions ? sql`AND v.version = ANY(${[...versions]}::integer[])` : sql``} ORDER BY v.version`.execute(db)
  return rows.map(({ version }) => version)
}
