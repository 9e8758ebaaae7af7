import type { Selection } from '../../analysis/selection.ts'
import type { Weights } from '../demand/weights.ts'
import type { Stand } from '../figures/stands.ts'
import type { Situation } from '../situation/situation.ts'

/** A plan to look at, solved a moment ago or kept in the database. */
export interface PlanInHand {
  situation: Situation
  stands: Stand[]
  /** Of the incidents that demand was made of; its window ends with what the plan may be judged by. */
  selection: Selection
  weights: Weights
  /** Epoch seconds: what the plan was built on ends here. */
  judgeFrom: number
  /** Weeks that were held out for it; null where none were. */
  judge: { from: number, to: number } | null
  /** Whose duty it is kept for; null where it isn't kept, or holds around the clock. */
  shift: string | null
}
