import type { Polygon, MultiPolygon } from 'geojson'
import type { Label } from '../layers/layer.ts'

export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  errors?: { pointer: string, value: unknown, detail: string }[]
}

export interface Account {
  id: number
  name: string
  display_name: string
  roles: string[]
  scope: { id: number, name: string, kind: string } | null
}

export interface BaseMap {
  id: string
  title: Label
  kind: 'pmtiles' | 'raster'
  url: string
  attribution: string
  datum: 'wgs84' | 'gcj02'
  max_zoom: number
}

export interface City {
  name: string
  name_en: string
  time_zone: string
  view: { longitude: number, latitude: number, zoom: number }
  /** West, south, east, north in degrees. */
  extent: [number, number, number, number]
  now: string
  data_until: string | null
  base_maps: BaseMap[]
}

export interface LayerState {
  id: string
  revision: number
  changed_at: string
  rows: 'all' | 'some' | 'none'
  small_counts: boolean
}

export interface Dictionaries {
  incident_type: { code: string, name: string, name_en: string, police: boolean }[]
  place_category: { code: string, name: string, name_en: string, key_category: boolean }[]
  unit_status: { code: string, meaning: string, name: string, name_en: string }[]
  stations: { id: number, name: string, name_en: string | null }[]
}

/** Counts per H3 cell, in columns. A count that is null is hidden: one to nine. */
export interface Cells {
  layer: string
  resolution: number
  measure: string
  revision: number
  as_of: string
  source: 'rollup' | 'scan'
  cells: string[]
  counts: (number | null)[]
  total: number
  hidden: number
  others_omitted: boolean
}

export interface Histogram { bin: Bin, starts: string[], counts: number[], total: number, as_of: string }
export type Bin = 'hour' | 'day' | 'week' | 'month'

export interface AreaLayer {
  id: string
  count: number
  measures?: Record<string, number>
  hidden_cells?: number
  by?: { property: string, values: Record<string, number> }
}
export interface Area { area_m2: number, layers: AreaLayer[] }

export type Filters = Record<string, string>

interface Failed { content: { 'application/problem+json': Problem } }
interface Answer<Body> { content: { 'application/json': Body } }
interface Responses<Body> { 200: Answer<Body>, 400: Failed, 401: Failed, 503: Failed }
interface None { query?: never, header?: never, path?: never, cookie?: never }
interface Get<Body, Parameters = None> { get: { parameters: Parameters, responses: Responses<Body> } }

/** The part of the HTTP interface that the map uses. */
export interface paths {
  '/api/session': Get<{ account: Account, stations: 'all' | number[] }> & {
    post: {
      parameters: None
      requestBody: { content: { 'application/json': { name: string, password: string } } }
      responses: { 204: { content?: never }, 401: Failed, 429: Failed }
    }
    delete: { parameters: None, responses: { 204: { content?: never } } }
  }
  '/api/city': Get<City>
  '/api/layers': Get<{ layers: LayerState[] }>
  '/api/dictionaries': Get<Dictionaries>
  '/cells/{layer}': Get<Cells, { path: { layer: string }, query: Record<string, string | number | undefined> }>
  '/api/histogram/{layer}': Get<Histogram, { path: { layer: string }, query: Record<string, string | number | undefined> }>
  '/api/area': {
    post: {
      parameters: None
      requestBody: { content: { 'application/json': {
        geometry: Polygon | MultiPolygon, layers: string[], from?: string, to?: string, filters?: Record<string, Filters>
      } } }
      responses: Responses<Area>
    }
  }
}
