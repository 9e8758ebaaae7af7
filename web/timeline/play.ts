import { onScopeDispose, ref } from 'vue'
import { hour, type Span } from '../state/time.ts'
import { useView } from '../state/view.ts'
import { playedWindow, playWidth } from './scale.ts'

/** Hours of the city that pass in a second. */
export const speeds = [1, 10, 60] as const
export type Speed = (typeof speeds)[number]

const frameMilliseconds = 200

/** Lets the window wander through the span; what is drawn follows `view.playing`. */
export function usePlay(through: () => Span) {
  const view = useView()
  const speed = ref<Speed>(10)
  let timer: ReturnType<typeof setInterval> | undefined
  let passed = 0

  function start(): void {
    const span = { ...through() }
    const chosen = view.span
    const isPart = chosen.from >= span.from && chosen.to <= span.to && chosen.to - chosen.from < span.to - span.from
    const width = isPart ? chosen.to - chosen.from : playWidth(span)
    passed = isPart ? chosen.from - span.from : 0
    if (span.from + passed + width >= span.to) passed = 0
    let last = performance.now()
    view.playing = { window: playedWindow(span, width, passed), through: span }
    timer = setInterval(() => {
      const now = performance.now()
      passed += (now - last) / 1000 * speed.value * hour
      last = now
      const window = playedWindow(span, width, passed)
      if (view.playing && window.from !== view.playing.window.from) view.playing = { window, through: span }
      if (window.to >= span.to) stop()
    }, frameMilliseconds)
  }

  /** The window stays where it stopped. */
  function stop(): void {
    clearInterval(timer)
    timer = undefined
    if (view.playing) view.time = { ...view.playing.window }
    view.playing = null
  }

  onScopeDispose(() => { clearInterval(timer); view.playing = null })
  return { speed, start, stop }
}
