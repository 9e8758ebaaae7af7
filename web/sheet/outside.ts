import { onScopeDispose, type Ref } from 'vue'

/** Call `close` when a pointer goes down outside an element. */
export function useOutside(element: Readonly<Ref<HTMLElement | null>>, close: () => void): void {
  const listener = (event: PointerEvent) => {
    if (element.value && event.target instanceof Node && !element.value.contains(event.target)) close()
  }
  document.addEventListener('pointerdown', listener, true)
  onScopeDispose(() => document.removeEventListener('pointerdown', listener, true))
}
