import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useLive } from '../state/live.ts'
import { useView } from '../state/view.ts'
import { readScreens, type Screen } from './api.ts'

/** What a wall does that nobody set up. */
const plain: Omit<Screen, 'id' | 'name' | 'name_en'> = {
  views: [], layers: '', time: '24h', tour_seconds: 0, follow: true, pull_seconds: 25, night: null, response_rule_id: null,
}

/** The screens that are set up, and the one that this is. */
export const useScreens = defineStore('screens', () => {
  const live = useLive()
  const view = useView()
  const all = shallowRef<Screen[]>([])
  const known = shallowRef(false)
  /** Without an id in the address: the first that is set up, or a plain one. */
  const current = computed<Screen>(() =>
    all.value.find(({ id }) => id === view.screen) ?? (view.screen === null ? all.value[0] : undefined) ?? { ...plain, id: view.screen ?? '1', name: '', name_en: '' })
  /** Whether somebody set up what this one shows. */
  const setUp = computed(() => all.value.includes(current.value))
  /** The address names one that isn't set up. */
  const missing = computed(() => known.value && view.screen !== null && !all.value.some(({ id }) => id === view.screen))

  live.on('settings', ({ what }) => { if (what === 'wall_screens') void load() })
  watch(() => live.recoveries, () => void load())

  async function load(): Promise<void> {
    try {
      all.value = (await readScreens()).screens
      known.value = true
    } catch {
      setTimeout(() => void load(), 5_000)
    }
  }

  return { all, current, setUp, missing, load }
})
