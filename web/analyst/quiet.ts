import { watch } from 'vue'
import { startingStack } from '../map/drawings.ts'
import { useView } from '../state/view.ts'
import type { Mode } from '../state/view-state.ts'

/** What stays on while hotspots are looked at: where one is, and what was marked. */
const kept = ['divisions', 'zones']

/** Modes with a picture of their own on the map. */
const quietModes: readonly Mode[] = ['analysis', 'planning']

/**
 * Keep the map of the analyst and the planner quiet: entering such a mode switches off all layers but a few, leaving brings back what was on. Each side
 * remembers what the other had, so that a layer opened over the analysis is there again next time.
 *
 * @param linked  whether the link that the page opened with says itself which layers are on
 * @returns stops it
 */
export function keepQuiet(linked: boolean): () => void {
  const view = useView()
  let other: ReadonlyMap<string, boolean> = new Map(view.layers.map(({ id }) => [id, kept.includes(id)]))
  if (quietModes.includes(view.mode)) {
    const quiet = other
    other = new Map(startingStack().map(({ id, visible }) => [id, visible]))
    if (!linked) show(quiet)
  }
  function show(visible: ReadonlyMap<string, boolean>): void {
    view.layers = view.layers.map(entry => ({ ...entry, visible: visible.get(entry.id) ?? entry.visible }))
  }
  // At once, before the link is written or the rest of one is read: what a link says of layers wins.
  return watch(() => quietModes.includes(view.mode), () => {
    const before = new Map(view.layers.map(({ id, visible }) => [id, visible]))
    show(other)
    other = before
  }, { flush: 'sync' })
}
