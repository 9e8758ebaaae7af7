import { sql } from 'kysely'
import type { Database } from '../database.ts'

export type OutgoingEvent = 'handover.sent' | 'handover.withdrawn'

interface Facts { key: string, department_id: number, department: string, due_at: Date, reason: string, number: string, code: string, name: string, received_at: Date, longitude: number | null, latitude: number | null, location_text: string | null }

/**
 * Queue what a department is told of a hand-over, in the transaction that hands over: it is sent exactly when that commits.
 *
 * @param reason  of the withdrawal; the hand-over's own otherwise
 * @returns the outbox id, which the department also gets as the delivery's key
 */
export async function enqueue(transaction: Database, handoverId: number, event: OutgoingEvent, reason?: string): Promise<number> {
  const { rows: [facts] } = await sql<Facts>`
    SELECT h.key, h.department_id, d.code AS department, h.due_at, h.reason, i.number, i.code, y.name, i.received_at, ST_X(i.geom) AS longitude, ST_Y(i.geom) AS latitude, i.location_text
    FROM handover h JOIN department d ON d.id = h.department_id JOIN incident i ON i.id = h.incident_id AND i.received_at = h.received_at JOIN incident_type y ON y.code = i.code
    WHERE h.id = ${handoverId}`.execute(transaction)
  const { key, department_id, department, due_at, number, code, name, received_at, longitude, latitude, location_text } = facts!
  const payload = {
    event, handover: { key, department, due_at: due_at.toISOString(), reason: reason ?? facts!.reason },
    incident: { number, code, name, received_at: received_at.toISOString(), longitude, latitude, location_text },
  }
  const { rows: [row] } = await sql<{ id: number }>`
    INSERT INTO outbox (department_id, handover_id, event, payload, next_attempt_at) VALUES (${department_id}, ${handoverId}, ${event}, ${JSON.stringify(payload)}, now()) RETURNING id`.execute(transaction)
  return row!.id
}
