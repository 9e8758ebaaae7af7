import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import { useCatalogue } from '../state/catalogue.ts'
import { useView } from '../state/view.ts'

/** Show the base map that is chosen. Its code comes only when there is one. @returns stops it */
export function runBaseMap(map: MapLibreMap): () => void {
  const view = useView()
  const catalogue = useCatalogue()
  let shown = ''
  return watch(() => view.base, async id => {
    if (id === shown) return
    shown = id
    const { showBaseMap } = await import('./base-maps.ts')
    await showBaseMap(map, catalogue.city?.base_maps.find(base => base.id === id))
  }, { immediate: true })
}
