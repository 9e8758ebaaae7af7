import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Heap, Picked } from './picks.ts'

/** What was clicked on the map: nothing, one thing, several to choose from, or one mark for many. */
export const usePopup = defineStore('popup', () => {
  const picks = ref<Picked[]>([])
  const chosen = ref<Picked | null>(null)
  const heap = ref<Heap | null>(null)
  const open = computed(() => picks.value.length > 0 || heap.value !== null)
  const at = computed(() => chosen.value ?? picks.value[0] ?? heap.value)

  function show(found: Picked[], crowd: Heap | null): void {
    picks.value = found
    chosen.value = found.length === 1 ? found[0]! : null
    heap.value = found.length ? null : crowd
  }
  const close = () => show([], null)

  return { picks, chosen, heap, open, at, show, close }
})
