import { Type } from 'typebox'
import { covers } from '../../layers/access.ts'
import { audit } from '../access/audit.ts'
import { hasPower, requireOwnStation, requirePower } from '../access/powers.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { App } from '../app-types.ts'
import { readOptionalText } from '../desk/free-text.ts'
import { Conflict } from '../errors.ts'
import { readId } from '../desk/status-routes.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { openAssignment } from './assignments.ts'
import { crewOf, setCrew } from './crew.ts'
import { once } from './once.ts'
import { readLog, readUnit, timerOfUnit } from './read-unit.ts'
import { assignmentTimes, body, id, idParams, instant, optional, reason, requestKey } from './schemas.ts'
import { setStatus } from './set-status.ts'
import { editStatus, readStatuses } from './statuses.ts'
import { readTime } from './times.ts'

const meaning = Type.Unsafe<'available' | 'enroute' | 'on_scene' | 'unavailable' | 'off_duty'>(Type.String())
export const unitFields = {
  id: Type.Integer(), callsign: Type.String(), kind: Type.String(), capabilities: Type.Array(Type.String()), status: Type.String(), meaning, status_since: instant,
  station_id: optional(Type.Integer()), shift_from: optional(instant), shift_to: optional(instant), crew: Type.Integer(), incident_id: optional(Type.Integer()),
}
const timers = Type.Object({ level: Type.Unsafe<'none' | 'warn' | 'alert'>(Type.String()), since: Type.String(), warn_at: optional(Type.String()), alert_at: optional(Type.String()) })
const logEntry = Type.Object({
  id: Type.Integer(), from_status: optional(Type.String()), to_status: Type.String(), at: instant, recorded_at: instant, actor: Type.String(), incident_id: optional(Type.Integer()), reason: optional(Type.String()),
})
export const statusEntry = Type.Object({
  code: Type.String(), meaning, name: Type.String(), name_en: Type.String(),
  warn_minutes: optional(Type.Integer()), alert_minutes: optional(Type.Integer()), next: Type.Array(Type.String()),
})
const minutes = optional(Type.Integer({ minimum: 1, maximum: 1440 }))

