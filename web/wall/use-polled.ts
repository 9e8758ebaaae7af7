import { onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import { ApiProblem } from '../api.ts'

/** An answer that is asked for again, now and then and when something tells that it changed. */
export interface Polled<T> {
  /** The last good one; it stays while the next fails, and is as old as it says. */
  answer: ShallowRef<T | null>
  /** The server has no such thing, or not for this account: leave its place empty. */
  absent: ShallowRef<boolean>
}

/**
 * @param milliseconds  between two questions when nothing happens
 * @param also  what makes it ask at once, but not more than every two seconds
 */
export function usePolled<T>(question: () => Promise<T>, milliseconds: number, also: WatchSource): Polled<T> {
  const answer = shallowRef<T | null>(null)
  const absent = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let [ended, hurried] = [false, false]

  async function ask(): Promise<void> {
    clearTimeout(timer)
    hurried = false
    try {
      answer.value = await question()
      absent.value = false
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) absent.value = true
    }
    if (!ended && !hurried) timer = setTimeout(() => void ask(), milliseconds)
  }
  // One that waits already is not put off: where things happen all the time it would never come.
  const soon = () => {
    if (hurried) return
    hurried = true
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), 2_000)
  }
  watch(also, soon)
  void ask()
  onScopeDispose(() => { ended = true; clearTimeout(timer) })
  return { answer, absent }
}
