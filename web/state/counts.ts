import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { api, isAbort, unwrap } from '../api.ts'
import type { AreaLayer } from '../api-shapes.ts'
import { useCatalogue } from './catalogue.ts'
import { useLive } from './live.ts'
import { useView } from './view.ts'
import { useMapBounds } from './bounds.ts'

const pause = 400

/** How many of each layer that is on lie in what the map shows. */
export const useCounts = defineStore('counts', () => {
  const view = useView()
  const catalogue = useCatalogue()
  const bounds = useMapBounds()
  const live = useLive()
  const byLayer = shallowRef<Record<string, AreaLayer>>({})
  /** Epoch milliseconds of the server's clock; null before the first answer. */
  const asOf = shallowRef<number | null>(null)
  const failed = shallowRef(false)
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(() => [bounds.box, view.layers.filter(({ visible }) => visible).map(({ id, filters }) => [id, filters]), view.window, catalogue.layers, live.recoveries], () => {
    clearTimeout(timer)
    if (!view.playing) timer = setTimeout(() => void count(), pause)
  }, { deep: true, immediate: true })

  async function count(): Promise<void> {
    const entries = view.layers.filter(entry => entry.visible)
    if (!bounds.box || entries.length === 0) return
    running?.abort()
    running = new AbortController()
    const [west, south, east, north] = bounds.box
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    try {
      const { layers } = await unwrap(api.POST('/api/area', {
        body: {
          geometry: { type: 'Polygon', coordinates: [ring] }, layers: entries.map(({ id }) => id), ...view.window,
          filters: Object.fromEntries(entries.map(({ id, filters }) => [id, Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))])),
        },
        signal: running.signal,
      }))
      byLayer.value = Object.fromEntries(layers.map(layer => [layer.id, layer]))
      asOf.value = catalogue.now
      failed.value = false
    } catch (error) {
      // The figures that are there stay, with the time that they are of.
      if (!isAbort(error)) failed.value = true
    }
  }

  return { byLayer, asOf, failed }
})
