import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import type { Overlay } from '../../map/overlay.ts'
import { fitBetweenPanels } from '../../map/fit.ts'
import { usePointing } from '../../map/pointing.ts'
import { useView } from '../../state/view.ts'
import { discLayers, discsOf, tourLayers, type Disc } from './patrol-layers.ts'
import { usePatrols } from './store.ts'
import { lineOf, toursOfStops } from './tours.ts'

/** How near to the middle of a stop's disc the pointer means it, in pixels. */
const reach = 14

/**
 * Draw the patrol that is looked at, or the stops of the form, while the tab is open; what is pointed at stands out.
 *
 * @returns stops it
 */
export function showPatrols(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView(), patrols = usePatrols(), pointing = usePointing()
  const look = () => ({ theme: view.theme, scale: view.scale })
  const shown = () => patrols.open && patrols.page === 'patrol' ? patrols.patrol : null

  const stops = [
    watch(() => [patrols.open, patrols.page, patrols.patrol, patrols.form.stops, patrols.tour, patrols.stop, view.theme, view.scale], () => {
      const patrol = shown()
      if (patrol) return overlay.put('patrols', [...tourLayers(patrol, patrols.tour, look()), ...discLayers(discsOf(patrol, patrols.tour, patrols.stop), look())])
      const asked = patrols.open && patrols.page === 'form' ? patrols.form.stops : []
      overlay.put('patrols', discLayers(asked.map(({ longitude, latitude }): Disc => ({ at: [longitude, latitude], colour: null, dim: false, lit: false })), look()))
    }, { immediate: true }),
    // Another one is brought into sight; the same drawn anew, or published, stays where it is looked at.
    watch(() => shown(), (now, before) => {
      if (!now || before && before.stops.length === now.stops.length && before.stops.every(({ longitude, latitude }, i) => longitude === now.stops[i]!.longitude && latitude === now.stops[i]!.latitude)) return
      const points = [...now.stops.map(({ longitude, latitude }): [number, number] => [longitude, latitude]), ...now.tours.flatMap(tour => lineOf(tour, now.stops))]
      if (!points.length) return
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
      fitBetweenPanels(map, [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]], view.scale)
    }),
  ]

  function point(event: MapMouseEvent): void {
    const patrol = shown()
    if (!patrol || pointing.taker) return
    const distances = patrol.stops.map(({ longitude, latitude }) => { const { x, y } = map.project([longitude, latitude]); return Math.hypot(x - event.point.x, y - event.point.y) })
    const near = distances.reduce<number | null>((best, distance, i) => distance <= reach * view.scale && (best === null || distance < distances[best]!) ? i : best, null)
    if (near === patrols.stop) return
    patrols.stop = near
    patrols.tour = near === null ? null : toursOfStops(patrol)[near]!
  }
  const heard = map.on('mousemove', point)
  return () => {
    for (const stop of stops) stop()
    heard.unsubscribe()
  }
}