/** Units one by one: what they are, what became of them, who is on board; and the dictionary of their statuses. */
export function unitRoutes(app: App, services: Services): void {
  const { db } = services

  app.get('/api/units/:id', {
    schema: {
      tags: ['dispatch'], summary: 'A unit with its timers, task and log of statuses',
      description: 'The log is for dispatchers and chiefs of its station and for its own crew; to others it is null.',
      params: idParams,
      response: { 200: Type.Object({
        ...unitFields, timers, log: optional(Type.Array(logEntry)),
        fix: optional(Type.Object({ longitude: Type.Number(), latitude: Type.Number(), at: Type.String(), heading: optional(Type.Number()), speed_kmh: optional(Type.Number()) })),
        assignment: optional(Type.Object({ id: Type.Integer(), incident_id: Type.Integer(), ...assignmentTimes })),
      }) },
    },
  }, async ({ params, signedIn }) => {
    const unitId = readId(params.id)
    const unit = await readUnit(db, unitId)
    const may = await mayChange(services, signedIn, unit)
    const { level, since, warnAt, alertAt } = timerOfUnit(unit, Date.now())
    const fix = services.units.get(unitId)?.fix
    return {
      ...unit, timers: { level, since: iso(since), warn_at: warnAt === null ? null : iso(warnAt), alert_at: alertAt === null ? null : iso(alertAt) },
      fix: fix ? { longitude: fix.longitude, latitude: fix.latitude, at: iso(fix.at), heading: fix.heading, speed_kmh: fix.speedKmh } : null,
      log: may ? await readLog(db, unitId) : null, assignment: await openAssignment(db, unitId) ?? null,
    }
  })

  app.post('/api/units/:id/status', {
    schema: {
      tags: ['dispatch'], summary: 'Change a unit\'s status', description: 'By a dispatcher or chief of its station, or its crew. 409 with the reason where that status may not follow.',
      params: idParams, body: body({ status: Type.String(), at: Type.Optional(Type.String({ format: 'date-time' })), reason: Type.Optional(reason), request_key: requestKey }),
      response: { 200: Type.Object({ status: Type.String(), meaning, incident_id: optional(Type.Integer()), late: Type.Boolean(), repeated: Type.Boolean() }) },
    },
  }, async ({ params, body: { status, at, reason, request_key: key }, signedIn }) => {
    const unit = await readUnit(db, readId(params.id))
    if (!await mayChange(services, signedIn, unit)) {
      requirePower(signedIn, 'dispatch')
      requireOwnStation(signedIn, unit.station_id, unit.callsign)
    }
    const { account } = signedIn
    return transact(db, async transaction => {
      const { answer, repeated } = await once(transaction, { accountId: account.id, key: key ?? null, what: 'unit status' }, async () => {
        const changed = await setStatus(transaction, { unitId: unit.id, to: status, at: readTime(at, '/body/at'), actor: { accountId: account.id, name: account.display_name }, reason: readOptionalText(reason, '/body/reason') })
        if (!changed.ok) throw new Conflict(`${unit.callsign}: ${changed.reason}`)
        return { status: changed.to, meaning: changed.meaning, incident_id: changed.incidentId, late: changed.late }
      })
      return { ...answer, repeated }
    })
  })

  app.put('/api/units/:id/crew', {
    schema: {
      tags: ['dispatch'], summary: 'Say which accounts are on board', description: 'By the chief of its station or an administrator.',
      params: idParams, body: body({ account_ids: Type.Array(id, { maxItems: 20, uniqueItems: true }) }), response: { 204: Type.Null() },
    },
  }, async ({ params, body: { account_ids: accountIds }, signedIn }, reply) => {
    const unitId = readId(params.id)
    await transact(db, async transaction => {
      await setCrew(transaction, signedIn, unitId, accountIds)
      await audit(transaction, { accountId: signedIn.account.id, action: 'crew', subject: `units/${unitId}`, detail: { accounts: accountIds } })
    })
    return reply.code(204).send(null)
  })

  app.get('/api/statuses', {
    schema: { tags: ['dispatch'], summary: 'Statuses of units', description: 'How long each may last (minutes; null: for ever) and what may follow it.', response: { 200: Type.Object({ statuses: Type.Array(statusEntry) }) } },
  }, async () => ({ statuses: await readStatuses(db) }))

  app.put('/api/statuses/:code', {
    schema: {
      tags: ['dispatch'], summary: 'Change a status\'s labels and minutes', description: 'By an administrator. The meaning stays: the past was said with it.',
      params: Type.Object({ code: Type.String() }),
      body: body({ name: Type.String({ minLength: 1, maxLength: 40 }), name_en: Type.String({ minLength: 1, maxLength: 60 }), warn_minutes: minutes, alert_minutes: minutes }), response: { 204: Type.Null() },
    },
  }, async ({ params: { code }, body: edit, signedIn }, reply) => {
    requirePower(signedIn, 'configure')
    await transact(db, async transaction => {
      await editStatus(transaction, code, edit)
      await audit(transaction, { accountId: signedIn.account.id, action: 'status edited', subject: `unit_status/${code}`, detail: { ...edit } })
    })
    return reply.code(204).send(null)
  })
}

const iso = (at: number): string => new Date(at).toISOString()

/** Whether a unit is the caller's to change: a dispatcher's or chief's of its station, or the crew's own. */
async function mayChange({ db }: Services, signedIn: SignedIn, unit: { id: number, station_id: number | null }): Promise<boolean> {
  if (hasPower(signedIn, 'dispatch') && covers(signedIn.caller.stations, unit.station_id)) return true
  return (await crewOf(db, signedIn.account.id))?.unitId === unit.id
}
