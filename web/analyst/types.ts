import type { Label } from '../../layers/layer.ts'
import type { leftOutOf } from '../../server/analysis/left-out.ts'
import type { Method } from '../../server/analysis/method.ts'
import type { Area, Selection } from '../../server/analysis/selection.ts'
import type { Progress } from '../../server/analysis/worker.ts'

/** A method as the server describes it: what it answers, its parameters with reasons, how its columns are shown. */
export type MethodEntry = Omit<Method, 'run'>

export type { Area, Progress, Selection }

/** What the analyst asks: everything that a link needs to reproduce an answer over the same data. */
export interface Question {
  selection: Selection
  method: string
  /** Only those that the analyst set; the others are computed or usual. */
  parameters: Record<string, unknown>
  resolution: number
}

export type LeftOut = ReturnType<typeof leftOutOf>

/** A finished run. `result` has `cells` and a column for each of the method's `shows`, beside its figures. */
export interface RunAnswer<Result = Record<string, unknown>> {
  id: string
  method: string
  parameters: Record<string, unknown>
  /** Names of parameters that were computed from the data. */
  computed: string[]
  resolution: number
  revision: number
  as_of: string
  seconds: number
  size: number
  size_before: number
  left_out: LeftOut
  result: Result
}

/** What the server says of a run at any time. */
export type RunReply<Result = Record<string, unknown>> =
  | { id: string, state: 'running', progress: Progress }
  | { id: string, state: 'nothing', why: Label }
  | { id: string, state: 'cancelled' }
  | { id: string, state: 'failed', detail?: string }
  | ({ state: 'done' } & RunAnswer<Result>)
