import type { Area, LeftOut, Selection } from '../types.ts'
import type { SheetJudgement } from '../judge/types.ts'

export const zoneStates = ['active', 'planned', 'expired', 'withdrawn'] as const
export type ZoneState = (typeof zoneStates)[number]

/** What a zone rested on when it was saved. Frozen: never computed again. */
export interface Evidence {
  selection: Selection
  method: string
  parameters: Record<string, unknown>
  resolution: number
  revision: number
  as_of: string
  size: number
  left_out: LeftOut
  /** Shares between 0 and 1, areas in square metres. */
  figures: Record<string, number | string | null>
  judgement?: SheetJudgement
}

export interface HandOver { to: 'deployment' | 'patrol', state: 'waiting' | 'taken' | 'ended', version: number, at: string, by: string, note: string | null }

export interface ZoneVersion {
  version: number
  name: string
  reason: string
  geometry: Area
  area_m2: number
  shifts: string[]
  valid_from: string
  valid_to: string
  author: string
  created_at: string
  evidence: Evidence | null
}

/** An area that somebody answers for, for a while, with its reason. As its last version says. */
export interface Zone {
  id: number
  name: string
  reason: string
  geometry: Area
  area_m2: number
  version: number
  author: string
  station_id: number | null
  station_name: string | null
  shifts: string[]
  valid_from: string
  valid_to: string
  state: ZoneState
  handed_over: HandOver[]
  withdrawn: { at: string, by: string, reason: string } | null
  created_at: string
  updated_at: string
  evidence: Evidence | null
}

export type ZoneInFull = Zone & { versions: ZoneVersion[] }

export interface Compared {
  a: ZoneVersion
  b: ZoneVersion
  area_m2: { a: number, b: number, both: number, only_a: number, only_b: number }
  /** Shared area over the area of both together, 0 to 1. */
  overlap: number
  /** Now, of those that the later evidence is about. */
  incidents?: { a: number, b: number, as_of: string }
}

/** What the form sends, dates as instants. */
export interface ZoneInput {
  name: string
  reason: string
  geometry?: Area
  shifts: string[]
  valid_from: string
  valid_to: string
  evidence?: { run_id: string }
  judgement?: { run_id: string }
}
