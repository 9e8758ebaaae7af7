import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** What the server's clock is ahead of ours, in milliseconds. */
let ahead = 0
const now = ref(Date.now())
let listeners = 0
let timer: ReturnType<typeof setInterval> | undefined

/** Set our clock by an instant that the server has just named. */
export function setByServer(at: string): void {
  ahead = Date.parse(at) - Date.now()
  now.value = Date.now() + ahead
}

/** The server's clock in epoch milliseconds, moved on every second while somebody looks. */
export function useTick(): Readonly<Ref<number>> {
  if (listeners++ === 0) {
    now.value = Date.now() + ahead
    timer = setInterval(() => { now.value = Date.now() + ahead }, 1000)
  }
  onScopeDispose(() => { if (--listeners === 0) clearInterval(timer) })
  return readonly(now)
}

/** A length of time as a running figure: 0:42, 12:05, 3:04:00. */
export function runningText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
