import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import { layers } from '../layers.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { useView } from '../state/view.ts'
import { tokens } from '../theme/tokens.ts'
import { drawings } from './drawings.ts'
import { firstZoom } from './reconcile.ts'

const beats = 3
const beatMilliseconds = 900

/**
 * New things pulse three times and stop: whenever a layer that declares `pulse` changes, those that are newer than
 * its change before.
 *
 * @returns stops it
 */
export function runPulse(map: MapLibreMap): () => void {
  const catalogue = useCatalogue()
  const view = useView()
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const endings: (() => void)[] = []
  for (const [id, { pulse }] of Object.entries(drawings)) if (pulse && !still) {
    endings.push(watch(() => catalogue.layers[id]?.changed_at, (_, before) => {
      if (before && view.entryOf(id)?.visible && map.getSource(id)) beat(id, pulse, Date.parse(before) / 1000)
    }))
  }
  return () => { for (const end of endings) end() }

  function beat(id: string, property: string, since: number): void {
    const name = `${id}/pulse`
    const colour = tokens[view.theme].accent
    if (!map.getLayer(name)) {
      map.addLayer({
        id: name, type: 'circle', source: id, 'source-layer': id, minzoom: firstZoom(layers[id]!),
        paint: { 'circle-color': 'transparent', 'circle-stroke-width': 2 * view.scale },
      })
    }
    map.setFilter(name, ['>', ['to-number', ['get', property]], since])
    map.setPaintProperty(name, 'circle-stroke-color', colour)
    map.setLayoutProperty(name, 'visibility', 'visible')
    const start = performance.now()
    const frame = (now: number) => {
      const passed = (now - start) / beatMilliseconds
      if (passed >= beats || !map.getLayer(name)) return void (map.getLayer(name) && map.setLayoutProperty(name, 'visibility', 'none'))
      const phase = passed % 1
      map.setPaintProperty(name, 'circle-radius', (10 + 26 * phase) * view.scale)
      map.setPaintProperty(name, 'circle-stroke-opacity', 1 - phase)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }
}
