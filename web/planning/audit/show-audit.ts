import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Overlay } from '../../map/overlay.ts'

/** @returns stops it */
export function showAudit(_map: MapLibreMap, _overlay: Overlay): () => void {
  return () => {}
}
