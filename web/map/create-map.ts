import { Map as MapLibreMap, ScaleControl, setWorkerUrl, type MapOptions } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Camera } from '../state/view-state.ts'
import type { Box } from './cells/box.ts'
import type { Tokens } from '../theme/tokens.ts'

setWorkerUrl(workerUrl)

/**
 * A map with nothing on it but its ground.
 *
 * The style names no glyphs and no sprite. Without a glyph address MapLibre draws every character itself from the
 * fonts that `text-font` names, Latin letters and figures included, so nothing is fetched for words.
 *
 * @param options  what is different of a map that isn't for looking at on the screen
 */
export function createMap(container: HTMLElement, camera: Camera, colours: Tokens, options: Partial<MapOptions> = {}): MapLibreMap {
  const map = new MapLibreMap({
    container,
    center: [camera.longitude, camera.latitude],
    zoom: camera.zoom, bearing: camera.bearing, pitch: camera.pitch,
    // One request a tile beyond a layer's last zoom, not one for each of its quarters.
    zoomLevelsToOverscale: undefined as never,
    maxPitch: 70, maxZoom: 20, minZoom: 2,
    style: { version: 8, sources: {}, layers: [{ id: 'background', type: 'background', paint: { 'background-color': colours.water } }] },
    attributionControl: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    ...options,
  })
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left')
  return map
}

/** Where the map looks. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return { longitude: lng, latitude: lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}

/** What the map shows, kept inside what Web Mercator holds; towards the horizon of a tilted map it ends with the picture. */
export function boxOf(map: MapLibreMap): Box {
  const bounds = map.getBounds()
  const inside = (degrees: number, most: number) => Math.max(-most, Math.min(most, degrees))
  return [inside(bounds.getWest(), 180), inside(bounds.getSouth(), 85), inside(bounds.getEast(), 180), inside(bounds.getNorth(), 85)]
}

/** How many metres a pixel in the middle of the map is wide. */
export const metresPerPixel = (map: MapLibreMap): number =>
  40_075_016.686 * Math.cos(map.getCenter().lat * Math.PI / 180) / (512 * 2 ** map.getZoom())
