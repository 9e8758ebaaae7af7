import { onScopeDispose, ref, watch } from 'vue'
import { playWidth } from '../../timeline/scale.ts'
import type { Filters } from './filters.ts'
import type { Linked } from './linked.ts'
import { useLinked } from './store.ts'

/** Days of the city that pass in a second. */
export const speeds = [1, 7, 30] as const
const minutesOfDay = 1440

/**
 * Where a window stands that plays through all of time: on whole slots, from the beginning again when it was at the end.
 *
 * @param passed  minutes of the city since the start
 */
export function windowAt({ first, minutes, count }: { first: number, minutes: number, count: number }, width: number, passed: number): { from: number, to: number } {
  const last = first + count * minutes - width
  const from = Math.min(first + Math.floor(passed / minutes) * minutes, last)
  return { from, to: from + width }
}

/** Lets the brushed window wander through time; map and charts follow. Where less motion is asked for, it goes a step a second. */
export function usePlay() {
  const store = useLinked()
  const playing = ref(false), speed = ref<(typeof speeds)[number]>(7)
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let frame = 0
  /** What play itself brushed last: whoever brushes something else takes over. */
  let own: Filters['time'] = null
  watch(() => store.filters.time, now => { if (playing.value && now !== own) stop() }, { flush: 'sync' })

  function start(linked: Linked): void {
    const { slots } = linked, chosen = store.filters.time, whole = slots.count * slots.minutes
    const width = chosen && chosen.to - chosen.from < whole ? chosen.to - chosen.from : Math.max(slots.minutes, Math.round(playWidth({ from: 0, to: whole * 60_000 }) / 60_000 / slots.minutes) * slots.minutes)
    let passed = chosen && chosen.to < slots.first + whole ? chosen.from - slots.first : 0, last = performance.now(), shown = 0
    playing.value = store.moving = true
    const move = (now: number) => {
      if (store.linked !== linked) return stop()
      passed += Math.max(0, now - last) / 1000 * speed.value * minutesOfDay
      last = now
      if (!still.matches || now - shown >= 1000) {
        shown = now
        const window = windowAt(slots, width, passed)
        if (window.from !== store.filters.time?.from) store.brush('time', own = window)
        if (window.to >= slots.first + whole) return stop()
      }
      frame = requestAnimationFrame(move)
    }
    frame = requestAnimationFrame(move)
  }
  function stop(): void {
    cancelAnimationFrame(frame)
    playing.value = store.moving = false
  }
  onScopeDispose(() => { if (playing.value) stop() })
  return { playing, speed, start, stop }
}
