import { onScopeDispose, shallowReactive } from 'vue'
import type { Label } from '../../layers/layer.ts'
import { closeTopmost } from './escape.ts'

/** A key of the keyboard and what it does, as the shortcuts sheet lists it. */
export interface Shortcut {
  /** What `KeyboardEvent.key` says: '/', '?', 'm'. */
  key: string
  label: Label
  /** Left out where something else listens, such as the map for its arrows; then it is only listed. */
  run?: () => void
}

/** All shortcuts of what is on the screen, in the order in which they came. */
export const shortcuts = shallowReactive<Shortcut[]>([])

/** Shortcuts that hold while the component that calls this is on the screen. */
export function useShortcuts(...mine: Shortcut[]): void {
  shortcuts.push(...mine)
  onScopeDispose(() => { for (const one of mine) shortcuts.splice(shortcuts.indexOf(one), 1) })
}

/** Listen to the keyboard. Keys typed into a field stay there, Esc aside. @returns stops listening */
export function listenToKeys(target: Window = window): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      if (closeTopmost()) event.preventDefault()
      return
    }
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    const shortcut = shortcuts.find(one => one.key === event.key && one.run)
    if (!shortcut) return
    event.preventDefault()
    shortcut.run!()
  }
  target.addEventListener('keydown', listener)
  return () => target.removeEventListener('keydown', listener)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
