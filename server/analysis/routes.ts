import { Type } from 'typebox'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { BadInput } from '../errors.ts'
import { settledWithin } from '../runs.ts'
import type { Services } from '../services.ts'
import { label } from '../shapes.ts'
import type { Run } from './engine.ts'
import { leftOutOf, leftOutShape } from './left-out.ts'
import { methodOf, methods } from './methods/index.ts'
import { readParameters } from './parameters.ts'
import { nameVersion } from './selected-place.ts'
import { readQuestion, selectionSchema } from './selection.ts'
import type { Progress } from './worker.ts'

/** What is answered about a run, whatever it runs. */
export const run = Type.Object({
  id: Type.String(), state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('nothing'), Type.Literal('cancelled'), Type.Literal('failed')]),
  progress: Type.Optional(Type.Object({ done: Type.Number(), total: Type.Number(), phase: Type.Optional(Type.Unsafe<Progress['phase']>(Type.String({ description: 'reading rows, waiting for a thread, or computing' }))) })),
  why: Type.Optional(label), detail: Type.Optional(Type.String()),
  method: Type.Optional(Type.String()), selection: Type.Optional(Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }))), parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  computed: Type.Optional(Type.Array(Type.String(), { description: 'parameters that were computed from the data' })),
  resolution: Type.Optional(Type.Integer()), revision: Type.Optional(Type.Integer()), as_of: Type.Optional(Type.String()), seconds: Type.Optional(Type.Number()),
  size: Type.Optional(Type.Integer({ description: 'incidents that were analysed' })), size_before: Type.Optional(Type.Integer({ description: 'in the window of equal length before' })),
  left_out: Type.Optional(leftOutShape),
  result: Type.Optional(Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }))),
})

/** `/api/analysis`: methods over a selection of incidents, run in worker threads, for analysts, notebooks and scripts. */
export function analysisRoutes(app: App, services: Services): void {
  app.get('/api/analysis/methods', {
    schema: { tags: ['analysis'], summary: 'Methods with their parameters, in plain words', response: { 200: Type.Object({ methods: Type.Array(Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }))) }) } },
  }, async () => ({ methods: methods.map(({ run: _, ...method }) => method) }))

  app.post('/api/analysis/runs', {
    schema: {
      tags: ['analysis'], summary: 'Run a method over a selection',
      description: 'Answers with the result when it is there within wait_ms (300 unless told); otherwise ask again by id. Equal questions over equal data share one run.',
      body: Type.Object({
        method: Type.String(), selection: selectionSchema, parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
        resolution: Type.Optional(Type.Integer({ minimum: 6, maximum: 10, description: 'H3 resolution of the cells, 9 unless told' })),
        wait_ms: Type.Optional(Type.Integer({ minimum: 0, maximum: 30_000 })),
      }, { additionalProperties: false }),
      response: { 200: run },
    },
  }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'analyse')
    const method = methodOf(body.method)
    if (!method) throw new BadInput({ pointer: '/body/method', value: body.method, detail: `must be one of ${methods.map(({ id }) => id).join(', ')}` })
    const parameters = readParameters(method, body.parameters ?? {}), resolution = body.resolution ?? 9
    const source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary()
    const selection = await nameVersion(services.db, body.selection), question = await readQuestion(services.db, source.layer, selection, timeZone)
    const { columns, engine, studyArea, areaRevision } = services.analysis
    const facts = { method: method.id, parameters, resolution, revision: services.changes.revision(source.layer.id).revision }
    const asked = { method: method.id, selection, parameters, resolution }
    const started = engine.start(signedIn.account.id, { facts, selection, question, seen: source.disclosure.key, area: areaRevision() }, async () => {
      const [read, area] = await Promise.all([columns.get(source), studyArea(resolution)])
      return { kind: 'method', method: method.id, parameters, columns: read, question, area }
    }, asked)
    await settledWithin(started, body.wait_ms)
    return answerOf(started)
  })

  const byId = { params: Type.Object({ id: Type.String() }), response: { 200: run } }
  app.get('/api/analysis/runs/:id', { schema: { tags: ['analysis'], summary: 'A run: its progress or its result', ...byId } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'analyse')
    return answerOf(services.analysis.engine.runs.own(params.id, signedIn.account.id))
  })
  app.delete('/api/analysis/runs/:id', { schema: { tags: ['analysis'], summary: 'Cancel a run', ...byId } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'analyse')
    return services.analysis.engine.runs.leave(params.id, signedIn.account.id, answerOf)
  })
}

/** A run as its owner is told: progress, or what was asked with what came of it. */
export function answerOf({ id, asked, current, seconds }: Run) {
  if (current.state === 'running') return { id, state: current.state, progress: current.progress }
  if (current.state === 'nothing') return { id, state: current.state, why: current.why }
  if (current.state !== 'done') return { id, state: current.state, ...('detail' in current && { detail: current.detail }) }
  const { size, before, leftOut, took, asOf, revision, result } = current.done
  return {
    id, state: current.state, seconds, ...asked, revision, as_of: new Date(asOf).toISOString(), parameters: { ...asked.parameters, ...took }, computed: Object.keys(took),
    size, size_before: before, left_out: leftOutOf(leftOut), result,
  }
}
