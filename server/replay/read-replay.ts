import { sql } from 'kysely'
import type { Stations } from '../../layers/access.ts'
import type { Database } from '../database.ts'
import type { Meaning } from '../dispatch/change-status.ts'
import type { Source } from '../layers/source.ts'
import type { Box } from '../query.ts'
import { meaningAt, readStatusHistory } from './status-history.ts'

export interface ReplayWindow { from: Date, to: Date, box?: Box | undefined, stations: Stations }

export interface ReplayedIncident { id: number, number: string, code: string, received_at: string, longitude: number, latitude: number, timeline: { status: string, at: string }[] }
export interface Track { unit_id: number, callsign: string, kind: string, points: [number, number, number][], statuses: [number, Meaning][] }

const own = (stations: Stations, column: string) => stations === 'all' ? sql`true` : sql`${sql.ref(column)} = ANY(${[...stations]}::integer[])`

/** Incidents of the caller's stations that were received in the window, or in the day before and still open when it began. Statuses and times, not who; without those that lie nowhere on the map that is played. */
export async function readIncidents(db: Database, source: Source, { from, to, box, stations }: ReplayWindow): Promise<ReplayedIncident[]> {
  const inBox = box ? [sql`t.geom && ST_MakeEnvelope(${box[0]}, ${box[1]}, ${box[2]}, ${box[3]}, 4326)`] : []
  const { rows } = await sql<ReplayedIncident & { received_at: Date }>`
    SELECT t.id, ${source.column('number')} AS number, ${source.column('code')} AS code, ${source.column('received_at')} AS received_at, ST_X(t.geom) AS longitude, ST_Y(t.geom) AS latitude,
           (SELECT coalesce(json_agg(json_build_object('status', e->>'status', 'at', e->>'at') ORDER BY (e->>'at')::timestamptz), '[]') FROM jsonb_array_elements(t.timeline) e WHERE (e->>'at')::timestamptz < ${to}) AS timeline
    ${source.from(own(stations, 't.station_id'), sql`t.geom IS NOT NULL`, sql`t.received_at < ${to}`, sql`(t.received_at >= ${from} OR t.received_at >= ${from}::timestamptz - interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(t.timeline) e WHERE e->>'status' IN ('handled', 'closed') AND (e->>'at')::timestamptz <= ${from}))`, ...inBox)}
    ORDER BY t.received_at`.execute(db)
  return rows.map(row => ({ ...row, received_at: (row.received_at as unknown as Date).toISOString() }))
}

const steps = [5, 10, 15, 30, 60, 120, 300, 600]
const mostPoints = 500_000

/** The finest step at which so many units stay below what a map can play. */
export const stepFor = (units: number, from: Date, to: Date): number =>
  steps.find(step => units * (to.getTime() - from.getTime()) / 1000 / step <= mostPoints) ?? steps.at(-1)!

/**
 * Where units of the caller's stations were while on duty: a point a step at most, none while off duty.
 *
 * @returns points as epoch seconds, longitude, latitude; statuses as epoch seconds and meaning
 */
export async function readTracks(db: Database, { from, to, box, stations }: ReplayWindow): Promise<{ tracks: Track[], stepSeconds: number, truncated: boolean }> {
  const { rows: units } = await sql<{ id: number, callsign: string, kind: string }>`
    SELECT u.id, u.callsign, u.kind FROM unit u WHERE ${own(stations, 'u.station_id')} AND EXISTS (SELECT 1 FROM unit_track t WHERE t.unit_id = u.id AND t.at >= ${from} AND t.at < ${to}) ORDER BY u.id`.execute(db)
  const stepSeconds = stepFor(units.length, from, to), ids = units.map(({ id }) => id)
  const [histories, { rows: points }] = await Promise.all([
    readStatusHistory(db, ids, from, to),
    sql<{ unit_id: number, at: number, longitude: number, latitude: number }>`
      SELECT DISTINCT ON (unit_id, step) unit_id, extract(epoch FROM at)::float8 AS at, ST_X(geom) AS longitude, ST_Y(geom) AS latitude
      FROM (SELECT unit_id, at, geom, floor(extract(epoch FROM at) / ${stepSeconds}::integer) AS step FROM unit_track WHERE at >= ${from} AND at < ${to} AND unit_id = ANY(${ids}::bigint[])) t
      ORDER BY unit_id, step, at LIMIT ${mostPoints + 1}`.execute(db),
  ])
  const byUnit = Map.groupBy(points.slice(0, mostPoints), point => point.unit_id)
  const tracks = units.flatMap(({ id, callsign, kind }): Track[] => {
    const history = histories.get(id) ?? []
    const onDuty = (byUnit.get(id) ?? []).filter(({ at }) => (meaningAt(history, at * 1000) ?? 'off_duty') !== 'off_duty')
    if (onDuty.length === 0 || box && !onDuty.some(({ longitude, latitude }) => longitude >= box[0] && longitude <= box[2] && latitude >= box[1] && latitude <= box[3])) return []
    return [{
      unit_id: id, callsign, kind, points: onDuty.map(({ at, longitude, latitude }) => [Math.round(at), round(longitude), round(latitude)]),
      statuses: history.map(([at, meaning]) => [Math.round(at / 1000), meaning]),
    }]
  })
  return { tracks, stepSeconds, truncated: points.length > mostPoints }
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
