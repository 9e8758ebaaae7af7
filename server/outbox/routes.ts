import { sql, type RawBuilder } from 'kysely'
import { Type } from 'typebox'
import type { Label } from '../../layers/layer.ts'
import { audit } from '../access/audit.ts'
import { hasPower, requirePower } from '../access/powers.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { App } from '../app-types.ts'
import type { Database } from '../database.ts'
import { Conflict, NotFound } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { announcingStuck, isStuck } from './stuck.ts'

const instant = Type.Unsafe<Date>(Type.String({ format: 'date-time' }))
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const fields = {
  id: Type.Integer(), department: Type.String(), event: Type.String(), handover_id: orNull(Type.Integer()), incident_id: orNull(Type.Integer()), incident_number: orNull(Type.String()),
  created_at: instant, attempts: Type.Integer(), next_attempt_at: orNull(instant), last_attempt_at: orNull(instant), last_status: orNull(Type.Integer()), last_error: orNull(Type.String()),
  delivered_at: orNull(instant), given_up_at: orNull(instant), cancelled_at: orNull(instant),
}
const item = Type.Object(fields)
const columns = sql`o.id, d.name AS department, o.event, o.handover_id, i.id AS incident_id, i.number AS incident_number, o.created_at, o.attempts,
  CASE WHEN o.delivered_at IS NULL THEN o.next_attempt_at END AS next_attempt_at, o.last_attempt_at, o.last_status, o.last_error, o.delivered_at, o.given_up_at, o.cancelled_at`
const from = sql`FROM outbox o JOIN department d ON d.id = o.department_id LEFT JOIN handover h ON h.id = o.handover_id
  LEFT JOIN incident i ON i.id = h.incident_id AND i.received_at = h.received_at`

/** What is sent to other departments, above all what is stuck. */
export function outboxRoutes(app: App, { db, outbox }: Services): void {
  app.get('/api/outbox', {
    schema: {
      tags: ['hand-over'], summary: 'Deliveries to other departments', description: 'Stuck: failed twice or given up, and not cancelled. The newest 500.',
      querystring: Type.Object({ state: Type.Optional(Type.Union([Type.Literal('stuck'), Type.Literal('all')])) }, { additionalProperties: false }),
      response: { 200: Type.Object({ items: Type.Array(item) }) },
    },
  }, async ({ query, signedIn }) => {
    const mine = visible(signedIn)
    const { rows } = await sql<Record<string, never>>`
      SELECT ${columns} ${from} WHERE ${mine} AND ${query.state === 'all' ? sql`true` : isStuck} ORDER BY o.id DESC LIMIT 500`.execute(db)
    return { items: rows as never }
  })

  const change = (id: string, signedIn: SignedIn, action: string, refusal: (row: Row) => Label | undefined, update: RawBuilder<unknown>) => transact(db, async transaction => {
    const mine = visible(signedIn), itemId = readInteger(id, '/path/id', 1, Number.MAX_SAFE_INTEGER)
    await announcingStuck(transaction, async () => {
      const reason = refusal(await lock(transaction, itemId, mine))
      if (reason) throw new Conflict(reason)
      await sql`UPDATE outbox SET ${update} WHERE id = ${itemId}`.execute(transaction)
    })
    await audit(transaction, { accountId: signedIn.account.id, action, subject: `outbox/${itemId}` })
  })

  app.post('/api/outbox/:id/retry', {
    schema: { tags: ['hand-over'], summary: 'Try a delivery again, now', params: Type.Object({ id: Type.String() }), response: { 204: Type.Null() } },
  }, async ({ params, signedIn }, reply) => {
    await change(params.id, signedIn, 'delivery retried', ended, sql`next_attempt_at = now(), given_up_at = NULL`)
    outbox.wake()
    return reply.code(204).send(null)
  })

  app.post('/api/outbox/:id/cancel', {
    schema: { tags: ['hand-over'], summary: 'Don\'t send it any more', params: Type.Object({ id: Type.String() }), response: { 204: Type.Null() } },
  }, async ({ params, signedIn }, reply) => {
    await change(params.id, signedIn, 'delivery cancelled', ended, sql`next_attempt_at = NULL, cancelled_at = now()`)
    return reply.code(204).send(null)
  })
}

interface Row { delivered_at: Date | null, cancelled_at: Date | null }

const delivered: Label = { zh: '该消息已送达', en: 'it was delivered already' }
const cancelled: Label = { zh: '该消息已取消发送', en: 'it was cancelled already' }
const ended = ({ delivered_at, cancelled_at }: Row): Label | undefined => delivered_at ? delivered : cancelled_at ? cancelled : undefined

/** Items of the caller's stations; administrators, who mend the connection, see all. @throws {Forbidden} for other roles */
function visible(signedIn: SignedIn): RawBuilder<unknown> {
  if (hasPower(signedIn, 'departments')) return sql`true`
  requirePower(signedIn, 'take_calls')
  const { stations } = signedIn.caller
  return stations === 'all' ? sql`true` : sql`i.station_id = ANY(${[...stations]}::integer[])`
}

async function lock(transaction: Database, id: number, mine: RawBuilder<unknown>): Promise<Row> {
  const { rows: [row] } = await sql<Row>`SELECT o.delivered_at, o.cancelled_at ${from} WHERE o.id = ${id} AND ${mine} FOR UPDATE OF o`.execute(transaction)
  if (!row) throw new NotFound('delivery', id)
  return row
}
