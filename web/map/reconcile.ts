import type { LayerSpecification, Map as MapLibreMap, VectorTileSource } from 'maplibre-gl'
import type { Layer } from '../../layers/layer.ts'
import type { StackEntry } from '../state/view-state.ts'
import { clusterStyle } from './clusters.ts'
import type { DrawContext, Drawing, Slot, StyleLayer } from './drawing.ts'
import { fadedPaint } from './opacity.ts'

/** An invisible style layer that cells, which deck.gl draws, are put beneath. */
export const anchorOf = (id: string): string => `${id}/anchor`

/** What deck.gl calls the style layer that it puts beneath that anchor. */
export const cellGroupOf = (id: string): string => `deck-maplibre-layer-group-before:${anchorOf(id)}`

/** The same for what is drawn live: among the signs, in the order of the stack. */
export const liveAnchorOf = (id: string): string => `${id}/live-anchor`
export const liveGroupOf = (id: string): string => `deck-maplibre-layer-group-before:${liveAnchorOf(id)}`

/** The style layers of a layer as they should be now. */
export function styleOf(layer: Layer, drawing: Drawing, entry: Pick<StackEntry, 'visible' | 'opacity'>, context: DrawContext): (LayerSpecification & { slot: Slot })[] {
  const points = layer.geometry === 'Point'
  const own = drawing.style(context).map(each => [each, each.over ? `${layer.id}_${each.over}` : layer.id] as const)
  const clusters = points ? clusterStyle(context).map(each => [each, `${layer.id}_cells`] as const) : []
  return [...own, ...clusters].map(([{ name, slot, over: _, ...style }, sourceLayer]) => ({
    ...style,
    id: `${layer.id}/${name}`, source: layer.id, 'source-layer': sourceLayer,
    minzoom: Math.max(style.minzoom ?? 0, firstZoom(layer)),
    slot,
    ...filterOf(style.filter, layer, context),
    layout: { ...style.layout, visibility: entry.visible ? 'visible' : 'none' },
    paint: fadedPaint({ name, slot, ...style } as StyleLayer, entry.opacity),
  }) as never)
}

/** Tiles carry all that is played through; what is outside the moving window is filtered out here. */
function filterOf(filter: unknown, layer: Layer, { playing }: DrawContext): { filter?: unknown } {
  if (!playing || !layer.time) return { filter: filter ?? null }
  const at = ['to-number', ['get', layer.time]]
  const inWindow = ['all', ['>=', at, playing.from], ['<', at, playing.to]]
  return { filter: filter ? ['all', filter, inWindow] : inWindow }
}

/** From which zoom on tiles of a layer are asked for: beneath, deck.gl draws its cells. */
export const firstZoom = (layer: Layer): number => layer.detailZoom > layer.minZoom ? layer.detailZoom : layer.minZoom

/** Make the map's source of a layer ask this address; the old picture stays until new tiles come. */
export function reconcileSource(map: MapLibreMap, layer: Layer, url: string): void {
  const source = map.getSource<VectorTileSource>(layer.id)
  if (!source) map.addSource(layer.id, { type: 'vector', tiles: [url], minzoom: firstZoom(layer), maxzoom: layer.maxZoom })
  else if (source.tiles?.[0] !== url) source.setTiles([url])
}

/** Add a style layer, or change of it what differs. Never removes: a layer that is off is not visible. */
export function reconcileStyle(map: MapLibreMap, wanted: LayerSpecification): void {
  if (!map.getLayer(wanted.id)) {
    const { filter, ...rest } = wanted as LayerSpecification & { filter?: unknown }
    map.addLayer((filter ? wanted : rest) as LayerSpecification)
    return
  }
  for (const [property, value] of Object.entries(wanted.paint ?? {})) map.setPaintProperty(wanted.id, property as never, value as never)
  for (const [property, value] of Object.entries(wanted.layout ?? {})) map.setLayoutProperty(wanted.id, property as never, value as never)
  if ('filter' in wanted) map.setFilter(wanted.id, wanted.filter)
}

/**
 * Put style layers into this order.
 *
 * @param ids  from the bottom up; those that the map lacks are skipped
 */
export function reconcileOrder(map: MapLibreMap, ids: readonly string[]): void {
  const there = ids.filter(id => map.getLayer(id))
  let above: string | undefined
  for (const id of there.toReversed()) {
    const order = map.getLayersOrder()
    const next = order[order.indexOf(id) + 1]
    if (next !== above) map.moveLayer(id, above)
    above = id
  }
}
