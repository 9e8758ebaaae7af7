import { onScopeDispose, ref, watch, type Ref } from 'vue'

/**
 * Whether something has been going on for 300 milliseconds: answers that come at once flash no progress.
 *
 * @param since  when it began, by any clock; undefined while nothing goes on
 */
export function useLate(since: () => number | undefined): Ref<boolean> {
  const late = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(since, now => {
    clearTimeout(timer)
    late.value = false
    if (now !== undefined) timer = setTimeout(() => { late.value = true }, 300)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return late
}
