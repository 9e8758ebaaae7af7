import type { Calls } from './calls.ts'
import type { Outcome } from './replay.ts'

/** What one replay shows. NaN where there is nothing to tell it from. */
export interface Figures {
  /** Of all calls: answered (by arrival) within their cell's limit. */
  share: number
  /** Seconds from call to arrival, of the calls that were answered: on average, and nine of ten in less. */
  mean: number
  ninetieth: number
  /** Seconds until a crew set out, on average over all that were answered, those that didn't wait included. */
  wait: number
  /** Of all calls: had to wait for a crew. */
  queued: number
  /** Of all calls: no crew could ever come. */
  unanswered: number
}

export const figureNames = ['share', 'mean', 'ninetieth', 'wait', 'queued', 'unanswered'] as const satisfies readonly (keyof Figures)[]

/** @param limits  seconds by cell */
export function figuresOf({ crew, waited, travelled }: Outcome, { cells }: Pick<Calls, 'cells'>, limits: Float64Array): Figures {
  const count = cells.length, responses = new Float64Array(count)
  let answered = 0, within = 0, waits = 0, queued = 0, sum = 0
  for (let call = 0; call < count; call++) {
    if (crew[call] === -1) continue
    const response = waited[call]! + travelled[call]!
    responses[answered++] = response
    sum += response
    waits += waited[call]!
    queued += Number(waited[call]! > 0)
    within += Number(response <= limits[cells[call]!]!)
  }
  const sorted = responses.subarray(0, answered).sort()
  return {
    share: within / count, mean: sum / answered, ninetieth: sorted[Math.ceil(answered * 0.9) - 1] ?? NaN, wait: waits / answered,
    queued: queued / count, unanswered: (count - answered) / count,
  }
}
