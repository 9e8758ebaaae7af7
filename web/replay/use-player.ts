import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import type { Span } from '../state/time.ts'

/** Seconds of the recording that pass in a second. */
export const speeds = [1, 10, 60] as const
export type Speed = (typeof speeds)[number]

export interface Player {
  /** The instant that is shown, epoch milliseconds. */
  at: Ref<number>
  speed: Ref<Speed>
  playing: Ref<boolean>
  ended: ComputedRef<boolean>
  toggle(): void
  /** Go to an instant, kept inside the span. */
  seek(at: number): void
}

/** A clock that runs through a span and can be held, set and made faster. It stops at the end. */
export function usePlayer(span: Span): Player {
  const at = ref(span.from)
  const speed = ref<Speed>(10)
  const playing = ref(false)
  const ended = computed(() => at.value >= span.to)
  let frame = 0
  let last = 0

  const step = (now: number) => {
    // A page in the background is given no frames: a long pause isn't made up for.
    at.value = Math.min(span.to, at.value + Math.min(now - last, 250) * speed.value)
    last = now
    if (ended.value) playing.value = false
    else frame = requestAnimationFrame(step)
  }
  function toggle(): void {
    if (ended.value) at.value = span.from
    playing.value = !playing.value
    cancelAnimationFrame(frame)
    if (!playing.value) return
    last = performance.now()
    frame = requestAnimationFrame(step)
  }
  const seek = (to: number) => { at.value = Math.max(span.from, Math.min(span.to, to)); if (ended.value) playing.value = false }
  onScopeDispose(() => cancelAnimationFrame(frame))
  return { at, speed, playing, ended, toggle, seek }
}
