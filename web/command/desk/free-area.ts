import type { Map as MapLibreMap } from 'maplibre-gl'

/** What queue, desk and bars leave free of the map, as distances from its edges in pixels; on a phone what is above the sheet. */
export function freeArea(map: MapLibreMap): { top: number, right: number, bottom: number, left: number } {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const pixel = Math.max(1, height / 1440)
  return width <= 720 ? { top: 40, right: 40, bottom: Math.round(height * 0.62), left: 40 } : { top: 60, right: 490 * pixel, bottom: 70, left: 360 * pixel }
}

/** Whether all of these positions, degrees, can be seen beside the panels. */
export function inFreeArea(map: MapLibreMap, positions: readonly (readonly [number, number])[]): boolean {
  const { clientWidth: width, clientHeight: height } = map.getContainer(), { top, right, bottom, left } = freeArea(map)
  return positions.every(position => {
    const { x, y } = map.project([...position])
    return x >= left && x <= width - right && y >= top && y <= height - bottom
  })
}

/** Near enough to tell one street from the next. */
const streetZoom = 13.5

/** Show a place beside the panels, with the streets around it; a map that shows it so already stays. */
export function showBesidePanels(map: MapLibreMap, place: [number, number]): void {
  if (map.getZoom() >= streetZoom && inFreeArea(map, [place])) return
  const { clientWidth: width, clientHeight: height } = map.getContainer(), { top, right, bottom, left } = freeArea(map)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const offset: [number, number] = [(left + width - right) / 2 - width / 2, (top + height - bottom) / 2 - height / 2]
  map.easeTo({ center: place, zoom: Math.max(map.getZoom(), streetZoom), offset, duration: still ? 0 : 700, essential: true })
}
