import { sql } from 'kysely'
import { Type } from 'typebox'
import { localDay } from '../../../layers/time.ts'
import { requirePower } from '../../access/powers.ts'
import type { App } from '../../app-types.ts'
import { BadInput } from '../../errors.ts'
import type { Source } from '../../layers/source.ts'
import { settledWithin } from '../../runs.ts'
import type { Services } from '../../services.ts'
import { methodOf, methods } from '../methods/index.ts'
import { readParameters } from '../parameters.ts'
import { answerOf, run } from '../routes.ts'
import { nameVersion } from '../selected-place.ts'
import { readQuestion, selectionSchema, zoneSchema } from '../selection.ts'
import { timeOffsets } from '../time-offsets.ts'
import { planWindows } from './plan-windows.ts'
import { readZone } from './read-zone.ts'
import type { Subject } from './run-judgement.ts'
import type { Span } from './windows.ts'

const body = Type.Object({
  method: Type.Optional(Type.String({ description: 'a method that ranks cells; either this or a zone' })),
  zone: Type.Optional(zoneSchema),
  selection: selectionSchema, parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  resolution: Type.Optional(Type.Integer({ minimum: 6, maximum: 10, description: 'H3 resolution of the cells, 9 unless told' })),
  windows: Type.Optional(Type.Integer({ minimum: 1, maximum: 26, description: 'how often the window is moved back by judge_days and judged again: 8 unless told, or as often as the data allow' })),
  judge_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, description: 'days judged after each find window, 7 unless told' })),
  judge_until: Type.Optional(Type.String({ description: 'where the last judged days end: judge_days after the selection unless told, or with the newest day there is where that hasn\'t come yet' })),
  area_share: Type.Optional(Type.Number({ minimum: 0.0001, maximum: 0.5, description: 'of the study area that a method\'s map marks, 0.02 unless told' })),
  wait_ms: Type.Optional(Type.Integer({ minimum: 0, maximum: 30_000 })),
}, { additionalProperties: false })

/** `/api/analysis/judgements`: how well a method or a zone forecasts, beside counting and beside chance. */
export function judgementRoutes(app: App, services: Services): void {
  app.post('/api/analysis/judgements', {
    schema: {
      tags: ['analysis'], summary: 'Judge a method or a zone on later data',
      description: 'The selection\'s window is how much data a map is made of. It is moved so that the judged days follow it, and back by judge_days again and again. '
        + 'Answers as /api/analysis/runs does: ask again and cancel by /api/analysis/runs/{id}. See docs/analysis.md.',
      body, response: { 200: run },
    },
  }, async ({ body, signedIn }) => {
    requirePower(signedIn, 'analyse')
    const source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary(), { db, analysis } = services
    const { resolution = 9, judge_days: judgeDays = 7 } = body, selection = await nameVersion(db, body.selection)
    const subject = await readSubject(services, body, timeZone)
    const meant = await readQuestion(db, source.layer, selection, timeZone)
    const windows = planWindows({ selection: meant, judgeDays, ...(body.windows && { windows: body.windows }), ...(body.judge_until && { judgeUntil: body.judge_until }) }, await spanOf(services, source) ?? meant, timeZone)
    // Hours and days of every window must be known, the window before the first one's included.
    const whole = { from: windows[0]!.find.from - (meant.to - meant.from) - 86_400, to: windows.at(-1)!.judge.to }
    const question = { ...meant, ...whole, offsets: timeOffsets(timeZone, whole.from, whole.to) }
    const asked = { method: 'judgement', selection, parameters: 'method' in subject ? subject.parameters : {}, resolution }
    const started = analysis.engine.start(signedIn.account.id, { judgement: subject, selection, resolution, revision: services.changes.revision(source.layer.id).revision, question, windows, seen: source.disclosure.key, area: analysis.areaRevision() }, async () => {
      const [columns, area] = await Promise.all([analysis.columns.get(source), analysis.studyArea(resolution)])
      return { kind: 'judgement', subject, columns, question, windows, area }
    }, asked)
    await settledWithin(started, body.wait_ms)
    return answerOf(started)
  })
}

async function readSubject({ db }: Services, { method: id, zone, parameters, area_share: areaShare = 0.02 }: { method?: string, zone?: { id: number, version?: number }, parameters?: Record<string, unknown>, area_share?: number }, timeZone: string): Promise<Subject> {
  if ((id === undefined) === (zone === undefined)) throw new BadInput({ pointer: '/body/method', value: id, detail: 'give either a method or a zone' })
  if (zone) {
    const { id, version, name, polygons, drawnAt } = await readZone(db, zone)
    return { zone: polygons, of: { id, version, name }, drawnAt: drawnAt.getTime() / 1000, drawnOn: localDay(drawnAt, timeZone) }
  }
  const method = methodOf(id!)
  if (!method?.ranks) throw new BadInput({ pointer: '/body/method', value: id, detail: `must be one that ranks cells: ${methods.filter(({ ranks }) => ranks).map(each => each.id).join(', ')}` })
  return { method: method.id, parameters: readParameters(method, parameters ?? {}), areaShare }
}

/** First and newest incident that the caller sees. */
async function spanOf({ db }: Services, source: Source): Promise<Span | null> {
  const { rows: [span] } = await sql<{ first: Date | null, last: Date | null }>`SELECT min(t.received_at) AS first, max(t.received_at) AS last ${source.from()}`.execute(db)
  return span?.first && span.last ? { from: span.first.getTime() / 1000, to: span.last.getTime() / 1000 } : null
}
