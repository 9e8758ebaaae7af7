import { sql } from 'kysely'
import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { App } from '../app-types.ts'
import { requireArea } from '../area/geometry.ts'
import { readOptionalText, readText } from '../desk/free-text.ts'
import { BadInput, NotFound } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { findMiddle, readValidity, requireOwnGround, requireShifts } from './check.ts'
import { compareVersions } from './compare.ts'
import { freezeEvidence, freezeJudgement } from './evidence.ts'
import { addVersion } from './next-version.ts'
import { comparison, handOverBody, versionBody, withdrawBody, zoneBody, zoneSchema, zoneWithVersions, type ZoneBody } from './schemas.ts'
import { authorOf, changeZone, insertHandOver, insertZone, withdrawZone } from './write.ts'
import { readVersions, readZones, stateAt, takers, zoneStates, type Zone, type ZoneState } from './zone.ts'

const tags = ['zones'], params = Type.Object({ id: Type.String() })
const idOf = ({ id }: { id: string }) => readInteger(id, '/path/id', 1, 2 ** 31 - 1)

/** `/api/zones`: hot areas with their evidence. Everybody reads them; analysts and chiefs draw them where their stations are. */
export function zoneRoutes(app: App, services: Services): void {
  const { db } = services
  app.get('/api/zones', {
    schema: {
      tags, summary: 'Zones', description: 'All unless a state is named. `handed_over` keeps those that were given to deployment or patrol.',
      querystring: Type.Object({ state: Type.Optional(Type.String()), handed_over: Type.Optional(Type.String()), station: Type.Optional(Type.String()) }, { additionalProperties: false }),
      response: { 200: Type.Object({ zones: Type.Array(zoneSchema) }) },
    },
  }, async ({ query }) => {
    const state = among(query.state, [...zoneStates, 'all'] as const, 'state'), taker = among(query.handed_over, takers, 'handed_over')
    const station = query.station === undefined ? undefined : readInteger(query.station, '/query/station', 1, 2 ** 31 - 1), now = new Date()
    const conditions = [
      ...(state === undefined || state === 'all' ? [] : [sql`${stateAt(now)} = ${state satisfies ZoneState}`]),
      ...(taker === undefined ? [] : [sql`EXISTS (SELECT 1 FROM zone_hand_over h WHERE h.zone_id = z.id AND h.taker = ${taker})`]),
      ...(station === undefined ? [] : [sql`z.station_id = ${station}`]), sql`true`,
    ]
    return { zones: await readZones(db, sql.join(conditions, sql` AND `), now) }
  })

  app.get('/api/zones/:id', { schema: { tags, summary: 'A zone with all its versions', params, response: { 200: zoneWithVersions } } }, async ({ params }) => {
    const id = idOf(params), [[zone], versions] = await Promise.all([readZones(db, sql`z.id = ${id}`), readVersions(db, id)])
    if (!zone) throw new NotFound('zone', id)
    return { ...zone, versions }
  })

  app.get('/api/zones/:id/compare', {
    schema: { tags, summary: 'Two versions of a zone side by side', params, querystring: Type.Object({ a: Type.String(), b: Type.String() }, { additionalProperties: false }), response: { 200: comparison } },
  }, async ({ params, query, signedIn }) =>
    compareVersions(services, signedIn, idOf(params), readInteger(query.a, '/query/a', 1, 2 ** 31 - 1), readInteger(query.b, '/query/b', 1, 2 ** 31 - 1)))

  app.post('/api/zones', { schema: { tags, summary: 'Draw a zone, or accept one from a method', body: zoneBody, response: { 201: zoneSchema } } }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'analyse')
    return reply.code(201).send(await drawZone(services, signedIn, body))
  })
  app.post('/api/zones/:id/versions', { schema: { tags, summary: 'Say something else of a zone', description: 'What isn\'t given stays. Evidence is of a shape: where the shape changes and no run is given, the new version has none.', params, body: versionBody, response: { 200: zoneSchema } } },
    async ({ params, body, signedIn }) => {
      requirePower(signedIn, 'analyse')
      return addVersion(services, signedIn, idOf(params), body)
    })
  app.post('/api/zones/:id/hand-over', { schema: { tags, summary: 'Give a zone to those who plan deployment or patrols', params, body: handOverBody, response: { 200: zoneSchema } } }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'analyse')
    const note = readOptionalText(body.note, '/body/note')
    return changeZone(db, signedIn, idOf(params), 'zone handed over', { to: body.to, ...(note && { note }) }, (transaction, zone) => insertHandOver(transaction, zone, body.to, note, authorOf(signedIn), new Date()))
  })
  app.post('/api/zones/:id/withdraw', { schema: { tags, summary: 'End a zone before its time; it stays readable', params, body: withdrawBody, response: { 200: zoneSchema } } }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'analyse')
    const reason = readText(body.reason, '/body/reason')
    return changeZone(db, signedIn, idOf(params), 'zone withdrawn', { reason }, (transaction, zone) => withdrawZone(transaction, zone, reason, authorOf(signedIn), new Date()))
  })
}

async function drawZone(services: Services, signedIn: SignedIn, body: ZoneBody): Promise<Zone> {
  const { db } = services, now = new Date(), { timeZone } = await services.vocabulary(), geometry = body.geometry as Zone['geometry']
  const squareMetres = await requireArea(db, body.geometry), { from, to } = readValidity(body, timeZone, now)
  await requireShifts(db, body.shifts)
  const name = readText(body.name, '/body/name'), reason = readText(body.reason, '/body/reason'), text = JSON.stringify(geometry), middle = await findMiddle(db, text)
  await requireOwnGround(db, signedIn, text, middle)
  if (body.judgement && !body.evidence) throw new BadInput({ pointer: '/body/judgement', value: body.judgement.run_id, detail: 'a judgement belongs to evidence: name the run that found the zone as evidence' })
  const judgement = body.judgement ? freezeJudgement(services, signedIn, body.judgement.run_id) : null
  const evidence = body.evidence ? await freezeEvidence(services, signedIn, body.evidence.run_id, geometry, squareMetres) : null
  return transact(db, async transaction => {
    const id = await insertZone(transaction, { name, reason, shifts: body.shifts, from, to, geometry, middle, evidence, judgement }, authorOf(signedIn), now)
    await audit(transaction, { accountId: signedIn.account.id, action: 'zone drawn', subject: `zones/${id}`, detail: { name, reason, version: 1, area_m2: Math.round(squareMetres) } })
    return (await readZones(transaction, sql`z.id = ${id}`))[0]!
  })
}

function among<T extends string>(value: string | undefined, values: readonly T[], name: string): T | undefined {
  if (value !== undefined && !values.includes(value as T)) throw new BadInput({ pointer: `/query/${name}`, value, detail: `must be one of ${values.join(', ')}` })
  return value as T | undefined
}
