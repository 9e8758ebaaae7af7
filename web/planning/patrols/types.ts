import type { Label } from '../../../layers/layer.ts'
import type { Patrol, PatrolAsk } from '../../../server/deployment/patrols/schemas.ts'

export type { Patrol, PatrolAsk }
export type Tour = Patrol['tours'][number]
export type Stop = Patrol['stops'][number]

export const outcomes = ['done', 'short', 'late', 'unknown', 'missed'] as const
export type Outcome = (typeof outcomes)[number]

/** A patrol held against its units' tracks. Times are ISO text. */
export interface Compliance {
  patrol_id: number
  day: string
  /** No: the shift is still running. */
  complete: boolean
  stops: { stop: string, name: string, planned: number, done: number, minutes_planned: number, minutes_done: number, longest_gap_minutes: number | null, late: number }[]
  units: { unit_id: number, callsign: string, planned: number, done: number, share: number | null, without_fix_minutes: number }[]
  visits: { stop: string, unit_id: number, arrive: string, leave: string, done: Outcome, arrived?: string | null, left?: string | null }[]
  notes: Label[]
}
