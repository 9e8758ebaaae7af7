import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { layers } from '../layers.ts'
import type { DrawContext } from './drawing.ts'
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
 * @param look  the theme and the language, where they aren't those of the page
 */
export function drawGround(map: MapLibreMap, above: readonly string[] = [], beneathWords: readonly string[] = [], look?: Pick<DrawContext, 'theme' | 'language' | 'scale'>): void {
  const catalogue = useCatalogue()
  const of = drawContext(look?.theme), context = of && { ...of, ...look }
  if (!context) return
  const now = new Date().toISOString()
  const drawn: LayerSpecification[] = []
  map.setPaintProperty('background', 'background-color', context.colours.water)
  for (const id of ranked) {
    const layer = layers[id]
    // Points are data, and so is what isn't on the map at first; other shapes and lines are what data lies on.
    if (!layer || layer.geometry === 'Point' || !layer.base && !drawings[id]!.initially) continue
    reconcileSource(map, layer, tileUrl(location.origin, layer, String(catalogue.layers[id]?.revision ?? 0), {}, { from: now, to: now }))
    for (const { slot, ...style } of styleOf(layer, drawings[id]!, { visible: true, opacity: 1 }, context)) {
      reconcileStyle(map, style as LayerSpecification)
      // Words last: they lie over every area and line.
      drawn.push({ ...style, metadata: slot } as LayerSpecification)
    }
  }
  const drawnIn = (slot: string) => drawn.filter(({ metadata }) => metadata === slot).map(({ id }) => id)
  reconcileOrder(map, [...drawnIn('ground'), ...beneathWords, ...drawnIn('label'), ...drawnIn('data'), ...above])
}
