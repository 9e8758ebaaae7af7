import { latLngToCell } from 'h3-js'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { useView } from '../../state/view.ts'
import { tokens } from '../../theme/tokens.ts'
import { drawings } from '../drawings.ts'
import { metresPerPixel } from '../create-map.ts'
import type { Overlay } from '../overlay.ts'
import { cellLayers } from './deck-layers.ts'
import { cellWidthMetres } from './resolution.ts'
import { followView } from './follow.ts'
import { showsCells } from './shows.ts'
import { useCells } from './store.ts'

/**
 * Draw counts per cell with deck.gl inside the map's own stack of layers, and say which cell is pointed at.
 *
 * @returns stops it
 */
export function showCells(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView()
  const cells = useCells()
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches

  const stopFollowing = followView(map)
  const stopDrawing = watch(() => [view.camera, view.layers, view.theme, view.scale, view.playing === null, { ...cells.pictures }], () => {
    const zoom = map.getZoom()
    // Numbers of two layers on one spot would be read as one: the uppermost layer says its own.
    const uppermost = view.layers.find(entry => showsCells(entry, zoom) && cells.pictures[entry.id])?.id
    overlay.put('cells', view.layers.flatMap(entry => {
      const [picture, look] = [cells.pictures[entry.id], drawings[entry.id]?.cells]
      if (!picture || !look) return []
      return cellLayers({
        id: entry.id, picture, ramp: look.ramp, theme: view.theme, colours: tokens[view.theme],
        visible: showsCells(entry, zoom), opacity: entry.opacity, scale: view.scale,
        // Figures that change five times a second can't be read.
        numbers: entry.id === uppermost && !view.playing && cellPixels(map, picture.resolution) >= 34 * view.scale,
        passing: still ? 0 : view.playing ? 120 : 200,
      })
    }))
  }, { deep: true, immediate: true })

  function point(event: MapMouseEvent): void {
    const zoom = map.getZoom()
    const entry = view.layers.find(each => showsCells(each, zoom) && cells.pictures[each.id])
    const picture = entry && cells.pictures[entry.id]
    const slot = picture?.slots.get(latLngToCell(event.lngLat.lat, event.lngLat.lng, picture.resolution))
    const count = slot === undefined ? 0 : picture!.counts[slot]!
    cells.hovered = count === 0 ? null : { layer: entry!.id, count, ...event.point }
  }
  const leave = () => { cells.hovered = null }
  map.on('mousemove', point)
  map.on('mouseout', leave)
  // The cell moves from under a pointer that rests.
  map.on('movestart', leave)

  return () => {
    stopFollowing()
    stopDrawing()
    map.off('mousemove', point)
    map.off('mouseout', leave)
    map.off('movestart', leave)
  }
}

/** How wide a cell is on the screen, across its flats. */
const cellPixels = (map: MapLibreMap, resolution: number): number => cellWidthMetres(resolution) * Math.sqrt(3) / 2 / metresPerPixel(map)
