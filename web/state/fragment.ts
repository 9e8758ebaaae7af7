import { watch } from 'vue'
import { isNavigationFailure, NavigationFailureType, type Router } from 'vue-router'

/** Something of the page that a link carries after `#`: it never reaches a server or its log. */
export interface FragmentPart {
  /** `area` in `#area=…&question=…`. */
  name: string
  /** Its text as of now, of characters that a fragment may hold, without `&`; null where there is nothing to say. */
  text: () => string | null
  /** A link, or Back, says this; null where it says nothing. */
  take: (text: string | null) => void
}

/**
 * Keep some parts of the map's page in the link's fragment (`#area=…&question=…`), and follow what the link says. Other pages have none of it.
 *
 * @returns stops it
 */
export function keepInFragment(router: Router, parts: readonly FragmentPart[]): () => void {
  const wanted = () => writeFragment(parts.map(({ name, text }) => [name, text()]))
  const tell = (hash: string) => {
    const said = readFragment(hash)
    for (const { name, take } of parts) take(said[name] ?? null)
  }
  const isMap = ({ name }: { name?: unknown }) => name === 'map'
  let following = false
  /** Somebody else's navigation is on its way. */
  let away = false
  const arrived = () => new Promise<void>(resolve => { const stop = router.afterEach(() => { stop(); resolve() }) })
  if (isMap(router.currentRoute.value)) tell(router.currentRoute.value.hash)
  const stops = [
    // The rest of the link is written without knowing of the fragment; it is carried along.
    router.beforeEach((to, from) => isMap(to) && isMap(from) && !following && to.hash === '' && wanted() !== '' ? { ...to, hash: wanted() } : true),
    router.afterEach(to => { if (!following && isMap(to)) tell(to.hash) }),
    router.beforeEach(() => { away = !following; return true }),
    // One that a later one overtook says nothing: that one is still on its way.
    router.afterEach((_to, _from, failure) => { if (!isNavigationFailure(failure, NavigationFailureType.cancelled)) away = false }),
    watch(wanted, async () => {
      // What is written at once would overtake a switch of mode that is being written, with the mode before it.
      await new Promise(resolve => { setTimeout(resolve) })
      while (away) await arrived()
      if (!isMap(router.currentRoute.value) || router.currentRoute.value.hash === wanted()) return
      following = true
      await router.push({ ...router.currentRoute.value, hash: wanted() }).finally(() => { following = false })
    }),
  ]
  return () => { for (const stop of stops) stop() }
}

export const writeFragment = (parts: readonly (readonly [name: string, text: string | null])[]): string => {
  const said = parts.filter(([, text]) => text !== null).map(([name, text]) => `${name}=${text}`)
  return said.length ? `#${said.join('&')}` : ''
}

/** Parts by name; what isn't of the form `name=text` is left out. */
export const readFragment = (hash: string): Record<string, string> =>
  Object.fromEntries(hash.replace(/^#/, '').split('&').flatMap(part => {
    const at = part.indexOf('=')
    return at > 0 ? [[part.slice(0, at), part.slice(at + 1)]] : []
  }))
