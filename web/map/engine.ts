import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import { layers } from '../layers.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { useLive } from '../state/live.ts'
import { useView } from '../state/view.ts'
import type { StackEntry } from '../state/view-state.ts'
import { tokens, type Theme } from '../theme/tokens.ts'
import type { DrawContext, Slot } from './drawing.ts'
import { drawings, ranked } from './drawings.ts'
import { anchorOf, areaAnchor, areaGroup, cellGroupOf, liveAnchorOf, liveGroupOf, reconcileOrder, reconcileSource, reconcileStyle, styleOf } from './reconcile.ts'
import { keepTiles } from './keep-tiles.ts'
import { putSigns } from './signs.ts'
import { tileUrl } from './tile-url.ts'

/**
 * What drawings depend on, from the state of the page. Null until the dictionaries are there.
 *
 * @param theme  that of the page unless told
 */
export function drawContext(theme?: Theme): DrawContext | null {
  const view = useView()
  const catalogue = useCatalogue()
  if (!catalogue.dictionaries) return null
  return {
    theme: theme ?? view.theme, colours: tokens[theme ?? view.theme], language: view.language,
    dictionaries: catalogue.dictionaries,
    nowSeconds: Math.floor(catalogue.now / 1000),
    playing: view.playing && { from: view.shown.from / 1000, to: view.shown.to / 1000 },
    scale: view.scale,
  }
}

/** Whether nothing says where land is: an imported city without its ground then lies on land, not in the sea. */
function groundless(): boolean {
  const { layers: states } = useCatalogue()
  return Object.values(layers).filter(({ base }) => base).every(({ id }) => !states[id]?.revision)
}

/**
 * Keep the map's sources, style layers and their order as the view and the catalogue say.
 *
 * @returns stops it
 */
export function runEngine(map: MapLibreMap): () => void {
  const view = useView()
  const catalogue = useCatalogue()
  const live = useLive()
  const slots = new Map<string, Slot>()
  const signsDrawn = new Map<string, string>()
  const keeper = keepTiles(map)
  let placed = ''

  map.addLayer({ id: areaAnchor, type: 'background', layout: { visibility: 'none' } })
  for (const id of ranked) {
    if (drawings[id]!.cells) map.addLayer({ id: anchorOf(id), type: 'background', layout: { visibility: 'none' } })
    if (drawings[id]!.live ?? drawings[id]!.happening) map.addLayer({ id: liveAnchorOf(id), type: 'background', layout: { visibility: 'none' } })
  }

  const stop = watch(() => ({ context: drawContext(), stack: fullStack(view.layers, view.base === ''), revisions: catalogue.layers, again: live.recoveries }), ({ context, stack }) => {
    if (!context) return
    map.setPaintProperty('background', 'background-color', groundless() ? context.colours.land : context.colours.water)
    // Walls in shade are only a little darker than roofs: buildings are ground, not data.
    map.setLight({ anchor: 'viewport', color: '#ffffff', intensity: context.theme === 'light' ? 0.16 : 0.35 })
    for (const entry of stack) draw(entry, context)
    const ids = drawingOrder(stack, slots)
    if (ids.join() === placed) return
    reconcileOrder(map, ids)
    placed = ids.join()
  }, { deep: true, immediate: true })

  return () => {
    stop()
    keeper.stop()
  }

  function draw(entry: StackEntry, context: DrawContext): void {
    const [layer, drawing] = [layers[entry.id]!, drawings[entry.id]!]
    if (drawing.live) return
    // A layer that was never on costs nothing; one that is off keeps its picture and asks for nothing.
    if (!entry.visible && !map.getSource(layer.id)) return
    if (!entry.visible) keeper.release(layer.id)
    if (entry.visible) {
      const revision = catalogue.layers[layer.id]?.revision ?? 0
      const carried = { from: new Date(view.carried.from).toISOString(), to: new Date(view.carried.to).toISOString() }
      reconcileSource(map, layer, tileUrl(location.origin, layer, `${revision}.${live.recoveries}`, entry.filters, carried))
      keeper.hold(layer.id)
    }
    const signs = `${context.theme} ${context.scale} ${context.dictionaries.incident_type.length}`
    if (drawing.signs && signsDrawn.get(layer.id) !== signs) {
      putSigns(map, layer.id, drawing.signs(context))
      signsDrawn.set(layer.id, signs)
    }
    for (const { slot, ...style } of styleOf(layer, drawing, entry, context)) {
      reconcileStyle(map, style as LayerSpecification)
      slots.set(style.id, slot)
    }
  }
}

/** Every drawn layer from the bottom up: our own ground, unless a base map takes its place, then the stack. */
function fullStack(stack: readonly StackEntry[], ground: boolean): StackEntry[] {
  const base = ranked.filter(id => layers[id]?.base).map(id => ({ id, visible: ground, opacity: 1, filters: {} }))
  return [...base, ...stack.filter(({ id }) => layers[id] && drawings[id]).toReversed()]
}

/**
 * Ids of style layers from the bottom up: ground, cells, words, signs; each as the stack says. Words lie over cells.
 * Signs are placed before words, which then keep clear of them: a word is never under data.
 */
function drawingOrder(stack: readonly StackEntry[], slots: ReadonlyMap<string, Slot>): string[] {
  const of = (slot: Slot, some = stack) => some.flatMap(({ id }) => [...slots].filter(([style, its]) => its === slot && style.startsWith(`${id}/`)).map(([style]) => style))
  const cells = stack.flatMap(({ id }) => [cellGroupOf(id), anchorOf(id)])
  const data = stack.flatMap(entry => [...of('data', [entry]), liveGroupOf(entry.id), liveAnchorOf(entry.id)])
  return [...of('ground'), ...cells, areaGroup, areaAnchor, ...of('label'), ...data]
}
