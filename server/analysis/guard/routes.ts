import { Type } from 'typebox'
import { requirePower } from '../../access/powers.ts'
import type { App } from '../../app-types.ts'
import { BadInput, Unavailable } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { label, nullable } from '../../shapes.ts'
import { readZone } from '../judge/read-zone.ts'
import { ringsOfArea } from '../selected-place.ts'
import { areaSchema, readQuestion, selectionSchema, zoneSchema, type Area } from '../selection.ts'
import { timeOffsets } from '../time-offsets.ts'
import type { Feedback } from './feedback.ts'
import type { GuardJob } from './run-guard.ts'

const share = { patrol: Type.Integer({ description: 'found by patrols' }), all: Type.Integer(), share: nullable(Type.Number()) }
const optionalNumber = nullable(Type.Number())

/** `/api/analysis/guard`: whether a zone is hot because patrols are sent there. */
export function guardRoutes(app: App, services: Services): void {
  app.post('/api/analysis/guard', {
    schema: {
      tags: ['analysis'], summary: 'What patrols found inside an area against outside',
      description: 'Over the selection\'s window with patrol-discovered incidents among its sources; of a zone, since it has held. A zone that patrols find more in than elsewhere, and more than before it held, feeds itself.',
      body: Type.Object({
        selection: selectionSchema, zone: Type.Optional(zoneSchema), area: Type.Optional(areaSchema),
      }, { additionalProperties: false }),
      response: {
        200: Type.Object({
          window: Type.Object({ from: Type.String(), to: Type.String() }), inside: Type.Object(share), outside: Type.Object(share),
          ratio: optionalNumber, p: Type.Number({ description: 'that both shares are equal; Fisher\'s exact test' }), feeds_itself: Type.Boolean(),
          before: Type.Optional(Type.Object({ ...share, p: Type.Number() })),
          holds: Type.Object({ with_patrol: optionalNumber, without_patrol: optionalNumber }, { description: 'share of all incidents that lie inside, with those that patrols found and without them' }),
          why: label,
        }),
      },
    },
  }, async ({ body: { selection, zone, area }, signedIn }) => {
    requirePower(signedIn, 'analyse')
    const source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary(), { analysis, db } = services
    const { rings, validFrom } = await readOutline(services, zone, area)
    const asked = await readQuestion(db, source.layer, selection, timeZone)
    // Twice as long before a zone that holds from the first instant on: hours must be known there too.
    const early = Math.min(asked.from, validFrom ?? asked.from) - (asked.to - asked.from) - 86_400
    const question = { ...asked, channels: asked.channels.with(asked.patrol, true), offsets: timeOffsets(timeZone, early, asked.to) }
    const run = analysis.engine.start(signedIn.account.id, { guard: rings, validFrom, question, seen: source.disclosure.key, revision: services.changes.revision(source.layer.id).revision },
      async (): Promise<GuardJob> => ({ kind: 'guard', columns: await analysis.columns.get(source), question, rings, validFrom }),
      { method: 'guard', selection, parameters: {}, resolution: 12 })
    await run.settled
    if (run.current.state !== 'done') throw new Unavailable(run.current.state === 'failed' ? run.current.detail : `the figures aren't there: ${run.current.state}`)
    return run.current.done.result as Feedback & { window: { from: string, to: string } }
  })
}

async function readOutline({ db }: Services, zone: { id: number, version?: number } | undefined, area: Area | undefined): Promise<Pick<GuardJob, 'rings' | 'validFrom'>> {
  if ((zone === undefined) === (area === undefined)) throw new BadInput({ pointer: '/body/zone', value: zone, detail: 'give either a zone or an area' })
  if (area) return { rings: await ringsOfArea(db, area, '/body/area'), validFrom: null }
  const { polygons, validFrom } = await readZone(db, zone!)
  return { rings: polygons.flat().map(ring => ring.map(([x, y]): [number, number] => [x, y])), validFrom: Math.floor(validFrom.getTime() / 1000) }
}
