import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { api, isAbort, unwrap } from '../api.ts'
import { withFilters, type Bin } from '../api-shapes.ts'
import { layers } from '../layers.ts'
import { ranked } from '../map/drawings.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { useLive } from '../state/live.ts'
import type { Span } from '../state/time.ts'
import { useView } from '../state/view.ts'
import { barAt, barEdges, binOf } from './scale.ts'

export interface Bars {
  span: Span
  bin: Bin
  /** Epoch milliseconds at which each bar begins, and, as the last one, at which the last bar ends. */
  edges: number[]
  counts: number[]
  total: number
  asOf: number
}

/** The layer whose rhythm the timeline shows: of those with a time, the one that draws itself foremost. */
export const timedLayer = ranked.findLast(id => layers[id]?.time)

/** Counts over time in a span, under that layer's filters; asked again when one of them or the layer changes. */
export function useHistogram(span: ComputedRef<Span>) {
  const view = useView()
  const catalogue = useCatalogue()
  const live = useLive()
  const bars = shallowRef<Bars | null>(null)
  const failed = shallowRef(false)
  let running: AbortController | undefined

  const filters = computed(() => Object.fromEntries(
    Object.entries(view.entryOf(timedLayer ?? '')?.filters ?? {}).filter(([, value]) => value !== '')))

  watch(() => [span.value.from, span.value.to, JSON.stringify(filters.value), catalogue.layers[timedLayer ?? '']?.revision, live.recoveries], ask, { immediate: true })

  async function ask(): Promise<void> {
    if (!timedLayer || !catalogue.city) return
    running?.abort()
    running = new AbortController()
    const asked = { ...span.value }
    try {
      const answer = await unwrap(api.GET('/api/histogram/{layer}', {
        params: {
          path: { layer: timedLayer },
          query: withFilters({ from: new Date(asked.from).toISOString(), to: new Date(asked.to).toISOString(), bin: binOf(asked) }, filters.value),
        },
        signal: running.signal,
      }))
      const bin = binOf(asked)
      const edges = barEdges(asked, bin, catalogue.timeZone)
      const counts = edges.slice(1).map(() => 0)
      // The first bar of the answer may begin before the span: its rows don't.
      answer.starts.forEach((start, i) => { counts[barAt(edges, Date.parse(start))]! += answer.counts[i]! })
      bars.value = { span: asked, bin, edges, counts, total: answer.total, asOf: catalogue.now }
      failed.value = false
    } catch (error) {
      if (!isAbort(error)) failed.value = true
    }
  }

  return { bars, failed }
}
