import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import { layers } from '../../layers.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { useLive } from '../../state/live.ts'
import { useView } from '../../state/view.ts'
import type { StackEntry } from '../../state/view-state.ts'
import { boxOf } from '../create-map.ts'
import { grown, holds, type Box } from './box.ts'
import { cellResolution } from './resolution.ts'
import { showsCells } from './shows.ts'
import { useCells } from './store.ts'

/**
 * Callers who see exact counts of their own stations only are told others' counts at this resolution and coarser ones
 * (see publish-counts.ts on the server). Finer cells come where these would fill the screen, without the others.
 */
const publishedResolution = 8
const publishedUpTo = 13.5

/**
 * Ask for cells whenever what is looked at, filtered or changed asks for others.
 *
 * @returns stops it
 */
export function followView(map: MapLibreMap): () => void {
  const view = useView()
  const catalogue = useCatalogue()
  const cells = useCells()
  const live = useLive()
  const asked = new Map<string, { key: string, box: Box, resolution: number }>()

  return watch(() => [view.camera, view.layers, view.window, view.scale, catalogue.layers, live.recoveries] as const, () => {
    const zoom = map.getZoom()
    const seen = boxOf(map)
    for (const entry of view.layers) if (showsCells(entry, zoom)) follow(entry, zoom, seen)
  }, { deep: true, immediate: true })

  function follow(entry: StackEntry, zoom: number, seen: Box): void {
    const before = asked.get(entry.id)
    const wished = cellResolution(zoom, before?.resolution, view.scale)
    const limited = catalogue.layers[entry.id]?.small_counts && zoom < publishedUpTo
    const resolution = limited ? Math.min(wished, publishedResolution) : wished
    const time = layers[entry.id]!.time ? view.window : {}
    const key = JSON.stringify([resolution, entry.filters, time, catalogue.layers[entry.id]?.revision, live.recoveries])
    if (before?.key === key && holds(before.box, seen)) return
    // While the timeline plays, the answer that is on its way is waited for; the next step asks again.
    if (view.playing && cells.loading[entry.id]) return
    const box = grown(seen, 0.35)
    asked.set(entry.id, { key, box, resolution })
    const filters = Object.fromEntries(Object.entries(entry.filters).filter(([, value]) => value !== ''))
    void cells.ask({ layer: entry.id, resolution, query: { bbox: box.join(','), ...time, ...filters }, keepBreaks: view.playing !== null })
  }
}
