import { ask } from '../ask.ts'

/** A response circle: within how many minutes which force must be able to arrive, and where. Empty lists: all. */
export interface ResponseRule {
  id: number
  code: string
  name: string
  name_en: string
  minutes: number
  tied_to: 'force' | 'place'
  unit_kinds: string[]
  place_categories: string[]
  division_ids: number[]
  void_alert_minutes: number
  enabled: boolean
  sort: number
}

/** `cells` and `seconds` go together; null: nobody in the time that is looked for. */
export interface CoverageNow {
  rule: ResponseRule
  as_of: string
  cells: string[]
  seconds: (number | null)[]
  void: { cell: string, since: string | null, standing: boolean }[]
  demand_share_covered: number | null
  residents_covered: number
  residents_total: number
  units: number[]
}

export interface Closure { kind: 'post' | 'station' | 'unit', name: string, unit_id?: number, longitude: number, latitude: number, closes_cells: number, seconds: number | null }
export interface Closures { cells: number, since: string | null, options: Closure[] }

export const readResponseRules = () => ask<{ rules: ResponseRule[] }>('/api/response-rules')
export const readCoverage = (ruleId: number, signal: AbortSignal) => ask<CoverageNow>(`/api/coverage/${ruleId}`, signal)
export const readClosures = (ruleId: number, cell: string) => ask<Closures>(`/api/coverage/${ruleId}/closures?cell=${cell}`)
