import { watch } from 'vue'
import type { Router } from 'vue-router'
import { useDraw } from './use-draw.ts'

const prefix = '#area='

/**
 * Keep the marked area in the link, as its fragment (`#area=` and an encoded polyline): the fragment never reaches a server
 * or its log, and where somebody drew is nobody else's business.
 *
 * @returns stops it
 */
export function keepAreaInLink(router: Router): () => void {
  const draw = useDraw()
  const wanted = () => draw.inLink === null ? '' : prefix + draw.inLink
  const areaOf = (hash: string) => hash.startsWith(prefix) ? hash.slice(prefix.length) : null
  let following = false

  draw.fromLink(areaOf(router.currentRoute.value.hash))
  const stops = [
    // The rest of the link is written without knowing of the area; it is carried along.
    router.beforeEach((to, from) => to.path === from.path && !following && to.hash === '' && wanted() !== '' ? { ...to, hash: wanted() } : true),
    router.afterEach(to => { if (!following) draw.fromLink(areaOf(to.hash)) }),
    watch(wanted, async hash => {
      if (router.currentRoute.value.hash === hash) return
      following = true
      await router.push({ ...router.currentRoute.value, hash }).finally(() => { following = false })
    }),
  ]
  return () => { for (const stop of stops) stop() }
}
