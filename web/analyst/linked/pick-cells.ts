import { latLngToCell } from 'h3-js'
import { onScopeDispose, ref } from 'vue'
import { usePointing } from '../../map/pointing.ts'
import { useLinked } from './store.ts'

/** Clicks on the map choose cells, one after the other, until it is let go. */
export function usePickCells() {
  const store = useLinked(), pointing = usePointing()
  const picking = ref(false)
  let release: (() => void) | null = null

  function pick(): void {
    if (picking.value) return letGo()
    picking.value = true
    release = pointing.ask(({ longitude, latitude }) => {
      if (!store.linked) return
      const cell = latLngToCell(latitude, longitude, store.linked.cells.resolution), now = store.filters.cell ?? []
      if (!store.linked.cells.ids.includes(cell)) return
      const next = now.includes(cell) ? now.filter(each => each !== cell) : [...now, cell]
      store.brush('cell', next.length ? next : null)
    }, () => { picking.value = false })
  }
  function letGo(): void {
    release?.()
    release = null
    picking.value = false
  }
  onScopeDispose(letGo)
  return { picking, pick }
}
