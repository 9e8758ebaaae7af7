import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { Token, Tokens } from '../theme/tokens.ts'
import type { Place, Route } from './api.ts'

/** Style layers of the way, from the bottom up. */
export const wayLayers = ['way/casing', 'way/line', 'way/target', 'way/accuracy', 'way/here'] as const

/** Put the way, its end and the phone itself on the map, above everything that is there. @param target  the colour of its end: of a call unless told */
export function addWay(map: MapLibreMap, colours: Tokens, target: Token = 'act-now'): void {
  for (const id of ['way', 'target', 'here']) map.addSource(id, { type: 'geojson', data: empty })
  const line = { 'line-cap': 'round', 'line-join': 'round' } as const
  map.addLayer({ id: 'way/casing', type: 'line', source: 'way', layout: line, paint: { 'line-color': colours.halo, 'line-width': 11 } })
  map.addLayer({ id: 'way/line', type: 'line', source: 'way', layout: line, paint: { 'line-color': colours.accent, 'line-width': 7 } })
  map.addLayer({ id: 'way/target', type: 'circle', source: 'target', paint: { 'circle-radius': 10, 'circle-color': colours[target], 'circle-stroke-width': 4, 'circle-stroke-color': colours.panel } })
  map.addLayer({ id: 'way/accuracy', type: 'circle', source: 'here', paint: { 'circle-radius': 22, 'circle-color': colours.accent, 'circle-opacity': 0.22 } })
  map.addLayer({ id: 'way/here', type: 'circle', source: 'here', paint: { 'circle-radius': 9, 'circle-color': colours.accent, 'circle-stroke-width': 4, 'circle-stroke-color': colours.panel } })
}

export function setWay(map: MapLibreMap, route: Route | null, target: Place | null, here: Place | null): void {
  const put = (id: string, feature: Feature | null) => map.getSource<GeoJSONSource>(id)?.setData(feature ?? empty)
  put('way', route && { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: route.line } })
  put('target', target && point(target))
  put('here', here && point(here))
}

/** The box of a way with both ends, as west, south, east, north. */
export function boxOfWay(points: readonly Place[], line: readonly [number, number][]): [number, number, number, number] | null {
  const all = [...line, ...points.map(({ longitude, latitude }) => [longitude, latitude] as const)]
  if (all.length === 0) return null
  const [longitudes, latitudes] = [all.map(([longitude]) => longitude), all.map(([, latitude]) => latitude)]
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }
const point = ({ longitude, latitude }: Place): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [longitude, latitude] } })
