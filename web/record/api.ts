import createClient from 'openapi-fetch'
import type { Geometry } from 'geojson'
import { unwrap } from '../api.ts'
import type { Step } from './chain.ts'

export type Properties = Record<string, unknown>

export interface FullRecord {
  layer: string
  id: number
  geometry: Geometry
  properties: Properties
  /** Properties that ask for a purpose; null until one was given. */
  restricted: { available: boolean, properties: Properties | null }
  station: { id: number, name: string } | null
}

export type Row = Properties & { id: number }

/** Everything at an address and below it. */
export interface Everything {
  address: { id: number, full_text: string, code: string, level: string, longitude: number, latitude: number, station: { id: number, name: string } | null }
  /** From the top down, the address itself last. */
  chain: Step[]
  population: Properties | { hidden: true } | null
  places: Row[]
  incidents: { total: number, items: Row[] }
  /** Null where the caller may not read them. */
  disputes: { total: number, items: Row[] } | null
  facilities: Row[]
  children: { total: number, items: Step[] }
}

interface Answer<Body> { responses: { 200: { content: { 'application/json': Body } } } }
interface None { header?: never, cookie?: never }

interface RecordPaths {
  '/api/records/{layer}/{id}': { get: { parameters: None & { path: { layer: string, id: number }, query?: { purpose?: string } } } & Answer<FullRecord> }
  '/api/addresses/{id}/everything': { get: { parameters: None & { path: { id: number }, query?: never } } & Answer<Everything> }
}

const client = createClient<RecordPaths>({ baseUrl: globalThis.location?.origin })

/**
 * One record in full.
 *
 * @param purpose  why its restricted properties are read, 2 to 200 characters; asking with one is audited
 * @throws {ApiProblem}
 */
export const readRecord = (layer: string, id: number, purpose: string | undefined, signal: AbortSignal): Promise<FullRecord> =>
  unwrap(client.GET('/api/records/{layer}/{id}', { params: { path: { layer, id }, ...(purpose && { query: { purpose } }) }, signal }))

/** @throws {ApiProblem} */
export const readEverything = (addressId: number, signal: AbortSignal): Promise<Everything> =>
  unwrap(client.GET('/api/addresses/{id}/everything', { params: { path: { id: addressId } }, signal }))
