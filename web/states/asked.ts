import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { troubleOf, type Trouble } from './trouble.ts'

export interface Asked<T> {
  /** The last good answer; it stays while a newer one is on its way or fails. */
  answer: ShallowRef<T | null>
  trouble: ShallowRef<Trouble | null>
  waiting: Ref<boolean>
  /** Waiting for more than a second: time to say so. */
  late: Ref<boolean>
  /** Ask (again). An earlier question still on its way is dropped. */
  ask(): Promise<void>
  /** Drop the question; the last answer stays. */
  stop(): void
  /** Drop the question and forget the answer. */
  clear(): void
}

/** A question to the server whose waiting, failing and repeating a view can show. */
export function useAsked<T>(question: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const answer = shallowRef<T | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  const waiting = ref(false)
  const late = ref(false)
  let current: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    current?.abort()
    current = null
    clearTimeout(timer)
    waiting.value = late.value = false
  }
  onScopeDispose(stop)

  async function ask(): Promise<void> {
    stop()
    const mine = current = new AbortController()
    waiting.value = true
    timer = setTimeout(() => { late.value = true }, 1000)
    try {
      const found = await question(mine.signal)
      if (mine !== current) return
      answer.value = found
      trouble.value = null
    } catch (error) {
      if (mine !== current) return
      trouble.value = troubleOf(error)
    }
    stop()
  }

  return { answer, trouble, waiting, late, ask, stop, clear: () => { stop(); answer.value = null; trouble.value = null } }
}
