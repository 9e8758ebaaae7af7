import { cellToLatLng, latLngToCell } from 'h3-js'
import { LngLatBounds, type Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { cellLayers } from '../../analyst/map/cell-layers.ts'
import { areaLayers } from '../../analyst/map/mark-layers.ts'
import { useDraw } from '../../draw/use-draw.ts'
import type { Overlay } from '../../map/overlay.ts'
import { usePointing } from '../../map/pointing.ts'
import { useView } from '../../state/view.ts'
import { tokens } from '../../theme/tokens.ts'
import { usePlanning } from '../store.ts'
import { useGathered } from './gathered.ts'
import { cellOutlines, siteLayers, type Mark } from './site-layers.ts'

/**
 * Draw what the question is about: demand or its uncertainty by cell, the area that was drawn, candidate sites while they are
 * chosen, and what a refusal names.
 *
 * @returns stops it
 */
export function showDemand(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView(), store = usePlanning(), gathered = useGathered(), draw = useDraw(), pointing = usePointing()
  const on = () => view.mode === 'planning' && (store.tab === 'plan' || store.tab === 'plans')
  const reason = () => store.state.kind === 'none' && gathered.pointed !== null ? store.state.reasons[gathered.pointed] ?? null : null

  const stops = [
    watch(() => [on(), gathered.drawn], () => {
      const { drawn } = gathered
      overlay.put('planning-demand', on() && drawn ? cellLayers({ id: 'demand', cells: gathered.demand.answer!.cells, values: drawn.values, picture: drawn.picture, height: 0, clip: null, signs: null }) : [])
    }, { immediate: true }),
    watch(() => [on(), gathered.hovered?.cell, store.question?.selection.area, reason(), gathered.listed, gathered.picking, gathered.byId, gathered.names, store.picture, store.chosen, store.question?.fixed, store.question?.forbidden, view.theme, view.scale], () => {
      overlay.put('planning-question', on() ? marks() : [])
    }, { immediate: true }),
    // A tip of the finger leaves no cell by itself.
    watch(() => on() && gathered.drawn !== null, now => { if (!now) gathered.hovered = null }),
    watch(reason, now => { if (now && on()) bring(now.sites ?? [], now.cells ?? []) }),
  ]

  function marks() {
    const colours = tokens[view.theme], { scale } = view, told = reason(), { fixed = [], forbidden = [] } = store.question ?? {}
    const markOf = (id: string): Mark => told?.sites?.includes(id) ? 'wrong' : forbidden.includes(id) ? 'forbidden' : fixed.includes(id) ? 'fixed' : 'free'
    const all = gathered.listed || gathered.picking !== null, before = store.picture !== 'coverage'
    const sites = [...gathered.byId.values()].map(site => ({ ...site, mark: markOf(site.id), named: gathered.names.get(site.id)! })).filter(({ mark, id }) => all || mark === 'wrong' || before && mark !== 'free' || id === store.chosen)
    return [
      ...areaLayers(store.question?.selection.area, colours, scale), cellOutlines('refused', told?.cells ?? [], colours['act-now'], 2 * scale),
      cellOutlines('hovered', gathered.hovered ? [gathered.hovered.cell] : [], colours.text, 1.5 * scale), ...siteLayers({ sites, chosen: store.chosen, colours, scale }),
    ]
  }

  /** What a refusal names comes into sight, beside the panels, unless it is there. */
  function bring(sites: readonly string[], cells: readonly string[]): void {
    const bounds = new LngLatBounds()
    for (const id of sites) { const site = gathered.byId.get(id); if (site) bounds.extend([site.longitude, site.latitude]) }
    for (const cell of cells) { const [latitude, longitude] = cellToLatLng(cell); bounds.extend([longitude, latitude]) }
    if (bounds.isEmpty()) return
    const { clientWidth: width, clientHeight: height } = map.getContainer(), phone = width <= 720
    const padding = phone ? { top: 40, bottom: height * 0.6, left: 30, right: 30 } : { top: 60, bottom: 80, left: Math.min(width * 0.3, 360 * view.scale), right: Math.min(width * 0.33, 440 * view.scale) }
    map.fitBounds(bounds, { padding, maxZoom: Math.max(13, map.getZoom()), duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 600 })
  }

  function point({ lngLat, point: at }: MapMouseEvent): void {
    const answer = gathered.demand.answer
    if (!on() || !gathered.drawn || !answer || draw.tool || pointing.taker) { gathered.hovered = null; return }
    const cell = latLngToCell(lngLat.lat, lngLat.lng, answer.resolution)
    gathered.hovered = gathered.index.has(cell) ? { cell, x: at.x, y: at.y } : null
  }
  const leave = () => { gathered.hovered = null }
  const heard = [map.on('mousemove', point), map.on('mouseout', leave), map.on('movestart', leave)]
  return () => {
    for (const stop of stops) stop()
    for (const subscription of heard) subscription.unsubscribe()
  }
}
