import type { Map as MapLibreMap, Point } from 'maplibre-gl'
import { layers } from '../layers.ts'
import { drawnUnder, type DrawnFeature } from '../map/pickers.ts'
import type { Properties } from './api.ts'

/** A thing under the pointer, with what its tile says of it. */
export interface Picked { layer: string, id: number, properties: Properties, longitude: number, latitude: number }

/** Several things drawn as one mark. */
export interface Heap { layer: string, count: number | null, longitude: number, latitude: number }

export interface Under { picks: Picked[], heap: Heap | null }

/** Areas lie under everything: they are meant only where nothing stands on them. */
const weight = { Point: 0, LineString: 1, Polygon: 2 } as const

/**
 * What lies under a point of the screen: points before lines before areas, each thing once. Areas and lines are left out
 * where a point was hit; a heap (one mark for many) is told apart from things.
 *
 * @param reach  how far beside the point still counts, in pixels: more for a finger
 */
export function thingsUnder(map: MapLibreMap, point: Point, reach: number): Under {
  const box: [[number, number], [number, number]] = [[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]]
  const shown = map.getStyle().layers.map(layer => layer.id).filter(id => layers[id.split('/')[0]!] && !layers[id.split('/')[0]!]!.base)
  const features = map.queryRenderedFeatures(box, { layers: shown })
  const at = map.unproject(point)
  return sortOut([...drawnUnder(map, point, reach), ...features], { longitude: at.lng, latitude: at.lat })
}

/** The same for features that were found; apart, so that it can be tested without a map. */
export function sortOut(features: readonly DrawnFeature[], at: { longitude: number, latitude: number }): Under {
  const picks = new Map<string, Picked>()
  let heap: Heap | null = null
  for (const feature of features) {
    const layer = feature.source
    if (feature.sourceLayer === `${layer}_cells`) {
      heap ??= { layer, count: feature.properties.hidden ? null : Number(feature.properties.n), ...pointOf(feature, at) }
      continue
    }
    const id = Number(feature.id)
    if (!layers[layer] || !Number.isSafeInteger(id) || picks.has(`${layer}:${id}`)) continue
    picks.set(`${layer}:${id}`, { layer, id, properties: feature.properties, ...pointOf(feature, at) })
  }
  const found = [...picks.values()].sort((a, b) => weight[layers[a.layer]!.geometry] - weight[layers[b.layer]!.geometry])
  const lightest = found[0] ? weight[layers[found[0].layer]!.geometry] : 0
  return { picks: found.filter(pick => weight[layers[pick.layer]!.geometry] === lightest), heap }
}

function pointOf(feature: DrawnFeature, at: { longitude: number, latitude: number }): { longitude: number, latitude: number } {
  if (feature.geometry.type !== 'Point') return at
  const [longitude, latitude] = feature.geometry.coordinates as [number, number]
  return { longitude, latitude }
}
