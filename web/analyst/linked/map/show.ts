import type { ScatterplotLayer } from '@deck.gl/layers'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import { boxOf, metresPerPixel } from '../../../map/create-map.ts'
import type { Overlay } from '../../../map/overlay.ts'
import { addPicker, type DrawnFeature, type Reach } from '../../../map/pickers.ts'
import { useView } from '../../../state/view.ts'
import { tokens } from '../../../theme/tokens.ts'
import { timedLayer } from '../../../timeline/histogram.ts'
import { useDisplay } from '../../result/display.ts'
import type { Linked } from '../linked.ts'
import { useLinked } from '../store.ts'
import { circleLayers } from './circles.ts'
import { pointBuffers, pointLayer, sendBits, type PointBuffers } from './points.ts'

/** From this zoom on each incident is a point; so it is from afar where there are few. */
const pointZoom = 12.5, few = 5_000

/**
 * Draw the chosen incidents of the linked charts: points near, circles with numbers from afar. And keep the charts to what is in view, where that is asked for.
 *
 * @returns stops it
 */
export function showLinked(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView(), store = useLinked(), display = useDisplay()
  let buffers: PointBuffers | null = null, of: Linked | null = null, colouredFor = '', layer: ScatterplotLayer | null = null

  const isOn = () => view.mode === 'analysis' && store.onMap === 'on' && store.linked !== null
  const isNear = () => map.getZoom() >= pointZoom || (store.linked?.table.rows ?? 0) <= few

  /** Cells of an answer tell from afar how many there are; circles on them come with what is brushed. */
  const isCovered = () => display.cells !== null && store.brushed.length === 0

  function draw(): void {
    const { linked } = store
    if (!isOn() || !linked) {
      if (store.drawn) overlay.put('linked', [])
      layer = null; buffers = null; of = null; store.drawn = null
      return
    }
    const near = isNear(), zoom = map.getZoom(), touched = linked.filter.takeTouched()
    if (near && (of !== linked || colouredFor !== view.theme)) {
      buffers = pointBuffers(linked); of = linked; colouredFor = view.theme
    } else if (buffers && of === linked && layer && touched && !sendBits(layer, linked.filter.refused, touched)) {
      // The card has none of it yet: what is sent first is as it is now.
      buffers = { ...buffers }
    }
    if (of !== linked) buffers = null
    const { time } = store.filters, slot = (minute: number) => Math.round((minute - linked.slots.first) / linked.slots.minutes)
    layer = buffers && pointLayer(buffers, {
      origin: linked.table.origin, time: time ? [slot(time.from), slot(time.to) - 1] : [0, linked.slots.count],
      visible: near, radius: view.scale * Math.max(1.6, Math.min(6, 1.6 + (zoom - 11) * 0.7)), opacity: zoom >= 15 ? 0.9 : 0.65,
    })
    store.drawn = near ? 'dots' : isCovered() ? null : 'circles'
    overlay.put('linked', [
      ...circleLayers(linked, {
        version: store.version, visible: !near && !isCovered(), chosen: store.filters.cell && new Set(store.filters.cell), numbers: !store.moving,
        metresPerPixel: metresPerPixel(map), scale: view.scale, colours: tokens[view.theme],
      }),
      ...layer ? [layer] : [],
    ])
  }

  const stop = watch(() => [store.linked, store.version, store.moving, store.onMap, view.mode, view.theme, view.scale, view.camera, display.cells], draw, { immediate: true })
  const follow = () => { if (store.filters.box) store.brush('box', boxOf(map)) }
  map.on('move', follow)
  const removePicker = addPicker(reach => isOn() && isNear() ? under(store.linked!, map, reach) : [])
  return () => {
    stop()
    map.off('move', follow)
    removePicker()
  }
}

/** The chosen incidents under the pointer, nearest first. Cost: O(rows), a comparison each. */
function under({ table, filter }: Linked, map: MapLibreMap, { point, reach, box: [[west, south], [east, north]] }: Reach): DrawnFeature[] {
  const [x, y] = table.origin, found: { distance: number, feature: DrawnFeature }[] = []
  for (let row = 0; row < table.rows && found.length < 50; row++) {
    if (filter.refused[row] !== 0) continue
    const at: [number, number] = [x + table.east[row]!, y + table.north[row]!]
    if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) continue
    const screen = map.project(at), distance = Math.hypot(screen.x - point.x, screen.y - point.y)
    if (distance > reach + 5) continue
    const properties = { code: table.codes[table.code[row]!]! }
    found.push({ distance, feature: { id: table.id[row]!, source: timedLayer!, sourceLayer: timedLayer!, properties, geometry: { type: 'Point', coordinates: at } } })
  }
  return found.sort((a, b) => a.distance - b.distance).map(({ feature }) => feature)
}
