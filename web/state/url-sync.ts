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
  const written = () => writeQuery({ mode: view.mode, camera: view.camera, layers: view.layers, time: view.time, selection: view.selection, screen: view.screen })
  const onMap = () => router.currentRoute.value.name === 'map'

  let last: Query = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  // The view as the page opened, until the address bar says it: a flight may still be on its way when the first thing is clicked.
  let opened: Query | undefined
  let starting = true

  router.afterEach(to => {
    if (to.name !== 'map' || same(to.query as Query, last)) return
    view.apply(readQuery(to.query, known))
    last = written()
  })

  watch(written, query => {
    opened ??= query
    clearTimeout(timer)
    // A switch is an entry of its own at once, however soon Back follows; a moving map would make hundreds.
    if (isSwitch(query)) void write(query)
    else timer = setTimeout(() => void write(query), 250)
  }, { deep: true })

  function isSwitch(query: Query): boolean {
    const before = starting ? opened! : last
    return (['mode', 'layers', 'filter', 'select'] as const).some(name => query[name] !== before[name])
  }

  async function write(query: Query): Promise<void> {
    if (!onMap() || same(query, last)) return
    const adds = isSwitch(query)
    const first = starting
    starting = false
    if (first && adds) await router.replace({ name: 'map', query: last = opened! })
    last = query
    await router[adds ? 'push' : 'replace']({ name: 'map', query })
  }
}

function same(a: Query, b: Query): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Query>
  return [...names].every(name => a[name] === b[name])
}
