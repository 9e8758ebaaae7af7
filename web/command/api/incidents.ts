import type { CodedAddress, IncidentInFull, IncidentStatus, Nearby, OpenIncident } from './types.ts'
import { query, request } from './request.ts'

/** A call as it is sent. */
export interface Call {
  taken_code: string
  channel: string
  longitude?: number
  latitude?: number
  address_id?: number
  location_text?: string
  summary?: string
  occurred_from?: string
  occurred_to?: string
  grade?: number
  request_key: string
}

export interface Correction { version: number, taken_code?: string, longitude?: number, latitude?: number, address_id?: number | null, location_text?: string, summary?: string, grade?: number }

const at = (id: number, more = '') => `/api/incidents/${id}${more}`

/** All functions here throw {ApiProblem}. */
export const readOpen = (signal: AbortSignal) => request<{ as_of: string, incidents: OpenIncident[] }>('GET', '/api/incidents/open', undefined, signal)
export const readIncident = (id: number, signal: AbortSignal) => request<IncidentInFull>('GET', at(id), undefined, signal)
export const takeCall = (call: Call) => request<{ id: number, number: string, version: number, station_id: number | null }>('POST', '/api/incidents', call)
export const correct = (id: number, correction: Correction) => request<{ version: number }>('PATCH', at(id), correction)
export const note = (id: number, text: string, request_key: string) => request('POST', at(id, '/notes'), { text, request_key })
export const move = (id: number, to: IncidentStatus, version: number, request_key: string) => request('POST', at(id, '/status'), { to, version, request_key })
export const merge = (id: number, into_id: number) => request('POST', at(id, '/merge'), { into_id })
export const unmerge = (id: number) => request('DELETE', at(id, '/merge'))
export const undo = (id: number, event_id: number) => request('POST', at(id, '/undo'), { event_id })
export const setResult = (id: number, body: { resolved_code: string, result: string, close: boolean, request_key: string }) => request('POST', at(id, '/result'), body)

export const readNearby = ({ longitude, latitude, addressId }: { longitude: number, latitude: number, addressId: number | null }, signal: AbortSignal) =>
  request<Nearby>('GET', `/api/incidents/nearby${query({ lng: longitude, lat: latitude, address_id: addressId })}`, undefined, signal)
export const readByCode = (code: string, signal?: AbortSignal) => request<CodedAddress>('GET', `/api/addresses/by-code/${encodeURIComponent(code)}`, undefined, signal)
