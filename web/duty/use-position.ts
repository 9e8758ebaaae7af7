import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Fix } from './fixes.ts'
import { followPosition, type LocateTrouble } from './locate.ts'
import { useDuty } from './use-duty.ts'

const sendEvery = 5_000

/** Where this phone is, followed while its unit is on duty and no longer. */
export const usePosition = defineStore('position', () => {
  const duty = useDuty()
  const last = shallowRef<{ fix: Fix, heardAt: number } | null>(null)
  const trouble = ref<LocateTrouble | null>(null)
  /** Followed: boarded, on duty, and signed in. */
  const on = computed(() => duty.phase === 'in' && !!duty.shown?.unit && duty.shown.unit.meaning !== 'off_duty')

  /** Follow and send as long as the caller is on the screen. */
  function run(): void {
    let stop: (() => void) | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    const end = () => {
      stop?.()
      clearInterval(timer)
      stop = undefined
      last.value = null
      trouble.value = null
    }
    watch(on, now => {
      end()
      if (!now) return
      stop = followPosition(() => duty.ahead, fix => {
        trouble.value = null
        last.value = { fix, heardAt: Date.now() }
        void duty.located(fix)
      }, what => { trouble.value = what })
      timer = setInterval(() => void duty.sendPositions(), sendEvery)
    }, { immediate: true })
    onScopeDispose(end)
  }

  return { last, trouble, on, run }
})
