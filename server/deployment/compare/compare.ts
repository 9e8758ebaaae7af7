import { Type, type Static } from 'typebox'
import type { SignedIn } from '../../access/sessions.ts'
import { readQuestion } from '../../analysis/selection.ts'
import { parseInstant } from '../../../layers/time.ts'
import { BadInput } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { nullable } from '../../shapes.ts'
import { isoOf, requireUnseen, type Span } from '../demand/windows.ts'
import { evaluate, figuresSchema } from '../figures/evaluate.ts'
import { coveredShare, intervalSchema } from '../figures/intervals.ts'
import { rowsOf, type Stand } from '../figures/stands.ts'
import { moveStands, planInHand } from '../plans/in-hand.ts'
import { whichFields } from '../plans/schemas.ts'
import { standSchema } from '../solve/solved.ts'
import { forceToday } from './force-today.ts'

const span = Type.Object({ from: Type.String(), to: Type.String() }, { additionalProperties: false })
export const compareBody = Type.Object({
  ...whichFields, judge: Type.Optional(Type.Object(span.properties, { additionalProperties: false, description: 'other weeks to judge by than those that were held out; none that the plan has seen' })),
}, { additionalProperties: false })
const side = Type.Object({
  sites: Type.Array(standSchema), built: figuresSchema, judged: nullable(figuresSchema), judged_share: nullable(intervalSchema),
})
export const comparisonSchema = Type.Object({
  judge: nullable(Type.Object({ ...span.properties, weeks: Type.Number(), incidents: Type.Integer(), elsewhere: Type.Integer() })),
  today: Type.Object({ ...side.properties, source: Type.Unsafe<'duty_plan' | 'units'>(Type.String()), plan_id: nullable(Type.Integer()), without_fix: Type.Integer({ description: 'units on duty that no fix of the last half hour tells of' }) }),
  proposal: side, what_if: nullable(side),
  differences: Type.Object({ proposal_to_today: nullable(intervalSchema), what_if_to_proposal: nullable(intervalSchema) }, { description: 'share of judged demand covered, on the same days' }),
})

/** The plan in force, a proposal, and what a hand made of it, side by side: on the demand it was built on and on weeks that it hadn't seen. */
export async function comparePlans(services: Services, signedIn: SignedIn, body: Static<typeof compareBody>): Promise<Static<typeof comparisonSchema>> {
  const hand = await planInHand(services, signedIn, body), { situation } = hand, { timeZone, dictionaries } = await services.vocabulary()
  const source = services.open('incidents', signedIn), judge = readJudge(body.judge, hand.judge, hand.judgeFrom, timeZone)
  const question = await readQuestion(services.db, source.layer, judge ? { ...hand.selection, from: isoOf(judge.from), to: isoOf(judge.to) } : hand.selection, timeZone)
  const { demand: { cells, resolution } } = situation, { analysis } = services
  const judged = judge && await analysis.quick.judged({ columns: await analysis.columns.get(source), question, window: judge, cells, resolution, weighing: { types: dictionaries.incident_type, weights: hand.weights } })
  const timed = await services.deployment.timed(situation), built = Float64Array.from(situation.demand.weights), today = await forceToday(services, situation.travel.force, question, new Date())
  const look = async (stands: Stand[]) => {
    const rows = await rowsOf(timed, stands), now = evaluate(situation, stands, rows, built), covers = (cell: number) => now.seconds[cell]! <= situation.ground.limits[cell]!
    return { covers, side: { sites: stands, built: now.figures, judged: judged && evaluate(situation, stands, rows, judged.weights).figures, judged_share: judged && (coveredShare(judged, covers)?.share ?? null) } }
  }
  const inForce = await look(today.stands), proposal = await look(hand.stands), whatIf = body.moves?.length ? await look(moveStands(hand.stands, body.moves, situation)) : null
  const difference = (a: typeof proposal, b: typeof proposal) => judged && (coveredShare(judged, a.covers, b.covers)?.difference ?? null)
  return {
    judge: judged && { from: judged.from, to: judged.to, weeks: judged.weeks, incidents: judged.incidents, elsewhere: judged.elsewhere },
    today: { ...inForce.side, source: today.source, plan_id: today.plan_id, without_fix: today.without_fix }, proposal: proposal.side, what_if: whatIf && whatIf.side,
    differences: { proposal_to_today: difference(proposal, inForce), what_if_to_proposal: whatIf && difference(whatIf, proposal) },
  }
}

/** @throws {BadInput} for weeks that are none, or that the plan has seen */
function readJudge(asked: { from: string, to: string } | undefined, heldOut: Span | null, judgeFrom: number, timeZone: string): Span | null {
  if (!asked) return heldOut
  const [from, to] = (['from', 'to'] as const).map(name => {
    const instant = parseInstant(asked[name], timeZone)
    if (!instant) throw new BadInput({ pointer: `/body/judge/${name}`, value: asked[name], detail: 'must be an existing date (2026-11-22) or an instant with its offset' })
    return Math.floor(instant.getTime() / 1000)
  }) as [number, number]
  if (from >= to) throw new BadInput({ pointer: '/body/judge/to', value: asked.to, detail: `must be later than from (${asked.from})` })
  requireUnseen({ from, to }, judgeFrom)
  return { from, to }
}
