import { defineStore } from 'pinia'
import { ref, shallowReactive } from 'vue'
import { api, isAbort, unwrap } from '../../api.ts'
import { withFilters } from '../../api-shapes.ts'
import type { CellPicture } from './picture.ts'
import { nextPicture } from './picture.ts'

export interface CellQuestion {
  layer: string
  resolution: number
  /** As the server takes it: bbox, from, to and the layer's filters. */
  query: Record<string, string>
  keepBreaks: boolean
}

/** The cells that are drawn, by layer, and whether newer ones are on their way. */
export const useCells = defineStore('cells', () => {
  const pictures = shallowReactive<Record<string, CellPicture>>({})
  const loading = shallowReactive<Record<string, boolean>>({})
  const failed = shallowReactive<Record<string, boolean>>({})
  /** What is hovered: the cell's layer, its count (-1: hidden) and where the pointer is, in pixels of the map. */
  const hovered = ref<{ layer: string, count: number, x: number, y: number } | null>(null)
  const running = new Map<string, AbortController>()

  /** Ask for a layer's cells; an earlier question that is still open is dropped. The old picture stays until then. */
  async function ask({ layer, resolution, query, keepBreaks }: CellQuestion): Promise<void> {
    running.get(layer)?.abort()
    const control = new AbortController()
    running.set(layer, control)
    loading[layer] = true
    try {
      const answer = await unwrap(api.GET('/cells/{layer}', {
        params: { path: { layer }, query: withFilters({ res: String(resolution) }, query) }, signal: control.signal,
      }))
      pictures[layer] = nextPicture(pictures[layer], answer, keepBreaks)
      failed[layer] = false
    } catch (error) {
      if (!isAbort(error)) failed[layer] = true
    } finally {
      if (running.get(layer) === control) {
        running.delete(layer)
        loading[layer] = false
      }
    }
  }

  return { pictures, loading, failed, hovered, ask }
})
