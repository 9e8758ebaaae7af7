import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, unwrap } from '../api.ts'
import type { City, Dictionaries, LayerState } from '../api-shapes.ts'
import type { Dictionary } from '../../layers/layer.ts'
import { day } from './time.ts'

/** What the server holds: the city, its dictionaries and the state of each layer. */
export const useCatalogue = defineStore('catalogue', () => {
  const city = shallowRef<City | null>(null)
  const dictionaries = shallowRef<Dictionaries | null>(null)
  const layers = ref<Record<string, LayerState>>({})
  /** The server's clock in epoch milliseconds, moved on every minute. */
  const now = ref(Date.now())
  let clockAhead = 0

  const timeZone = computed(() => city.value?.time_zone ?? 'UTC')
  /**
   * The instant that presets count back from: now, or, for a data set that ended more than two days ago, its
   * last incident.
   */
  const anchor = computed(() => {
    const until = city.value?.data_until ? Date.parse(city.value.data_until) : now.value
    return now.value - until > 2 * day ? until : now.value
  })

  /** @throws {ApiProblem} */
  async function load(): Promise<void> {
    const [cityAnswer, dictionaryAnswer, layerAnswer] = await Promise.all([
      unwrap(api.GET('/api/city')), unwrap(api.GET('/api/dictionaries')), unwrap(api.GET('/api/layers')),
    ])
    clockAhead = Date.parse(cityAnswer.now) - Date.now()
    now.value = Date.now() + clockAhead
    layers.value = Object.fromEntries(layerAnswer.layers.map(layer => [layer.id, layer]))
    dictionaries.value = dictionaryAnswer
    city.value = cityAnswer as City
  }

  /** The server's clock this very moment, in epoch milliseconds. */
  const clock = (): number => Date.now() + clockAhead

  /** Set our idea of the server's clock: a wall hangs for months, and its own clock wanders. */
  function setClock(at: number): void {
    clockAhead = at - Date.now()
    if (Math.abs(now.value - at) > 60_000) now.value = at
  }

  /** What an entry of a dictionary is called, in both languages; the bare code where it isn't listed. */
  function nameOf(dictionary: Dictionary, code: string): { zh: string, en: string } {
    const entry = dictionaries.value?.[dictionary].find(each => each.code === code)
    return entry ? { zh: entry.name, en: entry.name_en } : { zh: code, en: code }
  }

  function setRevision(layer: string, revision: number, at?: string): void {
    const state = layers.value[layer]
    if (!state || state.revision === revision) return
    layers.value[layer] = { ...state, revision, changed_at: at ?? state.changed_at }
  }

  setInterval(() => { now.value = Date.now() + clockAhead }, 60_000)

  return { city, dictionaries, layers, now, timeZone, anchor, load, clock, setClock, nameOf, setRevision }
})
