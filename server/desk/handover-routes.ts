import { sql } from 'kysely'
import { Type } from 'typebox'
import type { SignedIn } from '../access/sessions.ts'
import type { App } from '../app-types.ts'
import type { Database } from '../database.ts'
import { Conflict } from '../errors.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { announcingStuck } from '../outbox/stuck.ts'
import type { Services } from '../services.ts'
import { readText } from './free-text.ts'
import { answerHandover, findHandover, handOver, refuseEnded, withdraw, type Answer, type HandoverRow } from './handover.ts'
import { readId } from './ids.ts'
import type { IncidentRow } from './incident-row.ts'
import type { Actor } from './move-incident.ts'
import * as shape from './shapes.ts'
import { changeIncident, type Written } from './write.ts'

const reason = Type.Object({ reason: shape.shortText }, shape.strict)
const answers = ['accepted', 'returned', 'closed'] as const satisfies readonly Answer[]

/** Giving an incident to another department, and what becomes of it there. */
export function handoverRoutes(app: App, services: Services): void {
  app.post('/api/incidents/:id/handover', {
    schema: {
      tags: ['hand-over'], summary: 'Hand an incident to another department', params: shape.idParams,
      description: 'Departments with a URL are told by a signed webhook, the others by the desk, which records their answers.',
      body: Type.Object({ department_id: shape.id, reason: shape.shortText, request_key: Type.Optional(shape.requestKey) }, shape.strict),
      response: { 200: Type.Object({ ...shape.written.properties, handover_id: shape.id }) },
    },
  }, async ({ params, body, signedIn }) => {
    const incidentId = readId(params.id)
    const written = await changeIncident(services, signedIn, {
      incidentId, action: 'incident handed over', requestKey: body.request_key, detail: { department: body.department_id },
      work: (transaction, incident, actor) => handOver(transaction, incident, { departmentId: body.department_id, reason: body.reason, requestKey: body.request_key ?? null }, actor),
    })
    services.outbox.wake()
    const { rows: [row] } = await sql<{ id: number }>`SELECT id FROM handover WHERE incident_id = ${incidentId} ORDER BY id DESC LIMIT 1`.execute(services.db)
    return { ...written, handover_id: row!.id }
  })

  app.post('/api/handovers/:id/withdraw', {
    schema: { tags: ['hand-over'], summary: 'Take a hand-over back', params: shape.idParams, body: reason, response: { 200: shape.written } },
  }, async ({ params, body, signedIn }) => {
    const written = await changeHandover(services, signedIn, readId(params.id), 'hand-over withdrawn', {}, async (transaction, incident, handover, actor) =>
      withdraw(transaction, incident, handover, body.reason, actor))
    services.outbox.wake()
    return written
  })

  app.post('/api/handovers/:id/resend', {
    schema: { tags: ['hand-over'], summary: 'Send a hand-over to its department again, now', params: shape.idParams, response: { 200: shape.written } },
  }, async ({ params, signedIn }) => {
    const written = await changeHandover(services, signedIn, readId(params.id), 'hand-over resent', {}, resend)
    services.outbox.wake()
    return written
  })

  app.post('/api/handovers/:id/answer', {
    schema: {
      tags: ['hand-over'], summary: 'Record what a department answered by telephone or letter', params: shape.idParams,
      body: Type.Object({ event: Type.Union(answers.map(value => Type.Literal(value))), outcome: Type.Optional(shape.shortText) }, shape.strict), response: { 200: shape.written },
    },
  }, ({ params, body, signedIn }) => changeHandover(services, signedIn, readId(params.id), 'hand-over answered', { event: body.event }, async (transaction, incident, handover, actor) => {
    if (handover.has_url && await isDelivered(transaction, handover.id)) throw new Conflict({ zh: `${handover.department}已收到该警情，由其自行答复`, en: `${handover.department} has the item and answers itself` })
    const outcome = body.outcome === undefined ? null : readText(body.outcome, '/body/outcome')
    return answerHandover(transaction, incident, handover, { event: body.event as Answer, outcome }, actor)
  }))
}

/** Change a hand-over under the rules of its incident; incident first, hand-over second, as everywhere. */
async function changeHandover(services: Services, signedIn: SignedIn, id: number, action: string, detail: Record<string, unknown>,
  work: (transaction: Database, incident: IncidentRow, handover: HandoverRow, actor: Actor) => Promise<number>): Promise<Written> {
  const { incident_id } = await findHandover(services.db, { id }, false)
  return changeIncident(services, signedIn, {
    incidentId: incident_id, action, detail: { handover: id, ...detail },
    work: async (transaction, incident, actor) => work(transaction, incident, await findHandover(transaction, { id }, true), actor),
  })
}

async function resend(transaction: Database, incident: IncidentRow, handover: HandoverRow): Promise<number> {
  refuseEnded(handover)
  if (!handover.has_url) throw new Conflict({ zh: `${handover.department}未接入系统，请人工转交并登记答复`, en: `${handover.department} has no URL: tell it by hand and record its answer` })
  await announcingStuck(transaction, async () => {
    const { numAffectedRows } = await sql`UPDATE outbox SET next_attempt_at = now(), given_up_at = NULL
      WHERE handover_id = ${handover.id} AND event = 'handover.sent' AND delivered_at IS NULL AND cancelled_at IS NULL`.execute(transaction)
    if (!numAffectedRows) await enqueue(transaction, handover.id, 'handover.sent')
  })
  return incident.version
}

async function isDelivered(transaction: Database, handoverId: number): Promise<boolean> {
  return (await sql`SELECT FROM outbox WHERE handover_id = ${handoverId} AND event = 'handover.sent' AND delivered_at IS NOT NULL LIMIT 1`.execute(transaction)).rows.length > 0
}
