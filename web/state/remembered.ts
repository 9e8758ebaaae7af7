import { ref, watch, type Ref } from 'vue'

/**
 * A choice that this browser keeps between visits.
 *
 * @param allowed  what counts; anything else that was stored is ignored
 */
export function remembered<T extends string>(key: string, allowed: readonly T[], otherwise: T): Ref<T> {
  const stored = read(key)
  const choice = ref(allowed.includes(stored as T) ? stored as T : otherwise) as Ref<T>
  watch(choice, value => write(key, value))
  return choice
}

// A browser may refuse storage (private windows, kiosks): the choice then lasts as long as the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch { /* see above */ }
}
