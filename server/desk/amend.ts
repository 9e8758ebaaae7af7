import { sql } from 'kysely'
import { cellOf } from '../../layers/h3.ts'
import type { Database } from '../database.ts'
import { BadInput } from '../errors.ts'
import type { City } from '../layers/city.ts'
import { readOptionalText } from './free-text.ts'
import { announceIncident, isRow, type IncidentRow } from './incident-row.ts'
import { locate, type Spot, type Where } from './locate.ts'
import { recordEvent, type Actor } from './move-incident.ts'
import { findType } from './types.ts'
import { bumpVersion } from './write.ts'

/** What may be put right about a call after it was taken. Absent: as it was. */
export interface Amendment extends Where {
  taken_code?: string | undefined
  grade?: number | undefined
  location_text?: string | undefined
  summary?: string | undefined
}

/** Where an incident was, for undo. */
export interface Place {
  /** Null where it has no coordinates. */
  longitude: number | null
  latitude: number | null
  address_id: number | null
  location_text: string | null
  point_level: string
  station_id: number | null
  beat_id: number | null
}

/**
 * Correct type, grade, place or words, in the caller's transaction; each kind of change is an event of its own.
 *
 * Another type brings its own grade unless one is said. A place in another station's area gives the incident to that station.
 *
 * @returns the new version
 */
export async function amendIncident(transaction: Database, incident: IncidentRow, amendment: Amendment, actor: Actor, city: City): Promise<number> {
  const at = new Date()
  const typed = await retype(transaction, incident, amendment, actor, at)
  const spot = await locate(transaction, city, amendment)
  if (spot) await movePlace(transaction, incident, spot, actor, at)
  const worded = await reword(transaction, incident, amendment, actor, at)
  if (!typed && !spot && !worded) throw new BadInput({ pointer: '/body', value: null, detail: 'says nothing to change' })
  const version = await bumpVersion(transaction, incident)
  await announceIncident(transaction, incident.id, spot ? 'moved' : typed ? 'typed' : 'note')
  return version
}

async function retype(transaction: Database, incident: IncidentRow, { taken_code, grade }: Amendment, actor: Actor, at: Date): Promise<boolean> {
  if (taken_code === undefined && grade === undefined) return false
  const type = taken_code === undefined ? undefined : await findType(transaction, taken_code, '/body/taken_code')
  const before = { taken_code: incident.taken_code, grade: incident.grade }
  const after = { taken_code: type?.code ?? incident.taken_code, grade: grade ?? type?.grade ?? incident.grade }
  await writeType(transaction, incident, after)
  await recordEvent(transaction, incident, { kind: 'typed', at, actor, detail: { before, after } })
  return true
}

export async function writeType(transaction: Database, incident: Pick<IncidentRow, 'id' | 'received_at'>, { taken_code, grade }: { taken_code: string, grade: number }): Promise<void> {
  await sql`UPDATE incident SET taken_code = ${taken_code}, grade = ${grade} WHERE ${isRow(incident)}`.execute(transaction)
}

async function movePlace(transaction: Database, incident: IncidentRow, spot: Spot, actor: Actor, at: Date): Promise<void> {
  const before = await readPlace(transaction, incident)
  const after: Place = {
    longitude: spot.longitude, latitude: spot.latitude, address_id: spot.addressId, location_text: await textAt(transaction, before, spot),
    point_level: spot.pointLevel, station_id: spot.stationId, beat_id: spot.beatId,
  }
  await writePlace(transaction, incident, after)
  await recordEvent(transaction, incident, { kind: 'moved', at, actor, detail: { before, after } })
}

/** Words that only repeated the old address follow to the new one; what somebody wrote stays. */
async function textAt(transaction: Database, { address_id, location_text }: Place, spot: Spot): Promise<string | null> {
  if (spot.addressText === null || location_text === null) return location_text ?? spot.addressText
  const { rows: [old] } = await sql<{ full_text: string }>`SELECT full_text FROM address WHERE id = ${address_id}`.execute(transaction)
  return old?.full_text === location_text ? spot.addressText : location_text
}

export async function readPlace(transaction: Database, incident: Pick<IncidentRow, 'id' | 'received_at'>): Promise<Place> {
  const { rows: [place] } = await sql<Place>`
    SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude, address_id, location_text, point_level, station_id, beat_id FROM incident
    WHERE ${isRow(incident)}`.execute(transaction)
  return place!
}

export async function writePlace(transaction: Database, incident: Pick<IncidentRow, 'id' | 'received_at'>, place: Place): Promise<void> {
  const { longitude, latitude } = place
  await sql`
    UPDATE incident SET geom = ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326), cell = ${longitude === null || latitude === null ? null : cellOf(longitude, latitude)}::bigint,
      address_id = ${place.address_id}, place_id = NULL, location_text = ${place.location_text}, point_level = ${place.point_level}, station_id = ${place.station_id}, beat_id = ${place.beat_id}
    WHERE ${isRow(incident)}`.execute(transaction)
}

/** The words that stood there before are kept in the event: it is for the owning station, as they are. */
async function reword(transaction: Database, incident: IncidentRow, amendment: Amendment, actor: Actor, at: Date): Promise<boolean> {
  const names = (['location_text', 'summary'] as const).filter(name => amendment[name] !== undefined)
  if (names.length === 0) return false
  const next = Object.fromEntries(names.map(name => [name, readOptionalText(amendment[name], `/body/${name}`)]))
  const { rows: [before] } = await sql<Record<string, string | null>>`
    SELECT ${sql.join(names.map(name => sql.ref(name)))} FROM incident WHERE ${isRow(incident)}`.execute(transaction)
  await sql`UPDATE incident SET ${sql.join(names.map(name => sql`${sql.ref(name)} = ${next[name]}`))} WHERE ${isRow(incident)}`.execute(transaction)
  await recordEvent(transaction, incident, { kind: 'note', at, actor, detail: { amended: names, before } })
  return true
}
