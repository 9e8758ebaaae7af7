/**
 * Keep the screen on, where the browser can. It lets go when the page is hidden, so it is asked again when it comes back.
 *
 * @returns lets go
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let ended = false
  const hold = async () => {
    if (ended || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    lock = await navigator.wakeLock.request('screen').catch(() => undefined)   // refused on a low battery
    if (ended) void lock?.release()
  }
  const onVisible = () => void hold()
  document.addEventListener('visibilitychange', onVisible)
  void hold()
  return () => {
    ended = true
    document.removeEventListener('visibilitychange', onVisible)
    void lock?.release()
  }
}
