import { watch } from 'vue'
import type { Router } from 'vue-router'
import { layers } from '../layers.ts'
import { readQuery, writeQuery, type Query } from './url.ts'
import { useView } from './view.ts'

/**
 * Keep the view and the address bar saying the same. Moving the map or the window of time replaces the entry of
 * the history; switching mode, layers, filters or selection adds one, so that Back undoes it.
 */
export function synchroniseUrl(router: Router): void {
  const view = useView()
  const known = (id: string) => layers[id] !== undefined && !layers[id].base
  const written = () => writeQuery({ mode: view.mode, camera: view.camera, layers: view.layers, time: view.time, selection: view.selection })
  const onMap = () => router.currentRoute.value.name === 'map'

  let last: Query = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let starting = true

  router.afterEach(to => {
    if (to.name !== 'map' || same(to.query as Query, last)) return
    view.apply(readQuery(to.query, known))
    last = written()
  })

  watch(written, query => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!onMap() || same(query, last)) return
      const discrete = (['mode', 'layers', 'filter', 'select'] as const).some(name => query[name] !== last[name])
      last = query
      void router[discrete && !starting ? 'push' : 'replace']({ name: 'map', query })
      starting = false
    }, 250)
  }, { deep: true })
}

function same(a: Query, b: Query): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Query>
  return [...names].every(name => a[name] === b[name])
}
