import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Overlay } from '../../map/overlay.ts'
import { showDemand } from '../ask/show-demand.ts'
import { showAudit } from '../audit/show-audit.ts'
import { showPatrols } from '../patrols/show-patrols.ts'
import { showPlan } from '../plan/show-plan.ts'

/**
 * Draw what the planner's mode has on the map. Each part draws while its tab of the store is open and the mode is on.
 *
 * @returns stops it
 */
export function showPlanning(map: MapLibreMap, overlay: Overlay): () => void {
  const endings = [showDemand, showPlan, showAudit, showPatrols].map(show => show(map, overlay))
  return () => { for (const end of endings) end() }
}
