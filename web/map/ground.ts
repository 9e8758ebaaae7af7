import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { layers } from '../layers.ts'
import { drawContext } from './engine.ts'
import { drawings, ranked } from './drawings.ts'
import { reconcileOrder, reconcileSource, reconcileStyle, styleOf } from './reconcile.ts'
import { tileUrl } from './tile-url.ts'
import { useCatalogue } from '../state/catalogue.ts'

/**
 * Put what data lies on under everything else: land, water, roads, buildings, divisions and their names, and nothing of the data itself.
 *
 * @param above  style layers that lie over it, from the bottom up
 * @param beneathWords  those that lie on its areas and lines, but under its words
 */
export function drawGround(map: MapLibreMap, above: readonly string[] = [], beneathWords: readonly string[] = []): void {
  const catalogue = useCatalogue()
  const context = drawContext()
  if (!context) return
  const now = new Date().toISOString()
  const drawn: LayerSpecification[] = []
  map.setPaintProperty('background', 'background-color', context.colours.water)
  for (const id of ranked) {
    const layer = layers[id]
    // Points are data; shapes and lines are what data lies on.
    if (!layer || layer.geometry === 'Point') continue
    reconcileSource(map, layer, tileUrl(location.origin, layer, String(catalogue.layers[id]?.revision ?? 0), {}, { from: now, to: now }))
    for (const { slot, ...style } of styleOf(layer, drawings[id]!, { visible: true, opacity: 1 }, context)) {
      reconcileStyle(map, style as LayerSpecification)
      // Words last: they lie over every area and line.
      drawn.push({ ...style, metadata: slot } as LayerSpecification)
    }
  }
  const of = (slot: string) => drawn.filter(({ metadata }) => metadata === slot).map(({ id }) => id)
  reconcileOrder(map, [...of('ground'), ...beneathWords, ...of('label'), ...of('data'), ...above])
}
