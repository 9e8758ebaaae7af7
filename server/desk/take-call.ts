import { sql } from 'kysely'
import { cellOf } from '../../layers/h3.ts'
import { localDay } from '../../layers/time.ts'
import type { Database } from '../database.ts'
import { BadInput, Conflict } from '../errors.ts'
import type { City } from '../layers/city.ts'
import { announceIncident } from './incident-row.ts'
import { locate, type Where } from './locate.ts'
import { recordEvent, type Actor } from './move-incident.ts'
import { nextNumber } from './number.ts'
import { readOptionalText } from './free-text.ts'
import { findType } from './types.ts'

/** A call as it is taken. */
export interface Call extends Where {
  taken_code: string
  channel: string
  location_text?: string | undefined
  summary?: string | undefined
  occurred_from?: string | undefined
  occurred_to?: string | undefined
  grade?: number | undefined
  request_key?: string | undefined
}

export interface Taken { id: number, number: string, version: number, station_id: number | null, repeated: boolean }

/**
 * Make an incident of a call, in the caller's transaction: number, place, station, event, announcement.
 *
 * A call may lie in another station's area or in none: it is taken all the same, and belongs to whose area it is.
 * A second call with the same request_key makes nothing and answers as the first.
 *
 * @throws {BadInput} naming what is missing or doesn't fit
 */
export async function takeCall(transaction: Database, { call, city, actor, now = new Date() }: { call: Call, city: City, actor: Actor, now?: Date }): Promise<Taken> {
  const known = call.request_key ? await takenBefore(transaction, call.request_key) : undefined
  if (known) return known
  const type = await findType(transaction, call.taken_code, '/body/taken_code')
  const occurred = readOccurrence(call, now)
  const location = readOptionalText(call.location_text, '/body/location_text'), summary = readOptionalText(call.summary, '/body/summary')
  const spot = await locate(transaction, city, call)
  if (!spot) throw new BadInput({ pointer: '/body', value: null, detail: 'say where it is: longitude and latitude, address_id, or address_code' })
  const day = localDay(now, city.time_zone)
  // Ahead of time, so that nobody waits for a new month's partition.
  await sql`SELECT ensure_incident_partitions(${now}::timestamptz, ${now}::timestamptz + interval '3 days')`.execute(transaction)
  const number = await nextNumber(transaction, spot.districtCode, day)
  const { rows: [row] } = await sql<{ id: number, version: number }>`
    INSERT INTO incident (number, received_at, local_day, occurred_from, occurred_to, taken_code, grade, channel, status, timeline,
      address_id, location_text, summary, point_level, station_id, beat_id, geom, cell)
    VALUES (${number}, ${now}, ${day}::date, ${occurred.from}, ${occurred.to}, ${call.taken_code}, ${call.grade ?? type.grade}, ${call.channel}, 'received',
      jsonb_build_array(jsonb_build_object('status', 'received', 'at', ${now.toISOString()}::text, 'actor', ${actor.name}::text)),
      ${spot.addressId}, ${location ?? spot.addressText}, ${summary}, ${spot.pointLevel}, ${spot.stationId}, ${spot.beatId},
      ST_SetSRID(ST_MakePoint(${spot.longitude}, ${spot.latitude}), 4326), ${cellOf(spot.longitude, spot.latitude)}::bigint)
    RETURNING id, version`.execute(transaction)
  await recordEvent(transaction, { id: row!.id, received_at: now }, { kind: 'taken', at: now, actor, to: 'received', requestKey: call.request_key ?? null, detail: { code: call.taken_code, channel: call.channel } })
  await announceIncident(transaction, row!.id, 'taken')
  return { id: row!.id, number, version: row!.version, station_id: spot.stationId, repeated: false }
}

/** What was made of the same request before. Requests with one key take turns, however close together they come. */
async function takenBefore(transaction: Database, key: string): Promise<Taken | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 13))`.execute(transaction)
  const { rows: [row] } = await sql<{ kind: string } & Omit<Taken, 'repeated'>>`
    SELECT e.kind, i.id, i.number, i.version, i.station_id FROM incident_event e JOIN incident i ON i.id = e.incident_id AND i.received_at = e.received_at
    WHERE e.request_key = ${key}`.execute(transaction)
  if (!row) return undefined
  if (row.kind !== 'taken') throw new Conflict(`request_key ${key} was used before, to change ${row.number}`)
  const { id, number, version, station_id } = row
  return { id, number, version, station_id, repeated: true }
}

function readOccurrence({ occurred_from, occurred_to }: Call, now: Date): { from: Date | null, to: Date | null } {
  const from = occurred_from ? new Date(occurred_from) : null, to = occurred_to ? new Date(occurred_to) : from
  if (from && from.getTime() > now.getTime() + 60_000) throw new BadInput({ pointer: '/body/occurred_from', value: occurred_from, detail: 'must not be in the future' })
  if (to && !from) throw new BadInput({ pointer: '/body/occurred_from', value: undefined, detail: 'is needed where occurred_to is given' })
  if (from && to && to < from) throw new BadInput({ pointer: '/body/occurred_to', value: occurred_to, detail: `must not be before occurred_from (${occurred_from})` })
  return { from, to }
}
