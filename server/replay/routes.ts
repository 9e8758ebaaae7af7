import { Type } from 'typebox'
import { parseInstant } from '../../layers/time.ts'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { coverageAnswer } from '../coverage/routes.ts'
import { tellCoverage } from '../coverage/tell.ts'
import type { Meaning } from '../dispatch/change-status.ts'
import { BadInput, Conflict } from '../errors.ts'
import { localHour } from '../network/ask-network.ts'
import { readBox, readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { readIncidents, readTracks } from './read-replay.ts'
import { unitsAt } from './units-at.ts'

const instant = Type.String({ format: 'date-time' })
const longestMs = 24 * 3_600_000
const tags = ['replay']

/** `/api/replay`: what happened in a window of the past. For a purpose, by those who may, and it is kept who looked. */
export function replayRoutes(app: App, services: Services): void {
  const { db, coverage } = services
  app.post('/api/replay', {
    schema: {
      tags, summary: 'Replay a window of the past', description: 'Incidents and units of the caller\'s stations; units on duty only, a point a step. The read is audited with its purpose.',
      body: Type.Object({
        from: Type.String(), to: Type.String(), purpose: Type.String({ description: 'what it is needed for, 2 to 200 characters' }),
        bbox: Type.Optional(Type.String({ description: 'west,south,east,north: units that were inside, with all of their way' })),
      }, { additionalProperties: false }),
      response: { 200: Type.Object({
        from: instant, to: instant, step_seconds: Type.Integer(),
        incidents: Type.Array(Type.Object({
          id: Type.Integer(), number: Type.String(), code: Type.String(), received_at: instant, longitude: Type.Number(), latitude: Type.Number(),
          timeline: Type.Array(Type.Object({ status: Type.String(), at: Type.String() })),
        })),
        tracks: Type.Array(Type.Object({
          unit_id: Type.Integer(), callsign: Type.String(), kind: Type.String(),
          points: Type.Array(Type.Unsafe<[number, number, number]>(Type.Array(Type.Number())), { description: 'epoch seconds, longitude, latitude' }),
          statuses: Type.Array(Type.Unsafe<[number, Meaning]>(Type.Array(Type.Union([Type.Number(), Type.String()]))), { description: 'epoch seconds, meaning from then on' }),
        })),
        truncated: Type.Boolean(),
      }) },
    },
  }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'replay')
    const { time_zone: timeZone } = await services.city()
    const from = readInstant(body.from, '/body/from', timeZone), to = readInstant(body.to, '/body/to', timeZone)
    if (to <= from) throw new BadInput({ pointer: '/body/to', value: body.to, detail: 'must be after from' })
    if (to.getTime() - from.getTime() > longestMs) throw new BadInput({ pointer: '/body/to', value: body.to, detail: 'a replay is of 24 hours at most; ask for parts' })
    const purpose = body.purpose.trim()
    if (purpose.length < 2 || purpose.length > 200) throw new BadInput({ pointer: '/body/purpose', value: body.purpose, detail: 'must say in 2 to 200 characters what the replay is needed for' })
    const window = { from, to, box: body.bbox === undefined ? undefined : readBox(body.bbox, '/body/bbox'), stations: signedIn.caller.stations }
    // Kept before anything is read: a read that fails half-way was tried all the same.
    await audit(db, { accountId: signedIn.account.id, action: 'replay', subject: `${from.toISOString()}/${to.toISOString()}`, detail: { purpose, ...(body.bbox !== undefined && { bbox: body.bbox }) } })
    const [incidents, { tracks, stepSeconds, truncated }] = await Promise.all([readIncidents(db, services.open('incidents', signedIn), window), readTracks(db, window)])
    return { from: from.toISOString(), to: to.toISOString(), step_seconds: stepSeconds, incidents, tracks, truncated }
  })

  app.get('/api/replay/coverage', {
    schema: {
      tags, summary: 'Coverage at an instant of the past', description: 'By the track, on today\'s roads, cells and rules. No single unit\'s place is told.',
      querystring: Type.Object({ rule_id: Type.String(), at: Type.String() }, { additionalProperties: false }), response: { 200: coverageAnswer },
    },
  }, async ({ query, signedIn }) => {
    requirePower(signedIn, 'replay')
    const { time_zone: timeZone } = await services.city()
    const at = readInstant(query.at, '/query/at', timeZone)
    if (at.getTime() > Date.now()) throw new Conflict({ zh: '所选时刻尚未到来', en: 'that instant hasn\'t come yet' })
    const placed = await coverage.of(readInteger(query.rule_id, '/query/rule_id', 1, 2 ** 31 - 1))
    const [cover] = await coverage.compute([placed], await unitsAt(db, coverage.ground.network, at), localHour(at, timeZone), at.getTime())
    return tellCoverage(cover!, coverage.ground.city, new Map(), () => false)
  })
}

function readInstant(text: string, pointer: string, timeZone: string): Date {
  const instant = parseInstant(text, timeZone)
  if (!instant) throw new BadInput({ pointer, value: text, detail: 'must be an instant such as 2026-11-22T12:00:00+08:00' })
  return instant
}
