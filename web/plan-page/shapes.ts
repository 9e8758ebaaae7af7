import type { Label } from '../../layers/layer.ts'

/** Planned against real of a day, as `GET /api/deployment/plans/:id/after` tells it. Shares are of a post's hours and sum to 1; instants are ISO text. */
export interface After {
  plan: { id: number, name: string }
  day: string
  shift: string | null
  from: string
  to: string
  /** Whether the shift is over. */
  complete: boolean
  posts: PostAfter[]
  /** `planned_of_reached` is of the same incidents as `real`: of those the two are set against each other. */
  incidents: { all: number, reached: number, planned_of_reached: Response, real: Response, each: IncidentAfter[] }
  notes: Label[]
}
export interface PostAfter extends Presence {
  site: string, name: string, unit_id: number | null, callsign: string | null, from: string, to: string
  first_there: string | null, last_there: string | null
}
export interface Presence { on_post: number, on_call: number, away: number, unknown: number }
export interface Response { share: number | null, mean_seconds: number | null, ninetieth_seconds: number | null }
export interface IncidentAfter { id: number, longitude: number, latitude: number, planned_seconds: number | null, real_seconds: number | null, limit_seconds: number }

/** A patrol as `GET /api/deployment/patrols/:id` tells it. */
export interface Patrol {
  id: number
  name: string
  day: string
  shift: string
  from: string
  to: string
  status: 'draft' | 'published' | 'withdrawn'
  seed: number
  settings: { least_minutes: number, most_minutes: number, every_minutes: number, again_minutes: number }
  stops: { id: string, name: string, longitude: number, latitude: number, weight: number }[]
  tours: Tour[]
  unserved: { stop: string, why: Label, change: Label }[]
  author: string
  created_at: string
  published: { at: string, by: string } | null
  withdrawn: { at: string, by: string, reason: string } | null
}
export interface Tour {
  unit_id: number, callsign: string, from: string, to: string
  start: { longitude: number, latitude: number, name: string }
  visits: { stop: string, arrive: string, leave: string }[]
  meal: { from: string, to: string } | null
  travel_minutes: number, free_minutes: number
}

export type VisitDone = 'done' | 'short' | 'late' | 'missed' | 'unknown'
/** Planned against the tracks, as `…/patrols/:id/compliance` tells it. */
export interface Compliance {
  patrol_id: number
  day: string
  complete: boolean
  stops: { stop: string, name: string, planned: number, done: number, minutes_planned: number, minutes_done: number, longest_gap_minutes: number | null, late: number }[]
  units: { unit_id: number, callsign: string, planned: number, done: number, share: number | null, without_fix_minutes: number }[]
  visits: { stop: string, unit_id: number, arrive: string, leave: string, done: VisitDone, arrived?: string, left?: string }[]
  notes: Label[]
}
