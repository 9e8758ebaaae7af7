import type { Label } from '../../../layers/layer.ts'
import type { Judgement, Summary } from '../../../server/analysis/judge/summary.ts'
import type { Verdict } from '../../../server/analysis/judge/verdict.ts'

export type { Interval } from '../../../server/analysis/judge/intervals.ts'
export type { Judgement, Verdict }

/** Those that a reader is shown. */
export const measures = ['pai', 'pei', 'hit_rate', 'recapture', 'area_share'] as const satisfies readonly (keyof Summary)[]
export type Measure = (typeof measures)[number]
export type Overall = Judgement['overall']
export const entries = ['ours', 'prior', 'chance'] as const satisfies readonly (keyof Overall)[]

/** What of a judgement is kept with a zone or a report: not each window. */
export interface SheetJudgement { verdict: Verdict, overall: Overall, windows: number }

/** Incidents that patrols found, of all; the share is null where there is none. */
export interface PatrolShare { patrol: number, all: number, share: number | null }

/** Whether patrols find more inside an area than outside: a zone that sends patrols then confirms itself. */
export interface Guarded {
  window: { from: string, to: string }
  inside: PatrolShare
  outside: PatrolShare
  ratio: number | null
  p: number
  feeds_itself: boolean
  /** Inside, as long a time before the zone held. */
  before?: PatrolShare & { p: number }
  /** Share of all incidents that lie inside, with what patrols found and without. */
  holds: { with_patrol: number | null, without_patrol: number | null }
  why: Label
}
