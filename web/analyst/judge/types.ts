import type { Label } from '../../../layers/layer.ts'

/** Mean over the windows with its 95 % interval; null where it can't be told. */
export interface Interval { mean: number | null, low: number | null, high: number | null }

export const measures = ['pai', 'pei', 'hit_rate', 'recapture', 'area_share'] as const
export type Measure = (typeof measures)[number]
export const entries = ['ours', 'prior', 'chance'] as const
export type Entry = (typeof entries)[number]

/** Of one window. Shares lie between 0 and 1. */
export type Score = Record<Measure, number | null> & { hits: number }
export type Summary = Record<Measure, Interval>
export type Overall = Record<Entry, Summary>
export interface Verdict extends Label { outcome: 'beats' | 'loses' | 'no_difference' | 'too_few' }

export interface JudgedWindow {
  find: { from: string, to: string }
  judge: { from: string, to: string }
  incidents: number
  entries: Record<Entry, Score>
}

/** How well a map forecast what came later, beside prior counts and chance. */
export interface Judgement {
  area_share: number
  cells: number
  windows: JudgedWindow[]
  overall: Overall
  /** Share of incidents caught by share of area, pooled over the windows. */
  curve: { area: number[], ours: number[], prior: number[] }
  /** Ours minus prior counts, paired by window. */
  difference: { pei: Interval, hit_rate: Interval }
  verdict: Verdict
}

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
