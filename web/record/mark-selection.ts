import type { Geometry } from 'geojson'
import { Marker, type GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl'
import { onScopeDispose, watch, type Ref } from 'vue'
import { onFrame } from '../live/draw/frames.ts'

const source = 'selection'

/**
 * Ring the selected thing on the map: a point with a circle, a line or area along its outline.
 *
 * @param colour  of the ring, as CSS has it
 * @param follow  where the thing is drawn now, if it moves
 */
export function useSelectionMark(map: Ref<MapLibreMap | null>, geometry: Ref<Geometry | null>, colour: Ref<string>, follow: () => [number, number] | null): void {
  const ring = document.createElement('div')
  ring.className = 'selection-ring'
  ring.setAttribute('aria-hidden', 'true')
  const marker = new Marker({ element: ring })

  function draw(now: Geometry | null): void {
    marker.remove()
    if (!map.value) return
    if (now?.type === 'Point') marker.setLngLat(follow() ?? now.coordinates as [number, number]).addTo(map.value)
    outline(map.value, now && now.type !== 'Point' ? now : null, colour.value)
  }
  watch([map, geometry, colour], () => draw(geometry.value), { immediate: true })
  const stopFollowing = onFrame(() => {
    const at = geometry.value && follow()
    if (at) marker.setLngLat(at)
  })
  onScopeDispose(() => { stopFollowing(); draw(null) })
}

function outline(map: MapLibreMap, geometry: Geometry | null, colour: string): void {
  const data = { type: 'FeatureCollection' as const, features: geometry ? [{ type: 'Feature' as const, properties: {}, geometry }] : [] }
  const there = map.getSource<GeoJSONSource>(source)
  if (!there && !geometry) return
  if (there) there.setData(data)
  else map.addSource(source, { type: 'geojson', data })
  if (!map.getLayer(source)) map.addLayer({ id: source, type: 'line', source, layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-width': 3, 'line-color': colour } })
  map.setPaintProperty(source, 'line-color', colour)
  map.moveLayer(source)
}
