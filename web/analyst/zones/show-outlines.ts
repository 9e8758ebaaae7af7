import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { onBeforeUnmount, watch } from 'vue'
import { fitBetweenPanels } from '../../map/fit.ts'
import { areaAnchor } from '../../map/reconcile.ts'
import { useMap } from '../../map/use-map.ts'
import { useView } from '../../state/view.ts'
import { tokens, type Tokens } from '../../theme/tokens.ts'
import { boundsOf } from './inside.ts'
import { useZones, type Outline, type OutlineStyle } from './store.ts'

const source = 'zone-outlines'

/** Colour, dash and width by what an outline is. Two versions differ by line, not by colour alone. */
const looks: Record<OutlineStyle, { colour: keyof Tokens, dash: number[] | null, width: number, fill: number }> = {
  zone: { colour: 'accent', dash: null, width: 2.5, fill: 0.1 },
  draft: { colour: 'accent', dash: [2, 1.5], width: 2.5, fill: 0.16 },
  a: { colour: 'caution', dash: [3, 2], width: 2.5, fill: 0.1 },
  b: { colour: 'accent', dash: null, width: 2.5, fill: 0.1 },
}

/** Draw the outlines of the zones' store on the map while the calling component lives. */
export function showOutlines(): void {
  const map = useMap(), view = useView(), zones = useZones()
  watch([map, () => zones.outlines, () => view.theme, () => view.scale], () => { if (map.value) draw(map.value, zones.outlines, tokens[view.theme], view.scale) }, { immediate: true })
  onBeforeUnmount(() => { if (map.value) draw(map.value, [], tokens[view.theme], view.scale) })
}

/** @returns brings the outlines into sight */
export function useOutlinesInSight(): () => void {
  const map = useMap(), view = useView(), zones = useZones()
  return () => {
    const bounds = boundsOf(zones.outlines.map(({ area }) => area))
    if (bounds && map.value) fitBetweenPanels(map.value, bounds, view.scale)
  }
}

function draw(map: MapLibreMap, outlines: readonly Outline[], colours: Tokens, scale: number): void {
  const data = { type: 'FeatureCollection' as const, features: outlines.map(({ style, area }) => ({ type: 'Feature' as const, properties: { style }, geometry: area })) }
  const there = map.getSource<GeoJSONSource>(source)
  if (there) void there.setData(data)
  else if (outlines.length) map.addSource(source, { type: 'geojson', data })
  else return
  for (const [style, { colour, dash, width, fill }] of Object.entries(looks)) {
    const filter: LayerSpecification extends infer L ? L extends { filter?: infer F } ? F : never : never = ['==', ['get', 'style'], style]
    put(map, { id: `${source}/${style}-fill`, source, type: 'fill', filter, paint: { 'fill-color': colours[colour], 'fill-opacity': fill } })
    put(map, { id: `${source}/${style}-line`, source, type: 'line', filter, layout: { 'line-join': 'round' }, paint: { 'line-color': colours[colour], 'line-width': width * scale, ...dash && { 'line-dasharray': dash } } })
  }
}

function put(map: MapLibreMap, layer: LayerSpecification): void {
  if (map.getLayer(layer.id)) for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name as never, value as never)
  else map.addLayer(layer, map.getLayer(areaAnchor) ? areaAnchor : undefined)
}
