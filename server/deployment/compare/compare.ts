import { Type, type Static } from 'typebox'
import type { SignedIn } from '../../access/sessions.ts'
import type { Services } from '../../services.ts'
import { nullable } from '../../shapes.ts'
import { evaluate, figuresSchema } from '../figures/evaluate.ts'
import { coveredShare, intervalSchema } from '../figures/intervals.ts'
import { rowsOf, type Stand } from '../figures/stands.ts'
import { standSchema } from '../solve/solved.ts'
import { readSides, sidesFields, span } from './sides.ts'

export const compareBody = Type.Object(sidesFields, { additionalProperties: false })
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
  const { hand, today, whatIf: moved, judge, source, question, weighing } = await readSides(services, signedIn, body), { situation } = hand
  const { demand: { cells, resolution } } = situation, { analysis } = services
  const judged = judge && await analysis.quick.judged({ columns: await analysis.columns.get(source), question, window: judge, cells, resolution, weighing })
  const timed = await services.deployment.timed(situation), built = Float64Array.from(situation.demand.weights)
  const look = async (stands: Stand[]) => {
    const rows = await rowsOf(timed, stands), now = evaluate(situation, stands, rows, built), covers = (cell: number) => now.seconds[cell]! <= situation.ground.limits[cell]!
    return { covers, side: { sites: stands, built: now.figures, judged: judged && evaluate(situation, stands, rows, judged.weights).figures, judged_share: judged && (coveredShare(judged, covers)?.share ?? null) } }
  }
  const inForce = await look(today.stands), proposal = await look(hand.stands), whatIf = moved && await look(moved)
  const difference = (a: typeof proposal, b: typeof proposal) => judged && (coveredShare(judged, a.covers, b.covers)?.difference ?? null)
  return {
    judge: judged && { from: judged.from, to: judged.to, weeks: judged.weeks, incidents: judged.incidents, elsewhere: judged.elsewhere },
    today: { ...inForce.side, source: today.source, plan_id: today.plan_id, without_fix: today.without_fix }, proposal: proposal.side, what_if: whatIf && whatIf.side,
    differences: { proposal_to_today: difference(proposal, inForce), what_if_to_proposal: whatIf && difference(whatIf, proposal) },
  }
}
