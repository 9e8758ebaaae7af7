import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { layers } from '../layers.ts'
import { drawContext } from '../map/engine.ts'
import { drawings, ranked } from '../map/drawings.ts'
import { reconcileOrder, reconcileSource, reconcileStyle, styleOf } from '../map/reconcile.ts'
import { tileUrl } from '../map/tile-url.ts'
import { useCatalogue } from '../state/catalogue.ts'

/** Put the base of the map under everything else: land, water, roads, buildings and their names, and nothing of the data. */
export function drawGround(map: MapLibreMap): void {
  const catalogue = useCatalogue()
  const context = drawContext()
  if (!context) return
  const now = new Date().toISOString()
  const drawn: LayerSpecification[] = []
  map.setPaintProperty('background', 'background-color', context.colours.water)
  for (const id of ranked) {
    const layer = layers[id]
    if (!layer?.base) continue
    reconcileSource(map, layer, tileUrl(location.origin, layer, String(catalogue.layers[id]?.revision ?? 0), {}, { from: now, to: now }))
    for (const { slot, ...style } of styleOf(layer, drawings[id]!, { visible: true, opacity: 1 }, context)) {
      reconcileStyle(map, style as LayerSpecification)
      // Words last: they lie over every area and line.
      drawn.push({ ...style, metadata: slot } as LayerSpecification)
    }
  }
  const of = (slot: string) => drawn.filter(({ metadata }) => metadata === slot).map(({ id }) => id)
  reconcileOrder(map, [...of('ground'), ...of('label'), ...of('data'), ...overlayIds])
}

/** Style layers of the way, from the bottom up; see way-layers.ts. */
export const overlayIds = ['way/casing', 'way/line', 'way/target', 'way/accuracy', 'way/here'] as const
