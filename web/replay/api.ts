import { ask, send } from '../ask.ts'

/** What was recorded of a span: incidents with their course, units with their tracks and statuses. */
export interface Recording {
  from: string
  to: string
  step_seconds: number
  incidents: RecordedIncident[]
  tracks: Track[]
  /** Whether it was more than is given out. */
  truncated: boolean
}
export interface RecordedIncident { id: number, number: string, code: string, received_at: string, longitude: number, latitude: number, timeline: { status: string, at: string }[] }
export interface Track {
  unit_id: number
  callsign: string
  kind: string
  /** Epoch seconds, longitude, latitude; oldest first. */
  points: [number, number, number][]
  /** Epoch seconds and what the status meant from then on; oldest first. */
  statuses: [number, string][]
}

export interface ReplayQuestion {
  from: string
  to: string
  purpose: string
  /** West, south, east, north. */
  bbox?: string
}

/** @throws {ApiProblem} 403 for other roles, 400 for a window over 24 hours */
export const readRecording = (question: ReplayQuestion): Promise<Recording> => send('POST', '/api/replay', question)

export interface Rule { id: number, name: string, name_en: string, enabled: boolean }
export const readRules = async (): Promise<Rule[]> => (await ask<{ rules: Rule[] }>('/api/response-rules')).rules

export interface Coverage { as_of: string, resolution: number, cells: string[], void: { cell: string }[], demand_share_covered: number | null }
/** Who could have arrived where at that instant. */
export const readCoverage = (ruleId: number, at: number, signal: AbortSignal): Promise<Coverage> =>
  ask(`/api/replay/coverage?${new URLSearchParams({ rule_id: String(ruleId), at: new Date(at).toISOString() })}`, signal)
