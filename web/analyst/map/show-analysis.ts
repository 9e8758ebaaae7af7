import { latLngToCell } from 'h3-js'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { useDraw } from '../../draw/use-draw.ts'
import { cellWidthMetres } from '../../map/cells/resolution.ts'
import { metresPerPixel } from '../../map/create-map.ts'
import type { Overlay } from '../../map/overlay.ts'
import { usePointing } from '../../map/pointing.ts'
import { thingsUnder } from '../../record/picks.ts'
import { usePopup } from '../../record/use-popup.ts'
import { useView } from '../../state/view.ts'
import { tokens } from '../../theme/tokens.ts'
import type { Cluster } from '../cluster.ts'
import { useQuestion } from '../question.ts'
import { confidenceColour } from '../result/colours.ts'
import { useDisplay } from '../result/display.ts'
import { cellLayers, type CellLook } from './cell-layers.ts'
import { areaLayers, clusterLayers, outlineLayers } from './mark-layers.ts'

/** The highest column, in pixels of the screen were it seen from the side. */
const highest = 170

/**
 * Draw the answer of the analyst's mode, say which cell is pointed at, and take clicks on cells.
 *
 * @returns stops it
 */
export function showAnalysis(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView(), store = useQuestion(), display = useDisplay(), draw = useDraw(), popup = usePopup(), pointing = usePointing()
  const on = () => view.mode === 'analysis'
  const clusters = () => store.answer?.method === 'clusters' ? store.answer.result.clusters as Cluster[] : []

  const stops = [
    watch(() => [on(), display.picture, display.pinnedPicture, display.beside, display.beside && display.divider, display.raised, display.beside || display.raised || signsFit() ? view.camera : null, signsFit(), view.language, view.scale], () => {
      overlay.put('analysis', on() ? looks().flatMap(cellLayers) : [])
    }, { immediate: true }),
    watch(() => [on(), display.chosen, display.hovered?.cell, store.answer, store.question?.selection.area, view.theme, view.scale], () => {
      const colours = tokens[view.theme]
      overlay.put('analysis-marks', on() ? [...areaLayers(store.question?.selection.area, colours, view.scale), ...clusterLayers(clusters(), null, colours, confidenceColour(95, view.theme), view.scale), ...outlineLayers(display.chosen, display.hovered?.cell ?? null, colours, view.scale)] : [])
    }, { immediate: true }),
    // Beside each other two answers are cut along a meridian: the map lies flat and north is up.
    watch(() => on() && display.beside, beside => {
      if (beside) map.easeTo({ bearing: 0, pitch: 0, duration: 0 })
      for (const handler of [map.dragRotate, map.touchPitch]) handler[beside ? 'disable' : 'enable']()
      if (beside) { map.touchZoomRotate.disableRotation(); map.keyboard.disableRotation() } else { map.touchZoomRotate.enableRotation(); map.keyboard.enableRotation() }
    }),
    watch(() => on() && display.raised, raised => {
      map.easeTo({ pitch: raised ? 50 : 0, duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 500 })
    }),
  ]

  function signsFit(): boolean {
    return display.shown?.kind === 'category' && cellPixels() >= 20 * view.scale && view.camera !== null
  }
  const cellPixels = () => display.cells ? cellWidthMetres(display.cells.resolution) * Math.sqrt(3) / 2 / metresPerPixel(map) : 0

  function looks(): CellLook[] {
    const { cells, picture, column, pinned, pinnedPicture, pinnedColumn } = display
    if (!cells || !picture || column === null) return []
    const height = display.raised && !display.beside ? highest * metresPerPixel(map) : 0
    const signs = signsFit() && height === 0 ? { language: view.language, scale: view.scale } : null
    const mine = { id: 'cells', cells: cells.cells, values: cells.columns[column]!, picture, height, signs }
    if (!display.beside || !pinned || !pinnedPicture || pinnedColumn === null) return [{ ...mine, clip: null }]
    const middle = dividerLongitude()
    return [
      { ...mine, clip: [-180, middle] },
      { id: 'pinned', cells: pinned.cells.cells, values: pinned.cells.columns[pinnedColumn]!, picture: pinnedPicture, height: 0, signs, clip: [middle, 180] },
    ]
  }

  const dividerLongitude = () => map.unproject([display.divider * map.getContainer().clientWidth, 0]).lng
  // The meridian under the divider changes while the map is dragged.
  const follow = () => { if (on() && display.beside) overlay.put('analysis', looks().flatMap(cellLayers)) }

  function cellAt({ lngLat, point }: MapMouseEvent): { cell: string, pinned: boolean } | null {
    const right = display.beside && point.x > display.divider * map.getContainer().clientWidth
    const cells = right ? display.pinned!.cells : display.cells
    if (!on() || !cells || draw.tool || pointing.taker) return null
    const cell = latLngToCell(lngLat.lat, lngLat.lng, cells.resolution)
    return cells.index.has(cell) ? { cell, pinned: right } : null
  }
  function point(event: MapMouseEvent): void {
    const found = cellAt(event)
    display.hovered = found && { ...found, x: event.point.x, y: event.point.y }
  }
  const leave = () => { display.hovered = null }
  function click(event: MapMouseEvent): void {
    const found = cellAt(event)
    if (!on() || draw.tool || pointing.taker || !found) return
    // What stands on a cell is meant before the cell; the division that both lie in is not.
    const stands = popup.heap !== null || thingsUnder(map, event.point, 5).picks.some(({ layer }) => layer !== 'divisions')
    if (stands) return
    popup.close()
    display.chosen = display.chosen === found.cell ? null : found.cell
  }
  const heard = [map.on('mousemove', point), map.on('mouseout', leave), map.on('movestart', leave), map.on('move', follow), map.on('click', click)]
  return () => {
    for (const stop of stops) stop()
    for (const subscription of heard) subscription.unsubscribe()
  }
}
