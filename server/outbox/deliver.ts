import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { headers, sign } from './signature.ts'
import { announcingStuck } from './stuck.ts'

/** Seconds from a failed attempt to the next; the last one repeats. */
const delays = [5, 30, 120, 600, 3_600]
const giveUpHours = 24
const requestMilliseconds = 10_000
/** Longer than a request may take: a process that dies while it sends leaves its items to the others after this. */
const leaseSeconds = 30
const atOnce = 8

/** `attempts`: before this one. */
interface Due { id: number, event: string, payload: unknown, attempts: number, created_at: Date, url: string | null, secret: string | null }

/** What came of an attempt: the status where an answer came, the trouble where it wasn't good. */
interface Outcome { status: number | null, error: string | null }

/**
 * Send what is due, each item in its turn: what concerns a hand-over waits for what was sent of it before.
 *
 * Items are leased for a while rather than held by a lock, so that no connection waits for somebody else's server. A
 * department may therefore hear a message twice; it carries a key.
 *
 * @returns how many were tried
 */
export async function deliverDue(db: Database, signal: AbortSignal): Promise<number> {
  const due = await lease(db)
  await Promise.all(due.map(async item => {
    const outcome = await post(item, signal)
    // Stopping is no failure of theirs: the lease ends and the item is sent again.
    if (!signal.aborted) await record(db, item, outcome)
  }))
  return due.length
}

async function lease(db: Database): Promise<Due[]> {
  const { rows } = await sql<Due>`
    UPDATE outbox o SET next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    FROM department d
    WHERE d.id = o.department_id AND o.id IN (
      SELECT q.id FROM outbox q WHERE q.next_attempt_at <= now() AND q.delivered_at IS NULL AND q.cancelled_at IS NULL AND NOT EXISTS (
        SELECT FROM outbox b WHERE b.handover_id = q.handover_id AND b.id < q.id AND b.delivered_at IS NULL AND b.cancelled_at IS NULL AND b.given_up_at IS NULL)
      ORDER BY q.next_attempt_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
    RETURNING o.id, o.event, o.payload, o.attempts, o.created_at, d.url, d.secret`.execute(db)
  return rows
}

async function post({ id, event, payload, url, secret }: Due, signal: AbortSignal): Promise<Outcome> {
  if (!url || !secret) return { status: null, error: 'the department has no URL or no secret' }
  const body = JSON.stringify(payload), timestamp = String(Math.floor(Date.now() / 1000))
  try {
    const response = await fetch(url, {
      method: 'POST', body, redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(requestMilliseconds)]),
      headers: { 'content-type': 'application/json', [headers.timestamp]: timestamp, [headers.signature]: sign(secret, timestamp, body), [headers.delivery]: String(id) },
    })
    await response.body?.cancel()
    // What a department never heard of needs no withdrawal.
    const heard = response.ok || (event === 'handover.withdrawn' && (response.status === 404 || response.status === 410))
    return { status: response.status, error: heard ? null : `answered ${response.status}` }
  } catch (error) {
    return { status: null, error: troubleOf(error) }
  }
}

/** Names what went wrong without the address's query or user part. */
function troubleOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string, message?: string } }
  if (name === 'TimeoutError') return `no answer within ${requestMilliseconds / 1000} s`
  return (cause?.code ?? cause?.message ?? message).slice(0, 200)
}

function record(db: Database, { id, attempts, created_at }: Due, { status, error }: Outcome): Promise<void> {
  return db.transaction().execute(transaction => announcingStuck(transaction, async () => {
    if (error === null) {
      await sql`UPDATE outbox SET delivered_at = now(), attempts = attempts + 1, next_attempt_at = NULL, given_up_at = NULL, last_attempt_at = now(), last_status = ${status}, last_error = NULL WHERE id = ${id}`.execute(transaction)
      return
    }
    const delay = delays[Math.min(attempts, delays.length - 1)]!
    const givesUp = Date.now() + delay * 1000 > created_at.getTime() + giveUpHours * 3_600_000
    // Cancelled meanwhile: it stays so.
    await sql`
      UPDATE outbox SET last_attempt_at = now(), attempts = attempts + 1, last_status = ${status}, last_error = ${error},
        next_attempt_at = CASE WHEN cancelled_at IS NULL AND NOT ${givesUp} THEN now() + make_interval(secs => ${delay}) END,
        given_up_at = CASE WHEN cancelled_at IS NULL AND ${givesUp} THEN now() END
      WHERE id = ${id} AND delivered_at IS NULL`.execute(transaction)
  }))
}
