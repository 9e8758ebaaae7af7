import type { Label } from '../../layers/layer.ts'
import type { Method } from '../../server/analysis/method.ts'

/** A method as the server describes it: what it answers, its parameters with reasons, how its columns are shown. */
export type MethodEntry = Omit<Method, 'run'>

export type Area = { type: 'Polygon', coordinates: number[][][] } | { type: 'MultiPolygon', coordinates: number[][][][] }

/** Which incidents are meant, as `/api/analysis` takes it. What is absent says nothing. */
export interface Selection {
  codes?: string[]
  by_code?: 'resolved' | 'taken' | 'either'
  /** Instants, or local dates; `to` is the first that is outside. */
  from: string
  to: string
  /** Hours of the local week, 0 is Monday 00:00. */
  hours?: number[]
  shifts?: string[]
  days?: ('workday' | 'weekend' | 'holiday')[]
  division_id?: number
  area?: Area
  zone?: { id: number, version?: number }
  channels?: string[]
  statuses?: string[]
  place_categories?: string[]
  trusted_to?: string
}

/** What the analyst asks: everything that a link needs to reproduce an answer over the same data. */
export interface Question {
  selection: Selection
  method: string
  /** Only those that the analyst set; the others are computed or usual. */
  parameters: Record<string, unknown>
  resolution: number
}

export interface LeftOut { patrol: number, coarse: number, hour_unknown: number, outside: number, no_coordinates: number, merged: number }

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
  | { id: string, state: 'running', progress?: { done: number, total: number, phase?: string } }
  | { id: string, state: 'nothing', why: Label }
  | { id: string, state: 'cancelled' }
  | { id: string, state: 'failed', detail?: string }
  | ({ state: 'done' } & RunAnswer<Result>)
