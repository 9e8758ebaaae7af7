import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Stations } from '../../layers/access.ts'
import { audit } from '../access/audit.ts'
import { requireOwnStation, requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { BadInput, Conflict, NotFound } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { nullable } from '../shapes.ts'
import { announceAlerts, selectAlerts } from './alert.ts'

const instant = Type.String({ format: 'date-time' })
const alert = Type.Object({
  id: Type.Integer(), rule_id: nullable(Type.Integer()), rule: Type.Union([Type.Object({ name: Type.String(), name_en: Type.String() }), Type.Null()]),
  kind: Type.String(), subject: Type.String(), level: Type.Unsafe<'warn' | 'alert'>(Type.String()), grade: Type.Integer(), sound: Type.Boolean(),
  raised_at: instant, seen_at: instant, cleared_at: nullable(instant), acknowledged_at: nullable(instant), actor: nullable(Type.String()), note: nullable(Type.String()),
  escalated_at: nullable(instant), station_id: nullable(Type.Integer()), incident_id: nullable(Type.Integer()), unit_id: nullable(Type.Integer()),
  longitude: nullable(Type.Number()), latitude: nullable(Type.Number()), data: Type.Record(Type.String(), Type.Unknown()),
})

/** Alerts of the caller's stations, and those of no station, which are everybody's. */
const within = (stations: Stations) => stations === 'all' ? sql`true` : sql`(a.station_id IS NULL OR a.station_id = ANY(${[...stations]}::integer[]))`

/** `/api/alerts`: what raised its hand, and who takes care of it. */
export function alertRoutes(app: App, { db }: Services): void {
  app.get('/api/alerts', {
    schema: {
      tags: ['alerts'], summary: 'Alerts of the caller\'s stations, newest first',
      querystring: Type.Object({ state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('all')])), limit: Type.Optional(Type.String()) }, { additionalProperties: false }),
      response: { 200: Type.Object({ alerts: Type.Array(alert) }) },
    },
  }, async ({ query, signedIn }) => {
    const limit = query.limit === undefined ? 200 : readInteger(query.limit, '/query/limit', 1, 1000)
    const open = query.state === 'all' ? sql`true` : sql`a.cleared_at IS NULL`
    return { alerts: await selectAlerts(db, sql`${open} AND ${within(signedIn.caller.stations)}`, limit) }
  })

  app.post('/api/alerts/:id/acknowledge', {
    schema: {
      tags: ['alerts'], summary: 'Take care of an alert', params: Type.Object({ id: Type.String() }),
      body: Type.Optional(Type.Union([Type.Object({ note: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false }), Type.Null()])),
      response: { 200: alert },
    },
  }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'dispatch')
    const id = readInteger(params.id, '/path/id', 1, Number.MAX_SAFE_INTEGER)
    const note = body?.note?.trim() || null
    if (body?.note !== undefined && note === null) throw new BadInput({ pointer: '/body/note', value: body.note, detail: 'must say something, or be left out' })
    return db.transaction().execute(async transaction => {
      const { rows: [known] } = await sql<{ station_id: number | null, acknowledged_at: Date | null, actor: string | null }>`
        SELECT station_id, acknowledged_at, actor FROM alert WHERE id = ${id} FOR UPDATE`.execute(transaction)
      if (!known) throw new NotFound('alert', id)
      if (known.station_id !== null) requireOwnStation(signedIn, known.station_id, `alert ${id}`)
      if (known.acknowledged_at) throw new Conflict({ zh: `${known.actor} 已接手该告警`, en: `${known.actor} acknowledged alert ${id} at ${known.acknowledged_at.toISOString()}` })
      await sql`UPDATE alert SET acknowledged_at = now(), acknowledged_by = ${signedIn.account.id}, actor = ${signedIn.account.display_name}, note = ${note} WHERE id = ${id}`.execute(transaction)
      await audit(transaction, { accountId: signedIn.account.id, action: 'alert acknowledged', subject: `alert/${id}`, detail: note === null ? {} : { note } })
      await announceAlerts(transaction, [id], 'acknowledged')
      return (await selectAlerts(transaction, sql`a.id = ${id}`, 1))[0]!
    })
  })
}
