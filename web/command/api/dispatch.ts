import { query, request } from './request.ts'
import type { Recommendation, RollCall, Route, StatusEntry } from './types.ts'

/** What is asked of a recommendation beside the incident; empty lists leave it to the type. */
export interface Wish { kinds?: string[], capabilities?: string[], units_wanted?: number, siren?: boolean }

/** All functions here throw {ApiProblem}. */
export const recommend = (incidentId: number, wish: Wish, signal: AbortSignal) => request<Recommendation>('POST', `/api/incidents/${incidentId}/recommendation`, wish, signal)
export const assign = (incidentId: number, body: { unit_ids: number[], recommendation_id?: number, reason?: string, request_key: string }) =>
  request<{ assignments: { id: number, unit_id: number, expected_seconds: number | null }[] }>('POST', `/api/incidents/${incidentId}/assignments`, body)
export const standDown = (assignmentId: number, reason: string) => request('DELETE', `/api/assignments/${assignmentId}`, { reason })

/** By road, as that kind of unit would drive it now. 409 where no road leads there. */
export const readRoute = (from: [number, number], to: [number, number], kind: string, siren: boolean, signal: AbortSignal) =>
  request<Route>('GET', `/api/route${query({ from: from.join(), to: to.join(), kind, siren: String(siren) })}`, undefined, signal)

export const readStatuses = (signal: AbortSignal) => request<{ statuses: StatusEntry[] }>('GET', '/api/statuses', undefined, signal)

export const readRollCalls = (signal: AbortSignal) => request<{ roll_calls: RollCall[] }>('GET', '/api/roll-calls/open', undefined, signal)
export const callRoll = (station_id: number | null, minutes: number) => request<{ id: number }>('POST', '/api/roll-calls', { ...(station_id !== null && { station_id }), minutes })
export const answerRoll = (id: number, unit_id: number) => request('POST', `/api/roll-calls/${id}/answer`, { unit_id })
export const closeRoll = (id: number) => request('POST', `/api/roll-calls/${id}/close`, {})
