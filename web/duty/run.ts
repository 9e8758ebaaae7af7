import { onScopeDispose, watch, type Ref } from 'vue'
import { ring } from './ring.ts'
import { listen } from './stream.ts'
import { useDuty } from './use-duty.ts'
import { usePosition } from './use-position.ts'
import { useWay } from './use-way.ts'
import { useWorker } from './worker.ts'

/** So often the phone asks anyhow, should the stream be silent. */
const calmMilliseconds = 20_000
const [leastRetry, mostRetry] = [2_000, 60_000]

/**
 * Keep the duty up to date while the caller is on the screen: at once when the signal comes back, the page is looked at or the
 * stream says so; otherwise by a timer, ever more slowly while nobody answers.
 *
 * @returns whether a newer version of the page waits for the next time it is opened
 */
export function runDuty(): Ref<boolean> {
  const duty = useDuty()
  let pause = leastRetry
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (() => void) | undefined

  const attempt = async () => {
    clearTimeout(timer)
    if (duty.phase === 'unreachable') await duty.enter()
    else await duty.sync()
    clearTimeout(timer)
    const silent = duty.silentSince !== null || duty.trouble !== null
    timer = setTimeout(() => void attempt(), silent ? pause : calmMilliseconds)
    pause = silent ? Math.min(mostRetry, pause * 2) : leastRetry
  }
  const now = () => { pause = leastRetry; void attempt() }
  const onVisible = () => { if (document.visibilityState === 'visible') now() }
  addEventListener('online', now)
  document.addEventListener('visibilitychange', onVisible)

  watch(() => duty.phase, phase => {
    clearTimeout(timer)
    if (phase === 'in' && !stop) stop = listen(heard => {
      if (heard.name === 'deployment' || heard.name === 'patrols') duty.forgetTonight()
      const { unit, task } = duty.shown ?? {}
      // The stream tells of everybody; a phone asks only for what is its own.
      const mine = heard.name === 'hello' || heard.name === 'roll_call' || heard.name === 'deployment' || heard.name === 'patrols'
        || (heard.name === 'task' && heard.data.unit_id === unit?.id) || (heard.name === 'unit' && heard.data.id === unit?.id)
        || (heard.name === 'incident' && heard.data.id === task?.id)
      if (mine) now()
    })
    if (phase !== 'in') { stop?.(); stop = undefined }
    if (phase === 'in' || phase === 'unreachable') timer = setTimeout(() => void attempt(), pause)
  })
  watch(() => duty.copy?.duty.task?.assignment.id, id => { if (id && !duty.shown?.task?.assignment.accepted_at) ring() })
  watch(() => duty.copy?.duty.roll_call?.id, id => { if (id) ring() })

  usePosition().run()
  useWay().run()
  onScopeDispose(() => {
    clearTimeout(timer)
    stop?.()
    removeEventListener('online', now)
    document.removeEventListener('visibilitychange', onVisible)
  })
  return useWorker()
}
