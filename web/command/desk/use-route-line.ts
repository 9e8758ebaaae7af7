import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { onScopeDispose, watch, type Ref } from 'vue'
import { useMap } from '../../map/use-map.ts'
import { useView } from '../../state/view.ts'
import { tokens } from '../../theme/tokens.ts'
import { freeArea, inFreeArea } from './free-area.ts'

const source = 'desk-route'

/** Draw a way on the map, under words and signs: a light edge so that it stands out from roads, and the accent on it. */
export function useRouteLine(line: Ref<readonly (readonly [number, number])[] | null>): void {
  const map = useMap()
  const view = useView()
  function draw(there: MapLibreMap): void {
    const data = { type: 'FeatureCollection' as const, features: line.value ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates: line.value as [number, number][] } }] : [] }
    const known = there.getSource<GeoJSONSource>(source)
    if (known) known.setData(data)
    else if (line.value) there.addSource(source, { type: 'geojson', data })
    else return
    const colours = tokens[view.theme]
    for (const [id, colour, width] of [[`${source}/edge`, colours.halo, 8], [source, colours.accent, 4.5]] as const) {
      if (!there.getLayer(id)) there.addLayer({ id, type: 'line', source, layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-width': width * view.scale } }, firstSymbol(there))
      there.setPaintProperty(id, 'line-color', colour)
    }
  }
  watch([map, line, () => view.theme], ([there, now], [, before]) => {
    if (there) draw(there)
    if (there && now && now !== before) fit(there, now)
  }, { immediate: true })
  onScopeDispose(() => { map.value?.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features: [] }) })
}

/** Show the whole way beside the panels where a part of it is out of sight; never closer than the map is. */
function fit(map: MapLibreMap, line: readonly (readonly [number, number])[]): void {
  const [longitudes, latitudes] = [line.map(([longitude]) => longitude), line.map(([, latitude]) => latitude)]
  if (inFreeArea(map, line)) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  map.fitBounds([[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]], { padding: freeArea(map), maxZoom: map.getZoom(), duration: still ? 0 : 600 })
}

/** The lowest layer of words or signs: the way lies beneath them all. Undefined where there is none: then on top. */
const firstSymbol = (map: MapLibreMap): string | undefined => map.getStyle().layers.find(({ type }) => type === 'symbol')?.id
