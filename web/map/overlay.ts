import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Layer as DeckLayer } from '@deck.gl/core'
import type { Map as MapLibreMap } from 'maplibre-gl'

/** The one deck.gl overlay of the map, which several drawers put their layers on. */
export interface Overlay {
  /** What this drawer shows now, from the bottom up; each layer says by `beforeId` where in the map's stack it stands. */
  put(drawer: string, layers: readonly DeckLayer[]): void
  remove(): void
}

export function createOverlay(map: MapLibreMap): Overlay {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] })
  map.addControl(overlay)
  const drawn = new Map<string, readonly DeckLayer[]>()
  return {
    put(drawer, layers) {
      drawn.set(drawer, layers)
      overlay.setProps({ layers: [...drawn.values()].flat() })
    },
    remove: () => overlay.finalize(),
  }
}
