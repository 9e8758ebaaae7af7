import { ApiProblem, unwrap } from '../api.ts'
import type { Action, Outcome } from './actions.ts'
import type { Fix } from './fixes.ts'

export type Meaning = 'available' | 'enroute' | 'on_scene' | 'unavailable' | 'off_duty'

export interface StatusOption { code: string, name: string, name_en: string, meaning: Meaning }

export interface DutyUnit {
  id: number, callsign: string, kind: string, capabilities: string[]
  status: string, meaning: Meaning, status_since: string
  station_id: number | null, shift_from: string | null, shift_to: string | null, crew: number, incident_id: number | null
}

export interface UnitOnTask {
  unit_id: number, callsign: string, kind: string, meaning: Meaning
  assigned_at: string, accepted_at: string | null, arrived_at: string | null, expected_seconds: number | null
}

export interface Task {
  id: number, number: string, code: string, grade: number, status: string, channel: string
  received_at: string, longitude: number | null, latitude: number | null
  location_text: string | null, summary: string | null
  units: UnitOnTask[]
  assignment: { id: number, assigned_at: string, accepted_at: string | null, arrived_at: string | null, expected_seconds: number | null }
}

/** What the crew's phone shows, all at once. */
export interface Duty {
  unit: DutyUnit | null
  /** Statuses that may follow the present one. */
  statuses: StatusOption[]
  task: Task | null
  roll_call: { id: number, due_at: string } | null
  now: string
}

/** An entry of the dictionary of statuses, and which may follow it. */
export interface StatusEntry extends StatusOption { next: string[] }

export interface BoardableUnit { id: number, callsign: string, kind: string, status: string, meaning: Meaning, station_id: number | null, on_board: number }

export interface Step { name: string | null, metres: number, seconds: number, turn: Turn }
export type Turn = 'depart' | 'straight' | 'left' | 'right' | 'sharp_left' | 'sharp_right' | 'u_turn' | 'arrive'
/** A way by road; points are longitude, latitude. */
export interface Route { seconds: number, metres: number, line: [number, number][], steps: Step[] }

/** A tunnel answers nothing: after so long the phone stops waiting. */
const patienceMilliseconds = 12_000

/** @throws {ApiProblem} on every answer but a good one; status 0 when none came */
export async function ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return unwrap((async () => {
    const response = await fetch(path, {
      method, signal: AbortSignal.timeout(patienceMilliseconds), cache: 'no-store',
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const content: unknown = response.status === 204 ? undefined : await response.json()
    return response.ok ? { data: content as T, response } : { error: content, response }
  })())
}

export const readDuty = (): Promise<Duty> => ask('GET', '/api/duty')

/** @param ahead  milliseconds that were added to the actions' times; `sent_at` lets the server add what was still wrong */
export const sendActions = async (actions: readonly Action[], ahead: number): Promise<Outcome[]> =>
  (await ask<{ outcomes: Outcome[] }>('POST', '/api/duty/actions', { actions, sent_at: new Date(Date.now() + ahead).toISOString() })).outcomes

export const sendFixes = (fixes: readonly Fix[]): Promise<unknown> => ask('POST', '/api/duty/positions', { fixes })

export const board = (unitId: number): Promise<unknown> => ask('POST', '/api/duty/board', { unit_id: unitId })
export const leave = (): Promise<unknown> => ask('DELETE', '/api/duty/board')

/** Whether nobody answered, or only to say "later": worth sending again as it is. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500)

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401

/** The dictionary of statuses: which may follow which, for while the server can't say. */
export const readStatuses = async (): Promise<StatusEntry[]> => (await ask<{ statuses: StatusEntry[] }>('GET', '/api/statuses')).statuses

/** Units of the caller's stations that a phone may speak for. */
export const boardable = async (): Promise<BoardableUnit[]> => (await ask<{ units: BoardableUnit[] }>('GET', '/api/duty/units')).units

/** @throws {ApiProblem} 409 where there is no way */
export function findRoute(from: Place, to: Place, unit: { kind: string, siren: boolean }): Promise<Route> {
  const say = ({ longitude, latitude }: Place) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`
  const kind = unit.kind === 'motorcycle' ? 'motorcycle' : unit.kind === 'patrol_car' ? 'car' : 'foot'
  return ask('GET', `/api/route?${new URLSearchParams({ from: say(from), to: say(to), kind, siren: String(unit.siren) })}`)
}
export interface Place { longitude: number, latitude: number }

/** The same patience for what has none of its own. @throws {ApiProblem} status 0 when it took too long */
export async function withPatience<T>(work: Promise<T>): Promise<T> {
  const late = new ApiProblem({ type: 'about:blank', title: 'no answer', status: 0 })
  let timer: ReturnType<typeof setTimeout>
  return Promise.race([work, new Promise<never>((_, reject) => { timer = setTimeout(() => reject(late), patienceMilliseconds) })]).finally(() => clearTimeout(timer))
}
