import { onScopeDispose, ref, type Ref } from 'vue'

/** Set while the page opens a newer version, so that it can't go round in circles. */
const opened = 'duty-worker-renewed'

/**
 * Let the phone view open without signal. A version that came since is taken when the page is opened, never later: whoever is in
 * the middle of a task keeps what they have.
 *
 * @returns whether a newer version waits
 */
export function useWorker(): Ref<boolean> {
  const waiting = ref(false)
  let ended = false
  onScopeDispose(() => { ended = true })
  // Development serves modules that change as one types; there is nothing to keep.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return waiting
  void (async () => {
    const registration = await navigator.serviceWorker.register('/duty-worker.js', { scope: '/duty' })
    if (registration.waiting && navigator.serviceWorker.controller) {
      const renewed = sessionStorage.getItem(opened) !== null
      if (!renewed) {
        sessionStorage.setItem(opened, '1')
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
        registration.waiting.postMessage('take over')
        return
      }
    }
    sessionStorage.removeItem(opened)
    const look = () => { if (!ended) waiting.value = registration.waiting !== null && navigator.serviceWorker.controller !== null }
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
    look()
  })().catch(() => { /* refused by the browser or no signal the first time: the page works, but needs signal to open */ })
  return waiting
}
