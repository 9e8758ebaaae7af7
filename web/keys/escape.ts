import { onScopeDispose, watch, type WatchSource } from 'vue'

/** What Esc closes, the topmost last. */
const stack: { close: () => void }[] = []

/**
 * While `open` holds, Esc closes this before anything that opened earlier.
 *
 * @param open   whether there is something to close
 * @param close  called once for one press
 */
export function useEscape(open: WatchSource<boolean>, close: () => void): void {
  const entry = { close }
  const leave = () => {
    const at = stack.indexOf(entry)
    if (at >= 0) stack.splice(at, 1)
  }
  watch(open, now => {
    leave()
    if (now) stack.push(entry)
  }, { immediate: true })
  onScopeDispose(leave)
}

/** Close the topmost thing. @returns whether there was one */
export function closeTopmost(): boolean {
  const top = stack.at(-1)
  top?.close()
  return top !== undefined
}
