import { ask, send } from '../ask.ts'
import type { Camera } from '../state/view-state.ts'
import type { Preset } from '../state/time.ts'
import type { PostOnDuty } from './duty-count.ts'

/** A named place that a screen looks at. */
export interface NamedView extends Camera { name: string }

/** One screen of the wall, as `GET /api/wall/screens` gives it. */
export interface Screen {
  id: string
  name: string
  name_en: string
  /** The first is where it rests; none: the whole city. */
  views: NamedView[]
  /** As in a link; empty: as the map opens. */
  layers: string
  time: Preset
  /** 0: no tour. */
  tour_seconds: number
  follow: boolean
  pull_seconds: number
  night: { from_hour: number, to_hour: number, dim: number } | null
  response_rule_id: number | null
}

export const readScreens = () => ask<{ screens: Screen[] }>('/api/wall/screens')
export const writeScreens = (screens: Screen[]) => send<{ screens: Screen[] }>('PUT', '/api/wall/screens', { screens })

/** Today's figures; `low` and `high` null where no earlier week was recorded. */
export interface Today {
  as_of: string
  today: { count: number, by_top: Record<string, number> }
  expected: { median: number | null, low: number | null, high: number | null, weeks: number }
  /** `count` null: that hour hasn't begun. */
  hours: { hour: number, count: number | null, low: number | null, median: number | null, high: number | null }[]
  open: { n: number, oldest_received_at: string | null }
}
export const readToday = () => ask<Today>('/api/today')

export interface ResponseRule { id: number, name: string, name_en: string, tied_to: string, unit_kinds: string[], minutes: number, enabled: boolean }
export interface Coverage {
  as_of: string
  /** `since` null where it isn't told; `standing`: nobody could ever reach it under this rule. */
  void: { cell: string, since: string | null, standing: boolean }[]
  cells: string[]
  demand_share_covered: number | null
}
export const readResponseRules = async () => (await ask<{ rules: ResponseRule[] }>('/api/response-rules')).rules
export const readCoverage = (ruleId: number) => ask<Coverage>(`/api/coverage/${ruleId}`)

/** Posts of the plans in force, from their layer. More than a thousand places at once are no plan of anybody's. */
export const readDutyPosts = async (): Promise<PostOnDuty[]> =>
  (await ask<{ features: { properties: PostOnDuty }[] }>('/ogc/collections/duty_posts/items?limit=1000')).features.map(({ properties }) => properties)
