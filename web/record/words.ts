import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import { useCatalogue } from '../state/catalogue.ts'
import { useView } from '../state/view.ts'
import type { Clock } from './age.ts'
import type { Words } from './value.ts'

/** The clock of the server in the city's time zone and the language of the page. */
export function useClock(): ComputedRef<Clock> {
  const catalogue = useCatalogue()
  const view = useView()
  return computed(() => ({ now: new Date(catalogue.now), timeZone: catalogue.timeZone, locale: view.language }))
}

/** The same, moved on every second while a view uses it: for ages of things that move. */
export function useTickingClock(): ComputedRef<Clock> {
  const catalogue = useCatalogue()
  const view = useView()
  const now = ref(catalogue.clock())
  const timer = setInterval(() => { now.value = catalogue.clock() }, 1000)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => ({ now: new Date(now.value), timeZone: catalogue.timeZone, locale: view.language }))
}

/** The clock and the city's dictionaries, for saying values. */
export function useWords(): ComputedRef<Words> {
  const catalogue = useCatalogue()
  const clock = useClock()
  return computed(() => {
    const { dictionaries } = catalogue
    return {
      clock: clock.value,
      dictionary: (name, code) => dictionaries?.[name].find(entry => entry.code === code),
      station: id => dictionaries?.stations.find(station => station.id === id),
    }
  })
}
