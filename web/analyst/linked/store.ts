import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowReactive, shallowRef } from 'vue'
import { remembered } from '../../state/remembered.ts'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import type { Selection } from '../types.ts'
import { apply, noFilters, type FilterName, type Filters } from './filters.ts'
import { link, type Linked } from './linked.ts'
import { readColumns, type BytesProgress } from './read-columns.ts'

export type LoadState = { kind: 'idle' } | { kind: 'loading', bytes: BytesProgress } | { kind: 'done' } | { kind: 'trouble', trouble: Trouble }

/** The chosen incidents in the browser, and what of them is brushed. Every chart and the map read it. */
export const useLinked = defineStore('linked', () => {
  const linked = shallowRef<Linked | null>(null)
  const state = shallowRef<LoadState>({ kind: 'idle' })
  const filters = shallowReactive(noFilters())
  /** Moves on whenever counts changed: what is drawn from `linked.filter` depends on it. */
  const version = ref(0)
  /** A hand is on a brush, or the window plays: what can't keep up waits for the end. */
  const moving = ref(false)
  /** What the map shows of them at its zoom; null where nothing. */
  const drawn = ref<'circles' | 'dots' | null>(null)
  const onMap = remembered('analyst-points', ['on', 'off'], 'on')
  const brushed = computed(() => (Object.keys(filters) as FilterName[]).filter(name => filters[name] !== null))
  const waiting = new Set<FilterName>()
  /** The selection that is held, as text. */
  let held = ''
  let control: AbortController | null = null, frame = 0

  /** Read a selection's incidents; what is brushed stays brushed. An earlier reading is dropped. */
  async function load(selection: Selection): Promise<void> {
    control?.abort()
    const mine = control = new AbortController()
    state.value = { kind: 'loading', bytes: { done: 0, total: 0 } }
    try {
      const table = await readColumns(selection, mine.signal, bytes => { if (mine === control) state.value = { kind: 'loading', bytes } })
      if (mine !== control) return
      const made = link(table)
      for (const name of Object.keys(filters) as FilterName[]) if (filters[name]) apply(made, filters, name)
      linked.value = made
      held = JSON.stringify(selection)
      version.value++
      state.value = { kind: 'done' }
    } catch (error) {
      if (mine === control) state.value = { kind: 'trouble', trouble: troubleOf(error) }
    }
  }

  /** Brush one chart; many moves of a hand within a frame are one step. */
  function brush<Name extends FilterName>(name: Name, value: Filters[Name]): void {
    filters[name] = value
    waiting.add(name)
    frame ||= requestAnimationFrame(step)
  }

  function step(): void {
    frame = 0
    if (!linked.value) return waiting.clear()
    const start = performance.now()
    for (const name of waiting) apply(linked.value, filters, name)
    waiting.clear()
    version.value++
    // Read by the benchmark; one is kept, so that a long session doesn't gather them.
    void nextTick(() => {
      performance.clearMeasures('linked step')
      performance.measure('linked step', { start })
    })
  }

  function clear(): void {
    for (const name of Object.keys(filters) as FilterName[]) if (filters[name]) brush(name, null)
  }

  return {
    linked, state, filters, version, moving, drawn, onMap, brushed, load, brush, clear,
    /** Whether this selection's incidents are here; newer ones may have come since. */
    holds: (selection: Selection): boolean => linked.value !== null && held === JSON.stringify(selection),
    cancel(): void {
      control?.abort()
      control = null
      state.value = linked.value ? { kind: 'done' } : { kind: 'idle' }
    },
  }
})
