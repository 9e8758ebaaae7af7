import { setImmediate as afterOthers } from 'node:timers/promises'

const sliceMs = 12

/** For long work on the main thread: undefined as long as the slice lasts, then a promise to wait for while others have their turn. */
export function makeBreathe(): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < sliceMs) return undefined
    return afterOthers().then(() => { began = performance.now() })
  }
}
