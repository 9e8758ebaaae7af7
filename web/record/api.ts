import type { Geometry } from 'geojson'
import { api, unwrap } from '../api.ts'
import type { Step } from './chain.ts'

export type Properties = Record<string, unknown>

export interface Station { id: number, name: string, name_en: string | null }

export interface FullRecord {
  layer: string
  id: number
  /** Null for an incident without coordinates. */
  geometry: Geometry | null
  properties: Properties
  /** Properties that ask for a purpose; null until one was given. */
  restricted: { available: boolean, properties: Properties | null }
  station: Station | null
}

export type Row = Properties & { id: number }

/** What one layer has at an address and below it: how many, the newest of them, the sums of its measures. */
export interface AtAddress {
  layer: string
  total: number
  /** 50 at most. */
  items: Row[]
  sums?: Record<string, number>
  /** The address is another station's, whose rows of this layer the caller may not read. */
  others_hidden: boolean
}

export interface Everything {
  address: Row & { longitude: number, latitude: number }
  /** From the top down, the address itself last. */
  chain: Step[]
  children: { total: number, items: Step[] }
  layers: AtAddress[]
}

/**
 * One record in full.
 *
 * @param purpose  why its restricted properties are read, 2 to 200 characters; asking with one is audited
 * @throws {ApiProblem}
 */
export const readRecord = (layer: string, id: number, purpose: string | undefined, signal: AbortSignal): Promise<FullRecord> =>
  unwrap(api.GET('/api/records/{layer}/{id}', { params: { path: { layer, id: String(id) }, ...(purpose && { query: { purpose } }) }, signal })) as Promise<unknown> as Promise<FullRecord>

/** @throws {ApiProblem} */
export const readEverything = (addressId: number, signal: AbortSignal): Promise<Everything> =>
  unwrap(api.GET('/api/addresses/{id}/everything', { params: { path: { id: String(addressId) } }, signal })) as Promise<unknown> as Promise<Everything>
