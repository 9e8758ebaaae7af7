import type { Map as MapLibreMap } from 'maplibre-gl'

/** Bring into sight what lies within [[west, south], [east, north]], between the panels at both sides, no nearer than zoom 14.8. */
export function fitBetweenPanels(map: MapLibreMap, bounds: [[number, number], [number, number]], scale: number): void {
  map.fitBounds(bounds, { padding: paddingOf(map, scale), maxZoom: 14.8, duration: 200 })
}

/** What the panels at both sides leave free; on a phone the sheet covers the lower part. */
function paddingOf(map: MapLibreMap, scale: number): { top: number, bottom: number, left: number, right: number } {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  if (width <= 720) return { top: 24, bottom: Math.round(height * 0.66), left: 24, right: 24 }
  return { top: 48 * scale, bottom: 72 * scale, left: 352 * scale, right: 492 * scale }
}
