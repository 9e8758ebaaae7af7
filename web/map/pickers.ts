import type { MapGeoJSONFeature, Map as MapLibreMap, Point } from 'maplibre-gl'

/** A thing under the pointer, in the form that the map itself gives. */
export type DrawnFeature = Pick<MapGeoJSONFeature, 'id' | 'source' | 'sourceLayer' | 'properties'> & { geometry: GeoJSON.Geometry }

/** A point of the screen with what counts as beside it: pixels, and the box round them in degrees (generous). */
export interface Reach { point: Point, reach: number, box: [[west: number, south: number], [east: number, north: number]] }

type Picker = (reach: Reach) => DrawnFeature[]
const pickers = new Set<Picker>()

/** Say what lies under the pointer of that which the map itself doesn't draw. @returns takes it back */
export function addPicker(picker: Picker): () => void {
  pickers.add(picker)
  return () => { pickers.delete(picker) }
}

/** What drawers other than the map have under a point of the screen. */
export function drawnUnder(map: MapLibreMap, point: Point, reach: number): DrawnFeature[] {
  const wide = reach + 40
  const corners = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]) => map.unproject([point.x + x! * wide, point.y + y! * wide]))
  const [longitudes, latitudes] = [corners.map(({ lng }) => lng), corners.map(({ lat }) => lat)]
  const box: Reach['box'] = [[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]]
  return [...pickers].flatMap(picker => picker({ point, reach, box }))
}
