import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { ApiProblem } from '../api.ts'
import { acknowledgeAlert, readOpenAlerts } from '../live/api.ts'
import type { Alert } from '../state/live-events.ts'
import { useLive } from '../state/live.ts'
import { afterAlert, inOrder, isWaiting } from './alert-list.ts'
import { useSound } from './sound.ts'

const retryMilliseconds = 5_000

/** Alerts that hold now, worst first; sounded as they come. */
export const useAlerts = defineStore('alerts', () => {
  const live = useLive()
  const sound = useSound()
  const open = shallowRef<Alert[]>([])
  /** False until the server answered, and where it has no alerts. */
  const available = ref(false)
  const failed = ref(false)
  const waiting = computed(() => open.value.filter(isWaiting))
  let timer: ReturnType<typeof setTimeout> | undefined

  live.on('alert', event => {
    open.value = afterAlert(open.value, event)
    if (event.sound && (event.change === 'raised' || event.change === 'escalated')) sound.play(event.change === 'escalated' ? 1 : event.grade)
  })
  live.on('hello', () => void read())
  watch(() => live.recoveries, () => void read())

  async function read(): Promise<void> {
    clearTimeout(timer)
    try {
      open.value = inOrder((await readOpenAlerts()).alerts)
      available.value = true
      failed.value = false
    } catch (error) {
      const refused = error instanceof ApiProblem && (error.status === 403 || error.status === 404)
      if (refused) return
      failed.value = true
      timer = setTimeout(() => void read(), retryMilliseconds)
    }
  }

  /** Take care of one, as this account. @throws {ApiProblem} 409 when somebody else already does */
  async function acknowledge(id: number, note: string): Promise<void> {
    try {
      const alert = await acknowledgeAlert(id, note.trim())
      open.value = afterAlert(open.value, { ...alert, change: 'acknowledged' })
    } catch (error) {
      void read()
      throw error
    }
  }

  return { open, waiting, available, failed, read, acknowledge }
})
