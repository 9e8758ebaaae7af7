import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { readInteger } from '../query.ts'
import { settledWithin } from '../runs.ts'
import type { Services } from '../services.ts'
import { label, nullable } from '../shapes.ts'
import { transact } from '../transact.ts'
import { beatsBody, beatsSchema, drawBeats } from './beats/draw-beats.ts'
import { auditBody, auditCircles, auditSchema } from './circles/audit.ts'
import { closeGaps, closureBody, closureSchema } from './circles/closure.ts'
import { compareBody, comparePlans, comparisonSchema } from './compare/compare.ts'
import { lookAt, lookBody, lookSchema } from './compare/look.ts'
import { whatIf, whatIfBody, whatIfSchema } from './compare/what-if.ts'
import { nearRepeatSchema } from './demand/near-repeat.ts'
import { isoOf } from './demand/windows.ts'
import { readSetting, settingSchema } from './minutes/setting.ts'
import { models, type ModelId } from './models/index.ts'
import type { DeploymentRun } from './runs/runs.ts'
import { askSchema } from './situation/ask.ts'
import { gather, gatherSituation } from './situation/gather.ts'
import { hashOf } from './situation/situation.ts'
import { solvable, solveFields } from './solve/ask.ts'
import { prepareShifts, solveShifts } from './solve/solve-shifts.ts'
import { prepare, solve } from './solve/solve.ts'
import { solvedSchema, standSchema } from './solve/solved.ts'
import { reasonSchema } from './solve/tell-reasons.ts'

const tags = ['deployment'], number = nullable(Type.Number())
const waitMs = Type.Optional(Type.Integer({ minimum: 0, maximum: 30_000, description: '300 unless told' }))
const run = Type.Object({
  id: Type.String(), state: Type.Unsafe<DeploymentRun['current']['state']>(Type.String({ description: 'running, done, infeasible (no such plan, and why), unknown (time ended before any), cancelled, failed' })),
  progress: Type.Optional(Type.Object({ phase: Type.String(), incumbent: number, bound: number, gap: number, seconds: Type.Number() })),
  seconds: Type.Optional(Type.Number()), detail: Type.Optional(Type.String()), reasons: Type.Optional(Type.Array(reasonSchema)), result: Type.Optional(solvedSchema),
  shifts: Type.Optional(Type.Array(Type.Object({ shift: Type.String(), moved: Type.Array(Type.String({ description: 'sites newly used after the shift before' })), result: solvedSchema }), { description: 'by_shift: a plan a shift; objective, bound and gap are of all together' })),
})
const site = Type.Omit(standSchema, ['units'])
const { sites: _sites, force: _force, hour: _hour, siren: _siren, minutes: _minutes, straight_line: _straight, ...demandFields } = askSchema.properties

