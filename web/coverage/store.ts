import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { ApiProblem, isAbort } from '../api.ts'
import { useLive } from '../state/live.ts'
import { voidAreas } from './areas.ts'
import { readCoverage, readResponseRules, type CoverageNow, type ResponseRule } from './api.ts'

const retryMilliseconds = 5_000

/** Coverage under the rule that is chosen, as it changes; nothing is asked while it is off. */
export const useCoverage = defineStore('coverage', () => {
  const live = useLive()
  const rules = shallowRef<ResponseRule[]>([])
  const ruleId = ref<number | null>(null)
  const now = shallowRef<CoverageNow | null>(null)
  const loading = ref(false)
  const failed = ref<ApiProblem | null>(null)
  /** The void that was clicked: a cell of it, and where. */
  const chosen = ref<{ cell: string, longitude: number, latitude: number } | null>(null)
  const on = computed(() => ruleId.value !== null)
  const areas = computed(() => now.value ? voidAreas(now.value.void) : [])
  const areaByCell = computed(() => new Map(areas.value.flatMap(area => area.cells.map(cell => [cell, area] as const))))
  let running: AbortController | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  live.on('coverage', ({ rule_id }) => { if (rule_id === ruleId.value) void read() })
  live.on('settings', ({ what }) => { if (what === 'response_rules') void readRules() })
  watch(() => [ruleId.value, live.recoveries], () => void read())
  watch(ruleId, () => { now.value = null; chosen.value = null })

  async function readRules(): Promise<void> {
    try {
      rules.value = (await readResponseRules()).rules.filter(({ enabled }) => enabled)
      if (ruleId.value !== null && !rules.value.some(({ id }) => id === ruleId.value)) ruleId.value = null
    } catch {
      setTimeout(() => void readRules(), retryMilliseconds)
    }
  }

  async function read(): Promise<void> {
    clearTimeout(retry)
    running?.abort()
    const id = ruleId.value
    if (id === null) { failed.value = null; return }
    const control = running = new AbortController()
    loading.value = true
    try {
      now.value = await readCoverage(id, control.signal)
      failed.value = null
    } catch (error) {
      if (isAbort(error)) return
      failed.value = error instanceof ApiProblem ? error : new ApiProblem({ type: 'about:blank', title: 'no answer', status: 0 })
      retry = setTimeout(() => void read(), retryMilliseconds)
    } finally {
      if (running === control) loading.value = false
    }
  }

  /** The widest circle of force first: the one that says whether anybody comes in time. */
  const usual = computed(() => rules.value.filter(rule => rule.tied_to === 'force').toSorted((a, b) => b.minutes - a.minutes)[0] ?? rules.value[0])
  function toggle(): void { ruleId.value = ruleId.value === null ? usual.value?.id ?? null : null }

  return { rules, ruleId, now, loading, failed, chosen, on, areas, areaByCell, readRules, read, toggle }
})
