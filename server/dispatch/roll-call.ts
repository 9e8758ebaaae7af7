import { sql } from 'kysely'
import type { Stations } from '../../layers/access.ts'
import type { Database } from '../database.ts'
import type { Actor } from '../desk/move-incident.ts'
import { Conflict, NotFound } from '../errors.ts'

export interface RollCall {
  id: number
  called_at: Date
  due_at: Date
  actor: string
  station_id: number | null
  answers: { unit_id: number, callsign: string, answered_at: string | null }[]
}

const inStations = (stations: Stations) => stations === 'all' ? sql`true` : sql`u.station_id = ANY(${[...stations]}::integer[])`

/**
 * Call everybody on duty: of one station, or of all that the caller answers for.
 *
 * @throws {Conflict} where nobody is on duty
 */
export async function callRoll(transaction: Database, { stationId, stations, minutes, at, actor }: { stationId: number | null, stations: Stations, minutes: number, at: Date, actor: Actor }): Promise<{ id: number, called: number }> {
  const due = new Date(at.getTime() + minutes * 60_000)
  const { rows: [call] } = await sql<{ id: number }>`
    INSERT INTO roll_call (station_id, called_at, called_by, actor, due_at) VALUES (${stationId}, ${at}, ${actor.accountId}, ${actor.name}, ${due}) RETURNING id`.execute(transaction)
  const { numAffectedRows } = await sql`
    INSERT INTO roll_call_answer (roll_call_id, unit_id)
    SELECT ${call!.id}, u.id FROM unit u JOIN unit_status s ON s.code = u.status
    WHERE s.meaning <> 'off_duty' AND ${inStations(stationId === null ? stations : [stationId])}`.execute(transaction)
  const called = Number(numAffectedRows ?? 0)
  if (called === 0) throw new Conflict('nobody is on duty there')
  await announce(transaction, call!.id)
  return { id: call!.id, called }
}

/** Open calls with those of the caller's units that were called, not answered first. */
export async function openRollCalls(db: Database, stations: Stations): Promise<RollCall[]> {
  const { rows } = await sql<RollCall>`
    SELECT r.id, r.called_at, r.due_at, r.actor, r.station_id,
      json_agg(json_build_object('unit_id', u.id, 'callsign', u.callsign, 'answered_at', a.answered_at) ORDER BY a.answered_at DESC NULLS FIRST, u.callsign, u.id) AS answers
    FROM roll_call r JOIN roll_call_answer a ON a.roll_call_id = r.id JOIN unit u ON u.id = a.unit_id
    WHERE r.closed_at IS NULL AND r.called_at > now() - interval '1 day' AND ${inStations(stations)}
    GROUP BY r.id ORDER BY r.called_at`.execute(db)
  return rows
}

/** The open call that a unit hasn't answered yet; of several, the one that is due first. */
export async function rollCallFor(db: Database, unitId: number): Promise<{ id: number, due_at: Date } | undefined> {
  const { rows: [row] } = await sql<{ id: number, due_at: Date }>`
    SELECT r.id, r.due_at FROM roll_call_answer a JOIN roll_call r ON r.id = a.roll_call_id
    WHERE a.unit_id = ${unitId} AND a.answered_at IS NULL AND r.closed_at IS NULL AND r.called_at > now() - interval '1 day' ORDER BY r.due_at LIMIT 1`.execute(db)
  return row
}

/**
 * A unit answers, itself or by somebody who heard it. A second answer changes nothing; one after the time is kept as late as it was.
 *
 * @throws {NotFound} {Conflict} where it wasn't called, or the call is closed
 */
export async function answerRoll(transaction: Database, { id, unitId, at, actor }: { id: number, unitId: number, at: Date, actor: Actor }): Promise<void> {
  const call = await hold(transaction, id)
  if (call.closed_at) throw new Conflict(`the roll-call of ${call.called_at.toISOString()} is closed`)
  const { rows: [row] } = await sql`
    UPDATE roll_call_answer SET answered_at = coalesce(answered_at, greatest(${at}, ${call.called_at})), actor = coalesce(actor, ${actor.name})
    WHERE roll_call_id = ${id} AND unit_id = ${unitId} RETURNING unit_id`.execute(transaction)
  if (!row) throw new Conflict('this unit wasn\'t called')
  await announce(transaction, id)
}

/** @throws {NotFound} {Conflict} where it is closed already */
export async function closeRoll(transaction: Database, id: number, at: Date): Promise<void> {
  const call = await hold(transaction, id)
  if (call.closed_at) throw new Conflict('the roll-call is closed already')
  await sql`UPDATE roll_call SET closed_at = ${at} WHERE id = ${id}`.execute(transaction)
  await announce(transaction, id)
}

export interface RollCallRow { called_at: Date, closed_at: Date | null, station_id: number | null, called_by: number | null }

async function hold(transaction: Database, id: number): Promise<RollCallRow> {
  const { rows: [call] } = await sql<RollCallRow>`SELECT called_at, closed_at, station_id, called_by FROM roll_call WHERE id = ${id} FOR UPDATE`.execute(transaction)
  if (!call) throw new NotFound('roll-call', id)
  return call
}

export async function readRollCall(db: Database, id: number): Promise<RollCallRow> {
  const { rows: [call] } = await sql<RollCallRow>`SELECT called_at, closed_at, station_id, called_by FROM roll_call WHERE id = ${id}`.execute(db)
  if (!call) throw new NotFound('roll-call', id)
  return call
}

async function announce(transaction: Database, id: number): Promise<void> {
  await sql`SELECT announce_live('roll_call', station_id, json_build_object('id', id, 'station_id', station_id)) FROM roll_call WHERE id = ${id}`.execute(transaction)
}
