import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { Trouble } from '../states/trouble.ts'
import { useQuestion } from './question.ts'

/** What is wrong with a field, by the path of its pointer beneath the body: `selection/to`, `parameters/steps`. */
type FaultAt = (path: string) => string | null

const key: InjectionKey<ComputedRef<FaultAt>> = Symbol('faults')

/**
 * Hand what the server refuses to the fields below: of the run as long as its question stands, and of what was asked meanwhile.
 *
 * @param others  troubles of other questions over the same selection
 */
export function provideFaults(others: () => (Trouble | null)[]): void {
  const store = useQuestion()
  provideFaultsOf(() => [store.state.kind === 'trouble' && !store.changed ? store.state.trouble : null, ...others()])
}

/** The same for another panel that has the fields of a selection. */
export function provideFaultsOf(troubles: () => (Trouble | null)[]): void {
  const faultAt = computed<FaultAt>(() => {
    const faults = troubles().flatMap(trouble => trouble?.faults ?? [])
    return path => faults.find(({ pointer }) => pointer.replace(/^\/body\//, '') === path || pointer.startsWith(`/body/${path}/`))?.detail ?? null
  })
  provide(key, faultAt)
}

export function useFaults(): ComputedRef<FaultAt> {
  const faultAt = inject(key)
  if (!faultAt) throw new Error('useFaults() is called outside of the question panel')
  return faultAt
}
