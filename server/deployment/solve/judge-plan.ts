import type { Static } from 'typebox'
import { makeBreathe } from '../../coverage/breathe.ts'
import type { JudgedDemand } from '../demand/judged-demand.ts'
import { evaluate } from '../figures/evaluate.ts'
import { coveredShare } from '../figures/intervals.ts'
import type { Stand } from '../figures/stands.ts'
import type { Situation } from '../situation/situation.ts'
import type { judgedSchema } from './solved.ts'

export interface Placed { stands: readonly Stand[], rows: readonly Float32Array[] }

/** What a plan would have done in weeks that it hadn't seen, beside another on the same days. */
export async function judgePlan(situation: Situation, judged: JudgedDemand, plan: Placed, other?: Placed): Promise<Static<typeof judgedSchema>> {
  const { limits } = situation.ground, breathe = makeBreathe(), of = async ({ stands, rows }: Placed) => {
    const { figures, seconds } = evaluate(situation, stands, rows, judged.weights)
    await breathe()
    return { figures, covers: (cell: number) => seconds[cell]! <= limits[cell]! }
  }
  const ours = await of(plan), theirs = other && await of(other), compared = coveredShare(judged, ours.covers, theirs?.covers)
  await breathe()
  const { from, to, weeks, incidents, elsewhere } = judged
  return {
    from, to, weeks, incidents, elsewhere, plan: ours.figures, share: compared?.share ?? null,
    ...(theirs && { other: theirs.figures, other_share: coveredShare(judged, theirs.covers)?.share ?? null, difference: compared?.difference ?? null }),
  }
}
