import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { BadInput } from '../errors.ts'
import { acceptFixes } from '../positions/accept-fixes.ts'
import { outcomes } from '../positions/counts.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { boardableUnits } from './boardable.ts'
import { board, leave, requireCrew } from './crew.ts'
import { actionKinds, doActions } from './duty-actions.ts'
import { readDuty } from './duty.ts'
import { body, id, instant, optional } from './schemas.ts'
import { statusEntry, unitFields } from './unit-routes.ts'

// These come out of the database as JSON, in which times are text already.
const assignmentTimes = { assigned_at: Type.String(), accepted_at: optional(Type.String()), arrived_at: optional(Type.String()), expected_seconds: optional(Type.Number()) }
const times = Type.Object({ id: Type.Integer(), ...assignmentTimes })
const unitOnTask = Type.Object({ unit_id: Type.Integer(), callsign: Type.String(), kind: Type.String(), meaning: Type.String(), assignment_id: Type.Integer(), ...assignmentTimes })
const task = Type.Object({
  id: Type.Integer(), number: Type.String(), code: Type.String(), grade: Type.Integer(), status: Type.String(), channel: Type.String(), received_at: instant, status_since: instant,
  station_id: optional(Type.Integer()), address_id: optional(Type.Integer()), merged_into_id: optional(Type.Integer()), version: Type.Integer(), longitude: optional(Type.Number()), latitude: optional(Type.Number()),
  location_text: optional(Type.String()), summary: optional(Type.String()), units: Type.Array(unitOnTask), assignment: times,
  handover: optional(Type.Object({ department: Type.String(), state: Type.String(), due_at: Type.String() })),
})
const text = (most: number) => Type.Optional(Type.String({ maxLength: most }))
const action = body({
  key: Type.String({ format: 'uuid' }), kind: Type.Unsafe<(typeof actionKinds)[number]>(Type.Union(actionKinds.map(kind => Type.Literal(kind)))), at: Type.String({ format: 'date-time' }),
  incident_id: Type.Optional(id), unit_id: Type.Optional(id), status: text(40), text: text(2000), resolved_code: text(6), reason: text(300),
})
const outcome = Type.Object({
  key: Type.String(), ok: Type.Boolean(), repeated: Type.Boolean(), late: Type.Boolean(),
  reason: Type.Optional(Type.String({ description: 'why it was refused' })), reason_zh: Type.Optional(Type.String({ description: 'the same in Chinese, of an expected refusal' })),
})

const measure = (minimum: number, maximum: number) => Type.Optional(Type.Union([Type.Number({ minimum, maximum }), Type.Null()]))
const fix = body({
  at: Type.Union([Type.String({ format: 'date-time' }), Type.Integer({ description: 'epoch milliseconds' })]), longitude: Type.Number({ minimum: -180, maximum: 180 }), latitude: Type.Number({ minimum: -90, maximum: 90 }),
  heading: measure(0, 360), speed_kmh: measure(0, 10_000), accuracy_metres: measure(0, 1e6),
})

/** What a crew's phone asks and tells. */
export function dutyRoutes(app: App, services: Services): void {
  const { db } = services

  app.get('/api/duty', {
    schema: {
      tags: ['duty'], summary: 'My unit, its task, and what may follow',
      response: { 200: Type.Object({
        unit: optional(Type.Object(unitFields)), statuses: Type.Array(statusEntry), task: optional(task),
        roll_call: optional(Type.Object({ id: Type.Integer(), due_at: instant })), now: instant,
      }) },
    },
  }, async ({ signedIn }) => readDuty(services, signedIn))

  app.post('/api/duty/actions', {
    schema: {
      tags: ['duty'], summary: 'What the crew did', description: 'Each action has its own key and time and is done once, in the order of the times; one that is refused says why and the others are done. Sent again, all are answered as they were.',
      body: body({ actions: Type.Array(action, { minItems: 1, maxItems: 200 }), sent_at: Type.Optional(Type.String({ format: 'date-time', description: 'the phone\'s own clock as it sends: its times are corrected by the difference' })) }),
      response: { 200: Type.Object({ outcomes: Type.Array(outcome) }) },
    },
  }, async ({ body: { actions, sent_at: sentAt }, signedIn }) => {
    const offset = sentAt === undefined ? 0 : Date.now() - Date.parse(sentAt)
    const read = actions.map((each, i) => ({ ...each, at: readInstant(each.at, `/body/actions/${i}/at`) }))
    const doubled = read.findIndex(({ key }, i) => read.findIndex(other => other.key === key) !== i)
    if (doubled >= 0) throw new BadInput({ pointer: `/body/actions/${doubled}/key`, value: read[doubled]!.key, detail: 'must be another key than those before it' })
    // A second or two is the way through the network, not the clock.
    return { outcomes: await doActions(db, signedIn, read, Math.abs(offset) > 5_000 ? offset : 0) }
  })

  app.get('/api/duty/units', {
    schema: {
      tags: ['duty'], summary: 'Units that I may board', description: 'Of my own stations, on duty or off; at most 100, narrowed by a part of the callsign.',
      querystring: Type.Object({ q: Type.Optional(Type.String({ maxLength: 40 })) }, { additionalProperties: false }),
      response: { 200: Type.Object({ units: Type.Array(Type.Object({
        id: Type.Integer(), callsign: Type.String(), kind: Type.String(), status: Type.String(), meaning: unitFields.meaning, station_id: optional(Type.Integer()), on_board: Type.Integer(),
      })) }) },
    },
  }, async ({ query, signedIn }) => ({ units: await boardableUnits(db, signedIn, query.q?.trim()) }))

  app.post('/api/duty/positions', {
    bodyLimit: 1 << 20, logLevel: 'warn',
    schema: {
      tags: ['duty'], summary: 'Where the crew\'s phone was', description: 'Of the unit that the account is on board of, by the same rules as any gateway\'s: on duty only. Answered once they are on disk.',
      body: body({ fixes: Type.Array(fix, { minItems: 1, maxItems: 1000 }) }),
      response: { 200: Type.Object({ ...Object.fromEntries(outcomes.map(name => [name, Type.Integer()])) as Record<(typeof outcomes)[number], ReturnType<typeof Type.Integer>>, errors: Type.Array(Type.Object({ pointer: Type.String(), value: Type.Unknown(), detail: Type.String() })) }) },
    },
  }, async ({ body: { fixes }, signedIn }) => {
    const { unitId } = await requireCrew(db, signedIn.account.id)
    return acceptFixes(services, fixes.map(each => ({ ...each, unit: unitId })), 'crew')
  })

  app.post('/api/duty/board', {
    schema: { tags: ['duty'], summary: 'Board a unit of my station', body: body({ unit_id: id }), response: { 204: Type.Null() } },
  }, async ({ body: { unit_id: unitId }, signedIn }, reply) => {
    await transact(db, transaction => board(transaction, signedIn, unitId))
    return reply.code(204).send(null)
  })

  app.delete('/api/duty/board', { schema: { tags: ['duty'], summary: 'Leave the unit', response: { 204: Type.Null() } } }, async ({ signedIn }, reply) => {
    await transact(db, transaction => leave(transaction, signedIn.account.id))
    return reply.code(204).send(null)
  })
}

function readInstant(text: string, pointer: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new BadInput({ pointer, value: text, detail: 'must be an instant such as 2026-11-22T08:00:00Z' })
  return at
}
