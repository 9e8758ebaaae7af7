import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import type { Clock } from '../record/age.ts'
import { useView } from '../state/view.ts'
import { useDuty } from './use-duty.ts'

/** The server's clock as far as the phone knows it, moving on every second, in the city's time zone. */
export function useDutyClock(): ComputedRef<Clock> {
  const duty = useDuty()
  const view = useView()
  const now = ref(Date.now())
  const timer = setInterval(() => { now.value = Date.now() }, 1_000)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => ({ now: new Date(now.value + duty.ahead), timeZone: duty.copy?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, locale: view.language }))
}

/** Seconds in the least words: "8 秒", "3 分钟", "1 小时 5 分". */
export function shortSpan(seconds: number, locale: Clock['locale']): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return locale === 'zh' ? `${whole} 秒` : `${whole} s`
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return locale === 'zh' ? `${minutes} 分钟` : `${minutes} min`
  return locale === 'zh' ? `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Metres as a person says them: "80 米", "1.4 公里". */
export function distanceText(metres: number, locale: Clock['locale']): string {
  if (metres < 1_000) return `${Math.max(10, Math.round(metres / 10) * 10)} ${locale === 'zh' ? '米' : 'm'}`
  return `${(metres / 1_000).toFixed(metres < 10_000 ? 1 : 0)} ${locale === 'zh' ? '公里' : 'km'}`
}
