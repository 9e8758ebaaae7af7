import type { Map as MapLibreMap } from 'maplibre-gl'
import { showLinked } from '../analyst/linked/map/show.ts'
import { showCoverage } from '../coverage/show.ts'
import { showAnalysis } from '../analyst/map/show-analysis.ts'
import { showHappenings } from '../live/draw/happenings.ts'
import { showUnits } from '../live/draw/show-units.ts'
import { showPlanning } from '../planning/map/show-planning.ts'
import { showCells } from './cells/show.ts'
import { createOverlay } from './overlay.ts'

/**
 * All that deck.gl draws, on one overlay.
 *
 * @returns stops it
 */
export function runDrawers(map: MapLibreMap): () => void {
  const overlay = createOverlay(map)
  const endings = [showCells(map, overlay), showCoverage(map, overlay), showAnalysis(map, overlay), showLinked(map, overlay), showPlanning(map, overlay), showUnits(map, overlay), showHappenings(map, overlay)]
  return () => {
    for (const end of endings) end()
    overlay.remove()
  }
}