/** `/api/deployment`: where posts gain most, proven; what moving one changes; how a plan does on weeks it hadn't seen. */
export function deploymentRoutes(app: App, services: Services): void {
  app.get('/api/deployment/models', {
    schema: { tags, summary: 'Models that can be asked', response: { 200: Type.Object({ models: Type.Array(Type.Object({ id: Type.String(), title: label, question: label, objective: label, source: Type.String() })) }) } },
  }, async () => ({ models: solvable.map((id: ModelId) => ({ id, title: models[id].title, question: models[id].question, objective: models[id].objective, source: models[id].source })) }))

  app.post('/api/deployment/demand', {
    schema: {
      tags, summary: 'Demand by cell, with its uncertainty', description: 'Of the weeks that a plan would be built on.',
      body: Type.Object({ ...demandFields, by_hour: Type.Optional(Type.Boolean({ description: 'demand by cell and hour of the week too' })) }, { additionalProperties: false }),
      response: { 200: Type.Object({
        resolution: Type.Integer(), find: Type.Object({ from: Type.String(), to: Type.String() }), judge: Type.Union([Type.Object({ from: Type.String(), to: Type.String() }), Type.Null()]), weeks: Type.Number(), size: Type.Integer(), left_out: Type.Unsafe<object>(Type.Object({}, { additionalProperties: true })),
        prior: Type.Union([Type.Object({ shape: Type.Number(), rate: Type.Number() }), Type.Null()]), cells: Type.Array(Type.String()), counts: Type.Array(Type.Integer()), weights: Type.Array(Type.Number()), low: Type.Array(Type.Number()), high: Type.Array(Type.Number()), hours: Type.Array(Type.Number()),
        near_repeat: Type.Optional(nearRepeatSchema),
        by_hour: Type.Optional(Type.Object({ cell: Type.Array(Type.Integer()), hour: Type.Array(Type.Integer()), weight: Type.Array(Type.Number()) })),
      }) },
    },
  }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'plan')
    const { demand, windows, columns, question, weighing } = await gather(services, signedIn, body, body.estimate ?? 'shrunk')
    const { analysis } = services, byHour = body.by_hour && await analysis.quick.byHour({ columns, question, window: windows.find, area: await analysis.studyArea(demand.resolution), weighing })
    return { ...demand, judge: windows.judge && { from: isoOf(windows.judge.from), to: isoOf(windows.judge.to) }, ...(byHour && { by_hour: byHour }) }
  })

  app.post('/api/deployment/sites', {
    schema: { tags, summary: 'Candidate sites, and the times allowed', body: askSchema, response: { 200: Type.Object({ sites: Type.Array(site), cells: Type.Integer(), minutes: Type.Array(Type.Object({ area_class: Type.Union([Type.String(), Type.Null()]), minutes: Type.Number(), cells: Type.Integer() })) }) } },
  }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'plan')
    const { situation: { sites, ground } } = await gatherSituation(services, signedIn, body, body.estimate ?? 'shrunk')
    const classes = Map.groupBy(ground.area_class.keys(), i => `${ground.area_class[i]} ${ground.limits[i]}`)
    return { sites, cells: ground.limits.length, minutes: [...classes.values()].map(at => ({ area_class: ground.area_class[at[0]!]!, minutes: ground.limits[at[0]!]! / 60, cells: at.length })) }
  })

  app.post('/api/deployment/runs', {
    schema: { tags, summary: 'Find the plan that no other beats', description: 'Answers with the plan when it is there within wait_ms; otherwise ask again by id and see bound and gap fall.', body: Type.Object({ ...solveFields, wait_ms: waitMs }, { additionalProperties: false }), response: { 200: run } },
  }, async ({ body: { wait_ms: wait, ...question }, signedIn }) => {
    requirePower(signedIn, 'plan')
    const prepared = question.model === 'by_shift' ? await prepareShifts(services, signedIn, question) : [await prepare(services, signedIn, question)], { deployment, network } = services
    const roads = question.straight_line === undefined ? network.current().builtAt : 0
    const asked = prepared.map(({ gathered, busy }) => ({ situation: hashOf(gathered.situation), selection: gathered.selection, question: gathered.question, judge: gathered.windows.judge, revision: gathered.columns.revision, seen: gathered.seen, busy }))
    const started = deployment.runs.solve(signedIn.account.id, { asked, question, roads, speeds: network.speeds() }, question,
      (tell, signal) => question.model === 'by_shift' ? solveShifts(services, prepared, tell, signal) : solve(services, prepared[0]!, tell, signal))
    await settledWithin(started, wait)
    return answerOf(started)
  })
  const byId = { params: Type.Object({ id: Type.String() }), response: { 200: run } }
  app.get('/api/deployment/runs/:id', { schema: { tags, summary: 'A run: its progress or its plan', ...byId } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'plan')
    return answerOf(services.deployment.runs.own(params.id, signedIn.account.id))
  })
  app.delete('/api/deployment/runs/:id', { schema: { tags, summary: 'Cancel a run', ...byId } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'plan')
    return services.deployment.runs.leave(params.id, signedIn.account.id, answerOf)
  })

  app.post('/api/deployment/beats', { schema: { tags, summary: 'Part an area into connected beats of like load', description: 'Answers when it is solved; giving up the request ends the search.', body: beatsBody, response: { 200: beatsSchema } } }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'plan')
    return drawBeats(services, signedIn, body, whenLeft(reply))
  })

  app.post('/api/deployment/what-if', { schema: { tags, summary: 'What moving posts by hand changes', body: whatIfBody, response: { 200: whatIfSchema } } }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'plan')
    return whatIf(services, signedIn, body)
  })
  app.post('/api/deployment/look', { schema: { tags, summary: 'A plan on the map: its cells, and where its posts may be moved by name', body: lookBody, response: { 200: lookSchema } } }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'plan')
    return lookAt(services, signedIn, body)
  })
  app.post('/api/deployment/compare', { schema: { tags, summary: 'Today, a proposal and a what-if side by side', description: 'On the demand that the plan was built on, and on weeks that it hadn\'t seen.', body: compareBody, response: { 200: comparisonSchema } } }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'plan')
    return comparePlans(services, signedIn, body)
  })
  app.post('/api/deployment/circles', { schema: { tags, summary: 'What lies within each response circle', body: auditBody, response: { 200: auditSchema } } }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'plan')
    return auditCircles(services, signedIn, body)
  })
  app.post('/api/deployment/circles/:rule_id/closure', { schema: { tags, summary: 'The gaps of a response circle and their cheapest closure', description: 'Answers when it is solved; giving up the request ends the search.', params: Type.Object({ rule_id: Type.String() }), body: closureBody, response: { 200: closureSchema } } }, async ({ params, body, signedIn }, reply) => {
    requirePower(signedIn, 'plan')
    return closeGaps(services, signedIn, readInteger(params.rule_id, '/path/rule_id', 1, 2 ** 31 - 1), body, whenLeft(reply))
  })

  app.get('/api/deployment/setting', { schema: { tags, summary: 'Minutes allowed by class of area and force', response: { 200: settingSchema } } }, async () => readSetting(services.db))
  app.put('/api/deployment/setting', { schema: { tags, summary: 'Write the minutes allowed', body: settingSchema, response: { 200: settingSchema } } }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'rules')
    await transact(services.db, async transaction => {
      await sql`INSERT INTO setting (key, value) VALUES ('deployment', ${JSON.stringify(body)}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`.execute(transaction)
      await sql`SELECT announce_live('settings', NULL, ${JSON.stringify({ what: 'deployment' })}::json)`.execute(transaction)
      await audit(transaction, { accountId: signedIn.account.id, action: 'deployment setting changed', subject: 'setting/deployment', detail: body })
    })
    return body
  })
}

/** Aborts when the caller leaves before the answer. The request is over once its body is read: that somebody left is told by the answer. */
function whenLeft({ raw }: FastifyReply): AbortSignal {
  const abort = new AbortController()
  raw.once('close', () => { if (!raw.writableFinished) abort.abort() })
  return abort.signal
}

function answerOf({ id, asked, current, seconds }: DeploymentRun) {
  if (current.state === 'running') return { id, state: current.state, progress: current.progress }
  if (current.state === 'done') return {
    id, state: current.state, seconds,
    ...(asked.model === 'by_shift' ? { shifts: current.byShift.map(({ shift, moved, result }) => ({ shift: shift!, moved, result })) } : { result: current.byShift[0]!.result }),
  }
  return { id, state: current.state, ...('reasons' in current && { reasons: current.reasons }), ...('detail' in current && { detail: current.detail }) }
}
