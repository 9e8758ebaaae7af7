import { Type } from 'typebox'
import { covers, type Stations } from '../../layers/access.ts'
import { hasPower, requireOwnStation, requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { Forbidden } from '../errors.ts'
import { readId } from '../desk/status-routes.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { crewOf } from './crew.ts'
import { readUnit } from './read-unit.ts'
import { answerRoll, callRoll, closeRoll, openRollCalls, readRollCall } from './roll-call.ts'
import { body, id, idParams, instant, optional } from './schemas.ts'

const rollCall = Type.Object({
  id: Type.Integer(), called_at: instant, due_at: instant, actor: Type.String(), station_id: optional(Type.Integer()),
  answers: Type.Array(Type.Object({ unit_id: Type.Integer(), callsign: Type.String(), answered_at: optional(Type.String()) })),
})

/** 点名: everybody on duty is called, and answers by phone or by radio. */
export function rollCallRoutes(app: App, { db }: Services): void {
  app.post('/api/roll-calls', {
    schema: {
      tags: ['dispatch'], summary: 'Call the roll', description: 'Of one station, or of all that the caller answers for. 409 where nobody is on duty.',
      body: body({ station_id: Type.Optional(id), minutes: Type.Integer({ minimum: 1, maximum: 120 }) }),
      response: { 201: Type.Object({ id: Type.Integer(), called: Type.Integer() }) },
    },
  }, async ({ body: { station_id: stationId, minutes }, signedIn }, reply) => {
    requirePower(signedIn, 'dispatch')
    if (stationId !== undefined) requireOwnStation(signedIn, stationId, `station ${stationId}`)
    const { account, caller } = signedIn
    const made = await transact(db, transaction => callRoll(transaction, { stationId: stationId ?? null, stations: caller.stations, minutes, at: new Date(), actor: { accountId: account.id, name: account.display_name } }))
    return reply.code(201).send(made)
  })

  app.get('/api/roll-calls/open', {
    schema: { tags: ['dispatch'], summary: 'Open roll-calls, and who hasn\'t answered', response: { 200: Type.Object({ roll_calls: Type.Array(rollCall) }) } },
  }, async ({ signedIn }) => ({ roll_calls: await openRollCalls(db, signedIn.caller.stations) }))

  app.post('/api/roll-calls/:id/answer', {
    schema: {
      tags: ['dispatch'], summary: 'Answer the roll', description: 'A crew for its own unit; dispatchers and chiefs for any unit of their stations.',
      params: idParams, body: body({ unit_id: Type.Optional(id) }), response: { 204: Type.Null() },
    },
  }, async ({ params, body: { unit_id: wanted }, signedIn }, reply) => {
    const rollCallId = readId(params.id)
    const { account, caller } = signedIn
    const crew = await crewOf(db, account.id)
    const unitId = wanted ?? crew?.unitId
    if (unitId === undefined) throw new Forbidden('this account is on board of no unit; name the unit that answers')
    const own = crew?.unitId === unitId
    if (!own) {
      requirePower(signedIn, 'dispatch')
      const { station_id, callsign } = await readUnit(db, unitId)
      if (!covers(caller.stations, station_id)) throw new Forbidden(`${callsign} belongs to another station`)
    }
    await transact(db, transaction => answerRoll(transaction, { id: rollCallId, unitId, at: new Date(), actor: { accountId: account.id, name: own ? crew!.callsign : account.display_name } }))
    return reply.code(204).send(null)
  })

  app.post('/api/roll-calls/:id/close', {
    schema: { tags: ['dispatch'], summary: 'Close a roll-call', description: 'By who called it, or a dispatcher or chief of its station.', params: idParams, response: { 204: Type.Null() } },
  }, async ({ params, signedIn }, reply) => {
    const rollCallId = readId(params.id)
    const call = await readRollCall(db, rollCallId)
    if (call.called_by !== signedIn.account.id && !(hasPower(signedIn, 'dispatch') && answersFor(signedIn.caller.stations, call.station_id)))
      throw new Forbidden('a roll-call is closed by who called it, or by a dispatcher or chief of its station')
    await transact(db, transaction => closeRoll(transaction, rollCallId, new Date()))
    return reply.code(204).send(null)
  })
}

const answersFor = (stations: Stations, stationId: number | null): boolean => stationId === null ? stations === 'all' : covers(stations, stationId)
