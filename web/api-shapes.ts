import type { paths } from './api-types.d.ts'

/** Names for what the server answers with, taken from the generated types. */
type Answer<Path extends keyof paths, Method extends 'get' | 'post'> =
  paths[Path] extends Record<Method, { responses: { 200: { content: { 'application/json': infer Body } } } }> ? Body : never

/** A problem document (RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  /** Of a refusal (409): `detail` in Chinese. */
  detail_zh?: string
  errors?: { pointer: string, value: unknown, detail: string }[]
}

export type Account = Answer<'/api/session', 'get'>['account']
export type City = Answer<'/api/city', 'get'>
export type BaseMap = City['base_maps'][number]
export type LayerState = Answer<'/api/layers', 'get'>['layers'][number]
export type Dictionaries = Answer<'/api/dictionaries', 'get'>
/** Counts per H3 cell, in columns. A count that is null is hidden: one to nine. */
export type Cells = Answer<'/cells/{layer}', 'get'>
export type AreaLayer = Answer<'/api/area', 'post'>['layers'][number]
/** An incident that isn't over, with the units on it. Times are ISO text. */
export type OpenIncident = Answer<'/api/incidents/open', 'get'>['incidents'][number]
/** One with all that was done to it, restricted parts as far as they are the caller's. */
export type IncidentInFull = Answer<'/api/incidents/{id}', 'get'>
export type Bin = 'hour' | 'day' | 'week' | 'month'

/** The query of an interface that also takes a layer's own filters, which its schema can't name. */
export const withFilters = <Query extends object>(query: Query, filters: Record<string, string>): Query => ({ ...query, ...filters })
