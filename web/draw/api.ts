import type { Polygon } from 'geojson'
import { api, unwrap } from '../api.ts'

/** What one layer has inside an area. */
export interface LayerInArea {
  id: string
  count: number
  /** Sums of the layer's measures. */
  measures?: Record<string, number>
  /** Counts by the values of one property; the key '' stands for those without. */
  by?: { property: string, values: Record<string, number> }
  /** Rows of other stations are left out. */
  others_omitted: boolean
}

export interface AreaCounts { area_m2: number, layers: LayerInArea[] }

export interface AreaQuestion { geometry: Polygon, layers: string[], from: string, to: string, filters: Record<string, Record<string, string>> }

/** @throws {ApiProblem} */
export const countArea = (body: AreaQuestion, signal: AbortSignal): Promise<AreaCounts> => unwrap(api.POST('/api/area', { body, signal }))
