import { latLngToCell, getResolution } from 'h3-js'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { boundsOf } from '../../analyst/zones/inside.ts'
import { useDraw } from '../../draw/use-draw.ts'
import type { Overlay } from '../../map/overlay.ts'
import { fitBetweenPanels } from '../../map/fit.ts'
import { usePointing } from '../../map/pointing.ts'
import { useView } from '../../state/view.ts'
import { usePlanning } from '../store.ts'
import { beatAreas, beatLayers, circleLayers, postLayers } from './audit-layers.ts'
import { useBeats } from './beats.ts'
import { useCircles } from './circles.ts'

/**
 * Draw the chosen response circle with its gaps and what closes them, or the beats, while their tab is open; a click chooses the
 * gap or beat that it falls on.
 *
 * @returns stops it
 */
export function showAudit(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView(), planning = usePlanning(), circles = useCircles(), beats = useBeats(), draw = useDraw(), pointing = usePointing()
  const look = () => ({ theme: view.theme, scale: view.scale })
  let areas: ReturnType<typeof beatAreas> | null = null, beatAt = new Map<string, number>()

  const stops = [
    watch(() => [circles.open, circles.cells, circles.circle, circles.closure, circles.gap, circles.of, planning.stands, view.theme, view.scale], () => {
      const { cells, circle, closure, gap } = circles
      if (!circles.open || !cells || !circle) return overlay.put('circles', [])
      const closed = new Set(closure?.gap.cell.filter((_, i) => closure.gap.closed_by[i]! !== -1))
      overlay.put('circles', [
        ...circleLayers(cells, circle.rule.minutes, closed, gap, look()),
        ...circles.of === 'plan' ? postLayers('stands', planning.stands, false, look()) : [], ...closure?.closure ? postLayers('closing', closure.closure.sites, true, look()) : [],
      ])
    }, { immediate: true }),
    watch(() => beats.beats, now => {
      areas = now && beatAreas(now)
      beatAt = new Map(now?.cells.map((cell, i) => [cell, now.beat[i]!]))
    }, { immediate: true, flush: 'sync' }),
    watch(() => beats.beats, now => {
      const bounds = now && areas && boundsOf([{ type: 'MultiPolygon', coordinates: areas.areas.map(({ rings }) => rings) }])
      if (bounds && beats.open) fitBetweenPanels(map, bounds, view.scale)
    }),
    watch(() => [beats.open, beats.beats, beats.hovered, beats.chosen, view.theme, view.scale], () => {
      overlay.put('beats', beats.open && areas ? beatLayers(areas, beats.colours, beats.hovered ?? beats.chosen, look()) : [])
    }, { immediate: true }),
  ]

  const free = () => !draw.tool && !pointing.taker
  function beatUnder({ lngLat }: MapMouseEvent): number | null {
    const first = beats.open && free() ? beats.beats?.cells[0] : undefined
    return first ? beatAt.get(latLngToCell(lngLat.lat, lngLat.lng, getResolution(first))) ?? null : null
  }
  function point(event: MapMouseEvent): void {
    const under = beatUnder(event)
    if (beats.hovered !== under) beats.hovered = under
  }
  function click(event: MapMouseEvent): void {
    if (beats.open && free()) beats.chosen = beatUnder(event)
    if (!circles.open || !free() || !circles.gaps) return
    const cell = latLngToCell(event.lngLat.lat, event.lngLat.lng, 9)
    circles.gap = circles.gaps.find(({ cells }) => cells.includes(cell)) ?? null
  }
  const heard = [map.on('mousemove', point), map.on('click', click)]
  return () => {
    for (const stop of stops) stop()
    for (const subscription of heard) subscription.unsubscribe()
  }
}
